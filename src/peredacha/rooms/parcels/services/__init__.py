"""What the room does: asks for parcels, takes their steps and takes them back, erases in time."""

from peredacha.core.carried import CAME_BACK, COARSE, ENDS, FOLLOWS, KEPT
from peredacha.rooms.parcels.services.asking import ask_parcel
from peredacha.rooms.parcels.services.cards import OpenCard, open_cards, scanned_cards
from peredacha.rooms.parcels.services.clock import erase_due, let_go
from peredacha.rooms.parcels.services.complaining import FILING, complain
from peredacha.rooms.parcels.services.counters import told_counter, why_no_place
from peredacha.rooms.parcels.services.files import ChangedMeanwhile, ParcelFile, open_parcel, parcels_of
from peredacha.rooms.parcels.services.shelving import shelve, stay
from peredacha.rooms.parcels.services.stepping import lay_in, take_step, take_up
from peredacha.rooms.parcels.services.summary import summary_for
from peredacha.rooms.parcels.services.telling import (
    ToldParcel,
    kind_words,
    lines_for,
    told_parcel,
    weight_words,
)
from peredacha.rooms.parcels.services.undoing import NotUndone, take_back, told_mistake

__all__ = [
    "CAME_BACK",
    "COARSE",
    "ENDS",
    "FILING",
    "FOLLOWS",
    "KEPT",
    "ChangedMeanwhile",
    "NotUndone",
    "OpenCard",
    "ParcelFile",
    "ToldParcel",
    "ask_parcel",
    "complain",
    "erase_due",
    "kind_words",
    "lay_in",
    "let_go",
    "lines_for",
    "open_cards",
    "open_parcel",
    "parcels_of",
    "scanned_cards",
    "shelve",
    "stay",
    "summary_for",
    "take_back",
    "take_step",
    "take_up",
    "told_counter",
    "told_mistake",
    "told_parcel",
    "weight_words",
    "why_no_place",
]
