"""Addresses of the room: random names and names of steps, never what lies in a parcel or for whom it is."""

from django.urls import path

from peredacha.rooms.parcels.views import asking, mending, parcels

app_name = "parcels"

PARCEL = "<uuid:parcel>/"
urlpatterns = [
    path("", asking.mine, name="mine"),
    path("matters/<uuid:matter>/", asking.parcels, name="parcels"),
    path("matters/<uuid:matter>/ask/", asking.ask, name="ask"),
    path(PARCEL, parcels.parcel, name="parcel"),
    path(f"{PARCEL}hold/", parcels.hold, name="hold"),
    path(f"{PARCEL}undo/", mending.undo, name="undo"),
    path(f"{PARCEL}shelf/", mending.shelf, name="shelf"),
    path(f"{PARCEL}complaint/", mending.complaint, name="complaint"),
    path(f"{PARCEL}steps/<slug:step>/", parcels.step, name="step"),
]
