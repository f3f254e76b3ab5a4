"""What the room does."""

from peredacha.rooms.binders.services.arriving import MOST_FILES, ManyUploads, Waiting, body_of
from peredacha.rooms.binders.services.changing import (
    arrange,
    change_row,
    describe,
    erase_page,
    move,
    save_thing,
    take_away,
    turn,
)
from peredacha.rooms.binders.services.holding import HeldPage, Holding, Thing, ThingKind, read_holding
from peredacha.rooms.binders.services.leaving import body_with, held_back
from peredacha.rooms.binders.services.looking import (
    CannotRead,
    can_read,
    large_picture,
    picture_on,
    read_text,
    small_picture,
    words_on,
)
from peredacha.rooms.binders.services.marking import MarkedWords, marked
from peredacha.rooms.binders.services.receiving import Refused, TakenIn, take_in
from peredacha.rooms.binders.services.telling import (
    ExportedBinder,
    exported_binder,
    first_values,
    page_line,
    screen_of,
    screen_with,
    thing_lines,
)

__all__ = [
    "MOST_FILES",
    "CannotRead",
    "ExportedBinder",
    "HeldPage",
    "Holding",
    "ManyUploads",
    "MarkedWords",
    "Refused",
    "TakenIn",
    "Thing",
    "ThingKind",
    "Waiting",
    "arrange",
    "body_of",
    "body_with",
    "can_read",
    "change_row",
    "describe",
    "erase_page",
    "exported_binder",
    "first_values",
    "held_back",
    "large_picture",
    "marked",
    "move",
    "page_line",
    "picture_on",
    "read_holding",
    "read_text",
    "save_thing",
    "screen_of",
    "screen_with",
    "small_picture",
    "take_away",
    "take_in",
    "thing_lines",
    "turn",
    "words_on",
]
