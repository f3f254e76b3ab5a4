"""Addresses of paper mail: random names and questions, never who or what."""

from django.urls import path

from peredacha.rooms.mailroom.views import looking, pages, routing, shelf

app_name = "mailroom"

LETTER = "<uuid:letter>/"
urlpatterns = [
    path("", shelf.index, name="index"),
    path("new/", shelf.new, name="new"),
    path("away/", shelf.away, name="away"),
    path(LETTER, looking.letter, name="letter"),
    path(f"{LETTER}look/<slug:question>/", looking.look, name="look"),
    path(f"{LETTER}add/", pages.add, name="add"),
    path(f"{LETTER}pages/<int:number>/", pages.page, name="page"),
    path(f"{LETTER}pages/<int:number>/picture/", pages.picture, name="picture"),
    path(f"{LETTER}pages/<int:number>/read/", pages.read, name="read"),
    path(f"{LETTER}where/", routing.where, name="where"),
    path(f"{LETTER}what/", routing.what, name="what"),
    path(f"{LETTER}into/", routing.into, name="into"),
    path(f"{LETTER}reply/", routing.reply, name="reply"),
    path(f"{LETTER}put-away/", routing.put, name="put_away"),
    path(f"{LETTER}back/", routing.back, name="back"),
]
