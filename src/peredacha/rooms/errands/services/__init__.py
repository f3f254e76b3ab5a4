"""What the room does: opens what is carried to one person, keeps its counter."""

from peredacha.rooms.errands.services.acting import (
    note_own,
    own_plan,
    plan_own,
)
from peredacha.rooms.errands.services.cards import served_cards
from peredacha.rooms.errands.services.counter import (
    LONGEST_PLAN,
    PLANNED,
    NoSlot,
    NotOpen,
    note_slot,
    reserve,
    settle,
)
from peredacha.rooms.errands.services.files import (
    Entry,
    OpenErrands,
    begin_errands,
    errands_of,
    known_of,
    open_errands,
    tell_recipient,
    touch,
)
from peredacha.rooms.errands.services.person import (
    confirm_place,
    place_age,
    recipient_of,
    tell_person,
)
from peredacha.rooms.errands.services.portrait import told_label, told_pages
from peredacha.rooms.errands.services.seats import (
    mend_seat,
    new_carried_safe,
    opened_to_packers,
    seat_damage,
    seat_for,
    with_seat,
)
from peredacha.rooms.errands.services.telling import (
    none_left_said,
    short_counter,
    summary_for,
    told_counter,
    told_slot,
)

__all__ = [
    "LONGEST_PLAN",
    "PLANNED",
    "Entry",
    "NoSlot",
    "NotOpen",
    "OpenErrands",
    "begin_errands",
    "confirm_place",
    "errands_of",
    "known_of",
    "mend_seat",
    "new_carried_safe",
    "none_left_said",
    "note_own",
    "note_slot",
    "open_errands",
    "opened_to_packers",
    "own_plan",
    "place_age",
    "plan_own",
    "recipient_of",
    "reserve",
    "seat_damage",
    "seat_for",
    "served_cards",
    "settle",
    "short_counter",
    "summary_for",
    "tell_person",
    "tell_recipient",
    "told_counter",
    "told_label",
    "told_pages",
    "told_slot",
    "touch",
    "with_seat",
]
