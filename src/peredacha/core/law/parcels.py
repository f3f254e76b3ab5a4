"""What may lie in a parcel as a land states it: kinds of goods, what no window of a place may take, what to know."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import Literal

from peredacha.core.language import Text
from peredacha.core.law.basis import Basis, Stated

ParcelPlace = Literal[
    "police",
    "temporary",
    "special_reception",
    "remand",
    "colony",
    "settlement",
    "juvenile",
    "prison",
    "hospital",
    "centre",
]
"""Where a person may be held; the same keys as the kinds of a facility."""


@dataclass(frozen=True)
class GoodsClass(Stated):
    """A kind of goods of which windows and rules speak, such as tea."""

    id: str
    name: Text


@dataclass(frozen=True)
class GoodsThing(Stated):
    """A thing that has a rule of its own inside its class, such as yeast; ``class_`` is the key of the class."""

    id: str
    class_: str
    name: Text


@dataclass(frozen=True)
class ParcelBan(Stated):
    """What the rule shuts out of a parcel: ``of`` is the key of a class or of a thing."""

    id: str
    places: tuple[ParcelPlace, ...]
    of: str
    why: Text
    basis: Basis

    def holds(self, place: str, on: date) -> bool:
        """Whether it speaks of that sort of place on that day."""
        return place in self.places and self.basis.holds_on(on)


@dataclass(frozen=True)
class ParcelNote(Stated):
    """A sentence or two about parcels to a sort of place, not a ban: who may bring it, how it is opened."""

    id: str
    places: tuple[ParcelPlace, ...]
    says: Text
    basis: Basis

    def holds(self, place: str, on: date) -> bool:
        """Whether it speaks of that sort of place on that day."""
        return place in self.places and self.basis.holds_on(on)


@dataclass(frozen=True)
class ParcelFile(Stated):
    """``parcels.yaml`` of a land, as it is written."""

    classes: tuple[GoodsClass, ...] = ()
    things: tuple[GoodsThing, ...] = ()
    bans: tuple[ParcelBan, ...] = ()
    notes: tuple[ParcelNote, ...] = ()


@dataclass(frozen=True)
class ParcelLaw:
    """The law of parcels of a land; ``classes`` and ``things`` by their keys, in the order of the file."""

    stated: ParcelFile = ParcelFile()

    @cached_property
    def classes(self) -> Mapping[str, GoodsClass]:
        """Every kind of goods."""
        return MappingProxyType({one.id: one for one in self.stated.classes})

    @cached_property
    def things(self) -> Mapping[str, GoodsThing]:
        """Every thing with a rule of its own."""
        return MappingProxyType({one.id: one for one in self.stated.things})

    def name(self, key: str) -> Text | None:
        """What a class or a thing is called; None where there is no such key."""
        found = self.classes.get(key) or self.things.get(key)
        return found.name if found else None

    def bans_at(self, place: str, *, on: date) -> tuple[ParcelBan, ...]:
        """What a place of that sort may not take on that day; nothing for a sort that the land does not know."""
        return tuple(one for one in self.stated.bans if one.holds(place, on))

    def notes_at(self, place: str, *, on: date) -> tuple[ParcelNote, ...]:
        """What to know of parcels to a place of that sort on that day."""
        return tuple(one for one in self.stated.notes if one.holds(place, on))
