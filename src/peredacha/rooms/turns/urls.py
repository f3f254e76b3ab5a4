"""The address of the list: it names nobody."""

from django.urls import path

from peredacha.rooms.turns import views

app_name = "turns"
urlpatterns = [path("", views.turns, name="turns")]
