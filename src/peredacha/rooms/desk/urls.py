"""Addresses of the desk: random names, never a word of what was told."""

from django.urls import path

from peredacha.rooms.desk.views import ending, families, matters, pages, queue, shift

app_name = "desk"

MATTER = "desk/matters/<uuid:matter_id>/"

urlpatterns = [
    path("desk/", queue.queue, name="queue"),
    path("desk/next/", queue.next_one, name="next_one"),
    path("desk/mine/", queue.own, name="own"),
    path("desk/several/", shift.bulk, name="bulk"),
    path("desk/several/<slug:batch>/undo/", shift.undo_bulk, name="undo_bulk"),
    path("desk/hand-over/", shift.hand_over, name="hand_over"),
    path("desk/hand-over/<uuid:line>/", shift.take_line, name="take_line"),
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
    path("mine/", families.home, name="family"),
    path("mine/talk/", families.talk, name="family_talk"),
    path("mine/shown/<slug:key>/", families.answer, name="family_answer"),
    path("mine/readers/<uuid:member>/stop/", families.stop_reading, name="family_stop_reading"),
    path("mine/export/", families.export, name="export"),
    path("mine/erase/", families.erase_all, name="erase"),
    path("mine/erased/", families.erased, name="erased"),
]
