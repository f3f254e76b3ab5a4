"""Addresses of hearings: random names alone, never a day, a court or a number of a case."""

from django.urls import path

from peredacha.rooms.hearings.views import cards, listing, opening, public, spoken

app_name = "hearings"

MATTER = "matters/<uuid:matter>/"
HEARING = f"{MATTER}<uuid:hearing>/"
urlpatterns = [
    path("", listing.mine, name="mine"),
    path("open/", public.open_list, name="open"),
    path("open.ics", public.open_ics, name="open_feed"),
    path(MATTER, listing.matter, name="matter"),
    path(f"{MATTER}next/", spoken.next_date, name="next"),
    path(f"{MATTER}card/", cards.card, name="card"),
    path(f"{MATTER}card/check/", cards.check, name="check"),
    path(f"{MATTER}card/away/", cards.away, name="away"),
    path(HEARING, listing.one, name="one"),
    path(f"{HEARING}moved/", spoken.moved, name="moved"),
    path(f"{HEARING}again/", spoken.again, name="again"),
    path(f"{HEARING}off/", listing.off, name="off"),
    path(f"{HEARING}stands/", listing.stands, name="stands"),
    path(f"{HEARING}back/", listing.back, name="back"),
    path(f"{HEARING}open/", opening.open_up, name="open_up"),
    path(f"{HEARING}close/", opening.close, name="close"),
]
