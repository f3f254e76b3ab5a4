"""Tables and values of the room."""

from peredacha.core.carried import (
    BoardCard,
    ContentLine,
    Contents,
    LeftOutLine,
    ParcelRequest,
    ParcelStep,
    WishLine,
)
from peredacha.rooms.parcels.models.rows import Parcel, ParcelCard, ParcelRow, ParcelState

__all__ = [
    "BoardCard",
    "ContentLine",
    "Contents",
    "LeftOutLine",
    "Parcel",
    "ParcelCard",
    "ParcelRequest",
    "ParcelRow",
    "ParcelState",
    "ParcelStep",
    "WishLine",
]
