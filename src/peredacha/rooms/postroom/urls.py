"""Addresses of the post room: random names alone, never to whom or from whom."""

from django.urls import path

from peredacha.rooms.postroom.views import answers, desk

app_name = "postroom"
urlpatterns = [
    path("", desk.waiting, name="waiting"),
    path("print/", desk.print_batch, name="print"),
    path("post/", desk.post, name="post"),
    path("reply/", answers.find, name="reply"),
    path("silent/", answers.silent, name="silent"),
    path("silent/<uuid:correspondent>/ask/", answers.ask, name="ask"),
    path("answers/<uuid:reply>/", answers.look, name="screen"),
    path("letters/<uuid:letter>/", desk.read, name="read"),
    path("letters/<uuid:letter>/reply/", answers.take_in, name="take_in"),
    path("letters/<uuid:letter>/pages/<uuid:page>/", answers.page, name="page"),
]
