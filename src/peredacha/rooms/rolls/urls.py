"""Addresses of the room: random names, never a word of what was told."""

from django.urls import path

from peredacha.rooms.rolls.views import rolls, stations

app_name = "rolls"

ROLL = "<uuid:roll_id>/"
STATION = f"{ROLL}stations/<slug:key>/"

urlpatterns = [
    path("", rolls.index, name="index"),
    path("new/", rolls.begin, name="begin"),
    path(ROLL, rolls.show, name="roll"),
    path(f"{ROLL}state/", rolls.state, name="state"),
    path(f"{ROLL}list/", rolls.paste, name="paste"),
    path(f"{ROLL}sheet/", rolls.sheet, name="sheet"),
    path(f"{ROLL}rows/<uuid:row_id>/", stations.row, name="row"),
    path(STATION, stations.show, name="station"),
    path(f"{STATION}call/", stations.tap, name="tap"),
    path(f"{STATION}undo/", stations.undo, name="undo"),
]
