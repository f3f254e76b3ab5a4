"""What one person can open with, for one request."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from peredacha.core.sealing import KeyPair
from peredacha.rooms.people.models import Member

CARD_KEY_BYTES = 32


@dataclass(frozen=True, repr=False)
class CircleKeys:
    """A circle opened by one of its members."""

    holder: UUID
    """The holder of the epoch."""
    circle: UUID
    number: int
    pair: KeyPair
    card_key: bytes


@dataclass(frozen=True, repr=False)
class Keys:
    """What one person can open with: their own pair and the circles in which they sit."""

    holder: UUID
    pair: KeyPair
    member: Member | None = None
    circles: tuple[CircleKeys, ...] = field(default=())
    pins: Mapping[UUID, bytes] | None = field(default_factory=dict)
    """Fingerprints of the keys met so far; None when the list is damaged."""

    def pair_of(self, holder: UUID) -> KeyPair | None:
        """The pair of a holder: oneself, or a circle in which one sits."""
        if holder == self.holder:
            return self.pair
        return next((one.pair for one in self.circles if one.holder == holder), None)

    @property
    def holders(self) -> tuple[UUID, ...]:
        """Every holder whose seals these keys open."""
        return (self.holder, *(one.holder for one in self.circles))
