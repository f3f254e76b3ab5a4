"""Addresses of the room: random names alone, never who, where or when."""

from django.urls import path

from peredacha.rooms.visits.views import rides, visits

app_name = "visits"

MATTER = "matters/<uuid:matter>/"
VISIT = f"{MATTER}<uuid:visit>/"
RIDE = "rides/<uuid:ride>/"
urlpatterns = [
    path("", visits.mine, name="mine"),
    path(MATTER, visits.listing, name="matter"),
    path(f"{MATTER}new/", visits.new, name="new"),
    path(VISIT, visits.visit, name="visit"),
    path(f"{VISIT}who/", visits.who, name="who"),
    path(f"{VISIT}step/", visits.take, name="step"),
    path(f"{VISIT}permitted/", visits.permitted, name="permitted"),
    path(f"{VISIT}day/", visits.day, name="day"),
    path(f"{VISIT}made/", visits.made, name="made"),
    path(f"{VISIT}refused/", visits.refused, name="refused"),
    path(f"{VISIT}seats/back/", visits.seats_back, name="seats_back"),
    path("rides/", rides.rides, name="rides"),
    path("rides/new/", rides.offer, name="offer"),
    path(RIDE, rides.ride, name="ride"),
    path(f"{RIDE}give/", rides.give, name="give"),
    path(f"{RIDE}off/", rides.off, name="off"),
    path(f"{RIDE}done/", rides.done, name="done"),
    path("alone/", rides.lonely, name="alone"),
]
