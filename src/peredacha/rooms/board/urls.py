"""Addresses of the room: days, states and public cards, never a person."""

from django.urls import path

from peredacha.rooms.board import views

app_name = "board"

urlpatterns = [
    path("board/", views.board, name="board"),
    path("places/", views.places, name="places"),
]
