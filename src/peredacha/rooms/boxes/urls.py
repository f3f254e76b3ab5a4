"""Addresses of the room: random names alone, never for whom or what."""

from django.urls import path

from peredacha.rooms.boxes.views import boxes, papers

app_name = "boxes"

PARCEL = "parcels/<uuid:parcel>/"
urlpatterns = [
    path(PARCEL, boxes.box, name="box"),
    path(f"{PARCEL}list/", boxes.by_hand, name="list"),
    path(f"{PARCEL}pick/", boxes.pick, name="pick"),
    path(f"{PARCEL}papers/", papers.papers, name="papers"),
]
"""Pages of the room."""
