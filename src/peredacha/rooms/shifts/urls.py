"""Addresses of the shift: random names, never a word of what was told."""

from django.urls import path

from peredacha.rooms.shifts.views import queue, shift

app_name = "shifts"

urlpatterns = [
    path("desk/", queue.queue, name="queue"),
    path("desk/next/", queue.next_one, name="next_one"),
    path("desk/mine/", queue.own, name="own"),
    path("desk/several/", shift.bulk, name="bulk"),
    path("desk/several/<slug:batch>/undo/", shift.undo_bulk, name="undo_bulk"),
    path("desk/hand-over/", shift.hand_over, name="hand_over"),
    path("desk/hand-over/<uuid:line>/", shift.take_line, name="take_line"),
]
