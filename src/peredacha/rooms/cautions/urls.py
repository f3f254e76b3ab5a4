"""Addresses of the room: random names alone, never what it is about or what was answered."""

from django.urls import path

from peredacha.rooms.cautions.views import overview, secrecy, steps

app_name = "cautions"

MATTER = "matters/<uuid:matter>/"
STEP = f"{MATTER}<uuid:step>/"
SIGNED = f"{MATTER}signed/<uuid:undertaking>/"
urlpatterns = [
    path("", overview.mine, name="mine"),
    path(MATTER, overview.overview, name="overview"),
    path(f"{MATTER}begin/", steps.begin, name="begin"),
    path(STEP, steps.note, name="note"),
    path(f"{STEP}next/", steps.next_page, name="next"),
    path(f"{STEP}1/", steps.harm, name="harm"),
    path(f"{STEP}2/", steps.seen, name="seen"),
    path(f"{STEP}3/", steps.consent, name="consent"),
    path(f"{STEP}decide/", steps.decision, name="decide"),
    path(f"{STEP}urgent/", steps.urgent, name="urgent"),
    path(f"{MATTER}signed/", secrecy.signed, name="secrecy"),
    path(f"{MATTER}signed/add/", secrecy.add, name="add"),
    path(f"{SIGNED}cover/", secrecy.cover, name="cover"),
    path(f"{SIGNED}papers/", secrecy.free, name="free"),
    path(f"{SIGNED}lift/", secrecy.lifted, name="lift"),
]
