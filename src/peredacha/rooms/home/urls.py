"""Addresses of the family's own page: none of them names the matter."""

from django.urls import path

from peredacha.rooms.home import views

app_name = "home"

urlpatterns = [
    path("mine/", views.home, name="family"),
    path("mine/talk/", views.talk, name="talk"),
    path("mine/shown/<slug:key>/", views.answer, name="answer"),
    path("mine/readers/<uuid:member>/stop/", views.stop_reading, name="stop_reading"),
    path("mine/export/", views.export, name="export"),
    path("mine/erase/", views.erase_all, name="erase"),
    path("mine/erased/", views.erased, name="erased"),
]
