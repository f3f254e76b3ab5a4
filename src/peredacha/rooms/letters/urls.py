"""Addresses of letters: random names alone, never to whom or from whom."""

from django.urls import path

from peredacha.rooms.letters.views import matters, writer

app_name = "letters"
urlpatterns = [
    path("write/", writer.write_letter, name="write"),
    path("write/take/", writer.take, name="take"),
    path("write/another/", writer.skip, name="another"),
    path("mine/", writer.mine, name="mine"),
    path("mine/<uuid:letter>/", writer.own_letter, name="own"),
    path("mine/<uuid:letter>/again/", writer.again, name="again"),
    path("mine/<uuid:letter>/pages/<uuid:page>/", writer.page, name="own_page"),
    path("matters/<uuid:matter>/", matters.letters, name="matter"),
    path("matters/<uuid:matter>/agree/", matters.agree_to, name="agree"),
    path("matters/<uuid:matter>/stop/", matters.stop_all, name="stop"),
    path("matters/<uuid:matter>/<uuid:letter>/pages/<uuid:page>/", matters.page, name="matter_page"),
]
