"""What the desk does: shows the queue, one matter, the family's page; acts by calling each room."""

from peredacha.rooms.desk.services.acting import (
    author_of,
    give_back,
    log_contact,
    name_next_step,
    note,
    note_opening,
    say,
    take,
)
from peredacha.rooms.desk.services.books import ToldLeft, draft_of, hand_shift_over, take_over, told_lines
from peredacha.rooms.desk.services.bulk import Change, change_many, lines_to_choose, preview, undo, undoable
from peredacha.rooms.desk.services.closing import close, hold_clock, open_again, told_clock, told_ended
from peredacha.rooms.desk.services.contacts import keep_promise, log_try, next_try
from peredacha.rooms.desk.services.exports import ToldExport, told_export
from peredacha.rooms.desk.services.facts import add_fact, form_settings, told_facts
from peredacha.rooms.desk.services.families import ToldFamily, file_of_family, told_family
from peredacha.rooms.desk.services.leaving import erase, erase_due, scrub
from peredacha.rooms.desk.services.matters import ToldMatter, open_for, told_matter
from peredacha.rooms.desk.services.plans import plan_of
from peredacha.rooms.desk.services.queue import ToldQueue, told_own, told_queue
from peredacha.rooms.desk.services.sharing import (
    ask_family,
    lawyers_for,
    let_in,
    note_referral,
    told_readings,
    told_referrals,
)
from peredacha.rooms.desk.services.shift import queue_page, take_next, wake
from peredacha.rooms.desk.services.standing import Stands, told_stands

__all__ = [
    "Change",
    "Stands",
    "ToldExport",
    "ToldFamily",
    "ToldLeft",
    "ToldMatter",
    "ToldQueue",
    "add_fact",
    "ask_family",
    "author_of",
    "change_many",
    "close",
    "draft_of",
    "erase",
    "erase_due",
    "file_of_family",
    "form_settings",
    "give_back",
    "hand_shift_over",
    "hold_clock",
    "keep_promise",
    "lawyers_for",
    "let_in",
    "lines_to_choose",
    "log_contact",
    "log_try",
    "name_next_step",
    "next_try",
    "note",
    "note_opening",
    "note_referral",
    "open_again",
    "open_for",
    "plan_of",
    "preview",
    "queue_page",
    "say",
    "scrub",
    "take",
    "take_next",
    "take_over",
    "told_clock",
    "told_ended",
    "told_export",
    "told_facts",
    "told_family",
    "told_lines",
    "told_matter",
    "told_own",
    "told_queue",
    "told_readings",
    "told_referrals",
    "told_stands",
    "undo",
    "undoable",
    "wake",
]
