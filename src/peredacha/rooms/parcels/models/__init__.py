"""Tables and values of the room."""

from peredacha.core.carried import (
    BoardCard,
    ContentLine,
    Contents,
    LeftOutLine,
    ParcelRequest,
    ParcelStep,
    WishLine,
    contents_in,
    request_in,
    step_in,
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
    "contents_in",
    "request_in",
    "step_in",
]
