"""Visits as a land states them: how long, who may come, what to bring, what never to carry."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from peredacha.core.language import Text
from peredacha.core.law.basis import Basis, Stated
from peredacha.core.law.parcels import ParcelPlace

VisitKind = Literal["short", "long"]
VisitTopic = Literal["how", "who", "bring", "never"]


@dataclass(frozen=True)
class VisitNote(Stated):
    """One thing to know before a visit, and its ground; ``places`` are sorts of places, as for parcels."""

    id: str
    topic: VisitTopic
    places: tuple[ParcelPlace, ...]
    kinds: tuple[VisitKind, ...]
    says: Text
    basis: Basis

    def holds(self, place: str, kind: str, on: date) -> bool:
        """Whether it speaks of that sort of place and visit on that day."""
        return place in self.places and kind in self.kinds and self.basis.holds_on(on)


@dataclass(frozen=True)
class VisitFile(Stated):
    """``visits.yaml`` of a land, as it is written."""

    notes: tuple[VisitNote, ...] = ()


@dataclass(frozen=True)
class VisitLaw:
    """What a land says of visits."""

    stated: VisitFile = VisitFile()

    def notes_for(self, place: str, kind: str, *, on: date) -> tuple[VisitNote, ...]:
        """What holds there for that kind of visit, in the order of the file."""
        return tuple(one for one in self.stated.notes if one.holds(place, kind, on))
