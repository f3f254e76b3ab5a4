"""Addresses of the binder: random names and numbers of screens, never what lies in it."""

from django.urls import path

from peredacha.rooms.binders.views import pages, putting, things

app_name = "binders"

MATTER = "matters/<uuid:matter>/"
PAGE = f"{MATTER}pages/<uuid:page>/"
KINDS = {
    "events": "event",
    "documents": "exhibit",
    "contradictions": "contradiction",
}
"""By the word in an address, the kind of thing."""
urlpatterns = [
    path("", pages.mine, name="mine"),
    path(MATTER, pages.binder, name="binder"),
    path(f"{MATTER}add/", putting.add, name="add"),
    path(f"{MATTER}arrange/", putting.order, name="arrange"),
    path(f"{MATTER}words/", pages.words, name="words"),
    path(f"{MATTER}away/", pages.away, name="away"),
    path(PAGE, pages.page, name="page"),
    path(f"{PAGE}small/", pages.small, name="small"),
    path(f"{PAGE}large/", pages.large, name="large"),
    path(f"{PAGE}read/", putting.read, name="read"),
    path(f"{PAGE}take-away/", putting.take, name="take_away"),
    path(f"{PAGE}put-back/", putting.put, name="put_back"),
    path(f"{PAGE}erase/", putting.erase, name="erase"),
]
for word, kind in KINDS.items():
    told = {"kind": kind}
    urlpatterns += [
        path(f"{MATTER}{word}/", things.listed, told, name=word),
        path(f"{MATTER}{word}/new/", things.new, told, name=f"new_{kind}"),
        path(f"{MATTER}{word}/<uuid:thing>/", things.change, told, name=kind),
        path(f"{MATTER}{word}/<uuid:thing>/take-away/", things.take, told, name=f"take_{kind}_away"),
        path(f"{MATTER}{word}/<uuid:thing>/put-back/", things.put, told, name=f"put_{kind}_back"),
    ]
