"""Addresses of the desk: random names, never a word of what was told."""

from django.urls import path

from peredacha.rooms.desk.views import ending, matters, pages

app_name = "desk"

MATTER = "desk/matters/<uuid:matter_id>/"

urlpatterns = [
    path(MATTER, pages.matter, name="matter"),
    path(f"{MATTER}plan/", pages.plan, name="plan"),
    path(f"{MATTER}people/", pages.people, name="people"),
    path(f"{MATTER}helpers/", pages.helpers, name="helpers"),
    path(f"{MATTER}history/", pages.history, name="history"),
    path(f"{MATTER}talk/", matters.talk, name="talk"),
    path(f"{MATTER}inner/", matters.inner, name="inner"),
    path(f"{MATTER}contact/", matters.contact, name="contact"),
    path(f"{MATTER}next/", matters.next_step, name="next_step"),
    path(f"{MATTER}done/", matters.done, name="done"),
    path(f"{MATTER}claim/", matters.claim, name="claim"),
    path(f"{MATTER}release/", matters.release, name="release"),
    path(f"{MATTER}add/<slug:kind>/", matters.add, name="add"),
    path(f"{MATTER}shown/", ending.refer, name="refer"),
    path(f"{MATTER}shown/<slug:key>/", ending.move, name="move_referral"),
    path(f"{MATTER}shown/<slug:key>/hours/", ending.read_for_hours, name="read_for_hours"),
    path(f"{MATTER}readers/<uuid:member>/stop/", ending.stop_reading, name="stop_reading"),
    path(f"{MATTER}close/", ending.close_it, name="close"),
    path(f"{MATTER}reopen/", ending.reopen, name="reopen"),
    path(f"{MATTER}hold/", ending.hold, name="hold"),
]
