"""What the room does: asks for parcels, takes their steps and takes them back, erases in time."""

from peredacha.core.carried import ASKED, CAME_BACK, COARSE, ENDS, FOLLOWS, KEPT
from peredacha.rooms.parcels.services.asking import ask_parcel
from peredacha.rooms.parcels.services.cards import OpenCard, open_cards, scanned_cards
from peredacha.rooms.parcels.services.clock import erase_due, let_go
from peredacha.rooms.parcels.services.complaining import FILING, complain
from peredacha.rooms.parcels.services.counters import ToldCounter, told_counter, why_no_place
from peredacha.rooms.parcels.services.files import ChangedMeanwhile, ParcelFile, open_parcel, parcels_of
from peredacha.rooms.parcels.services.shelving import shelve
from peredacha.rooms.parcels.services.stepping import COUNTED, lay_in, take_step, take_up
from peredacha.rooms.parcels.services.summary import ParcelsSummary, SummaryLine, summary_for
from peredacha.rooms.parcels.services.telling import (
    ToldParcel,
    kind_words,
    next_words,
    state_words,
    title_of,
    told_parcel,
    weight_words,
)
from peredacha.rooms.parcels.services.undoing import NotUndone, take_back, told_mistake

__all__ = [
    "ASKED",
    "CAME_BACK",
    "COARSE",
    "COUNTED",
    "ENDS",
    "FILING",
    "FOLLOWS",
    "KEPT",
    "ChangedMeanwhile",
    "NotUndone",
    "OpenCard",
    "ParcelFile",
    "ParcelsSummary",
    "SummaryLine",
    "ToldCounter",
    "ToldParcel",
    "ask_parcel",
    "complain",
    "erase_due",
    "kind_words",
    "lay_in",
    "let_go",
    "next_words",
    "open_cards",
    "open_parcel",
    "parcels_of",
    "scanned_cards",
    "shelve",
    "state_words",
    "summary_for",
    "take_back",
    "take_step",
    "take_up",
    "title_of",
    "told_counter",
    "told_mistake",
    "told_parcel",
    "weight_words",
    "why_no_place",
]
