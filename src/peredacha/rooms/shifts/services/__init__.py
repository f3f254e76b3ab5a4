"""What the shift does: looks at the queue, takes the next one, changes many, hands over."""

from peredacha.rooms.shifts.services.books import ToldLeft, draft_of, hand_shift_over, take_over, told_lines
from peredacha.rooms.shifts.services.bulk import Change, change_many, lines_to_choose, preview, undo, undoable
from peredacha.rooms.shifts.services.own import told_ended, told_own
from peredacha.rooms.shifts.services.queue import ToldQueue, told_queue
from peredacha.rooms.shifts.services.shift import queue_page, take_next, wake

__all__ = [
    "Change",
    "ToldLeft",
    "ToldQueue",
    "change_many",
    "draft_of",
    "hand_shift_over",
    "lines_to_choose",
    "preview",
    "queue_page",
    "take_next",
    "take_over",
    "told_ended",
    "told_lines",
    "told_own",
    "told_queue",
    "undo",
    "undoable",
    "wake",
]
