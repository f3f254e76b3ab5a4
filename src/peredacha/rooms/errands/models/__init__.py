"""Tables and values of the room."""

from peredacha.rooms.errands.models.recipient import Recipient
from peredacha.rooms.errands.models.rows import ErrandCard, ErrandFile, ErrandRow, SeatRow
from peredacha.rooms.errands.models.words import (
    CELLS,
    CONDITIONS,
    HELD,
    HOW_KNOWN,
    LANGUAGES,
    REGIMES,
    SEXES,
    TRAITS,
    UNKNOWN,
)

__all__ = [
    "CELLS",
    "CONDITIONS",
    "HELD",
    "HOW_KNOWN",
    "LANGUAGES",
    "REGIMES",
    "SEXES",
    "TRAITS",
    "UNKNOWN",
    "ErrandCard",
    "ErrandFile",
    "ErrandRow",
    "Recipient",
    "SeatRow",
]
