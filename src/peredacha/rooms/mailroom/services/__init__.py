"""What the room does: numbers letters, keeps what was seen in them, brings them where they belong."""

from peredacha.rooms.mailroom.services.choosing import (
    Hint,
    choose_matter,
    chosen_name,
    hints_for,
    with_matters,
)
from peredacha.rooms.mailroom.services.ending import KEPT, erase_due_mail, put_away, take_back
from peredacha.rooms.mailroom.services.opening import OpenPaper, PaperPage, open_paper
from peredacha.rooms.mailroom.services.reading import large_picture, look_here, read_before, read_words
from peredacha.rooms.mailroom.services.routing import ChangedMeanwhile, NotThere, answer_to, bring
from peredacha.rooms.mailroom.services.screening import last_day, next_question, tell_answer
from peredacha.rooms.mailroom.services.taking import add_pages, take_letter
from peredacha.rooms.mailroom.services.telling import ShelfLine, ToldPaper, shelf, told_away, told_paper

__all__ = [
    "KEPT",
    "ChangedMeanwhile",
    "Hint",
    "NotThere",
    "OpenPaper",
    "PaperPage",
    "ShelfLine",
    "ToldPaper",
    "add_pages",
    "answer_to",
    "bring",
    "choose_matter",
    "chosen_name",
    "erase_due_mail",
    "hints_for",
    "large_picture",
    "last_day",
    "look_here",
    "next_question",
    "open_paper",
    "put_away",
    "read_before",
    "read_words",
    "shelf",
    "take_back",
    "take_letter",
    "tell_answer",
    "told_away",
    "told_paper",
    "with_matters",
]
