"""The web card of a case, pasted or saved by a person, as values; and what changed since the last one."""

from peredacha.core.courtcards.card import (
    EXPECTED,
    FIELD_NAMES,
    CardAppeal,
    CardBelow,
    CardHearing,
    CardPerson,
    CardStep,
    CourtCard,
    State,
)
from peredacha.core.courtcards.changes import Change, Item, Kind, difference, is_same_case
from peredacha.core.courtcards.reading import Problems, read_card, read_card_file
from peredacha.core.courtcards.telling import change_in_words

__all__ = [
    "EXPECTED",
    "FIELD_NAMES",
    "CardAppeal",
    "CardBelow",
    "CardHearing",
    "CardPerson",
    "CardStep",
    "Change",
    "CourtCard",
    "Item",
    "Kind",
    "Problems",
    "State",
    "change_in_words",
    "difference",
    "is_same_case",
    "read_card",
    "read_card_file",
]
