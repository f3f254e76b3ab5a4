"""What the list must know of somebody's counter and place, and no more: the content of one small card."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal, Protocol

CARRIED, VISITS = ("parcels", "packets"), ("short_visits", "long_visits")


class OneSlot(Protocol):
    """One parcel, packet or visit of a counter: its kind, its day, ``used`` or ``reserved`` until a day."""

    @property
    def kind(self) -> str:
        """Which of the four things that the law counts."""

    @property
    def on(self) -> date:
        """The day on which it is handed in or happens."""

    @property
    def state(self) -> str:
        """Used, reserved or released."""

    @property
    def until(self) -> date | None:
        """Until when a plan keeps its place."""


@dataclass(frozen=True, repr=False)
class Served:
    """When somebody last had something; None: never. ``…_kept``: until when a place in the counter is kept."""

    alias: str = ""
    parcel: date | None = None
    visit: date | None = None
    confirmed_on: date | None = None
    parcel_kept: date | None = None
    visit_kept: date | None = None

    @classmethod
    def drawn(cls, slots: Iterable[OneSlot], *, alias: str, confirmed_on: str) -> "Served":
        """From a counter and what is known of the person; ``confirmed_on`` is ISO text or empty."""
        lines = list(slots)
        return cls(
            alias=alias,
            parcel=last_used(lines, CARRIED),
            visit=last_used(lines, VISITS),
            confirmed_on=date.fromisoformat(confirmed_on) if confirmed_on else None,
            parcel_kept=kept_until(lines, CARRIED),
            visit_kept=kept_until(lines, VISITS),
        )

    def keeps(self, kind: Literal["parcel", "visit"], today: date) -> bool:
        """Whether a place in the counter is kept for such a thing, so that it is under way."""
        until = self.parcel_kept if kind == "parcel" else self.visit_kept
        return until is not None and until >= today

    def packed(self) -> bytes:
        """As bytes; only what is told."""
        told = {name: str(value) for name, value in vars(self).items() if value}
        return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()

    @classmethod
    def unpacked(cls, data: bytes) -> "Served":
        """From the bytes of :meth:`packed`; raises ValueError on anything else."""
        told = json.loads(data)
        try:
            alias = str(told.pop("alias", ""))
            return cls(alias, **{name: date.fromisoformat(text) for name, text in told.items()})
        except (AttributeError, TypeError) as error:
            raise ValueError from error


def last_used(slots: Iterable[OneSlot], kinds: tuple[str, ...]) -> date | None:
    """The last day on which something of these kinds reached the person, whoever brought it."""
    return max((one.on for one in slots if one.kind in kinds and one.state == "used"), default=None)


def kept_until(slots: Iterable[OneSlot], kinds: tuple[str, ...]) -> date | None:
    """The last day on which a plan of these kinds keeps its place."""
    found = (one.until for one in slots if one.kind in kinds and one.state == "reserved")
    return max((day for day in found if day), default=None)
