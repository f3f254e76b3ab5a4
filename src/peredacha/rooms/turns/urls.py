"""The addresses of the list and of its button: they name nobody."""

from django.urls import path

from peredacha.rooms.turns import views

app_name = "turns"
urlpatterns = [
    path("", views.turns, name="turns"),
    path("pack/", views.pack, name="pack"),
]
