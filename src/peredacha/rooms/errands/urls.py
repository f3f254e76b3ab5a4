"""Addresses of the room: random names alone, never who, what or where."""

from django.urls import path

from peredacha.rooms.errands.views import carried, counter, person

app_name = "errands"

MATTER = "matters/<uuid:matter>/"
PERSON = f"{MATTER}person/"
urlpatterns = [
    path("", counter.mine, name="mine"),
    path(MATTER, counter.counter, name="counter"),
    path(f"{MATTER}mend/", counter.mend, name="mend"),
    path(f"{MATTER}used/", counter.used, name="used"),
    path(f"{MATTER}plan/", counter.plan, name="plan"),
    path(f"{MATTER}slots/<uuid:slot>/", counter.became, name="became"),
    path(PERSON, person.person, name="person"),
    path(f"{PERSON}<int:number>/", person.question, name="question"),
    path(f"{PERSON}still/", person.still_there, name="still"),
    path("<uuid:errands>/", carried.carried, name="carried"),
    path("<uuid:errands>/still/", carried.carried_still, name="carried_still"),
]
