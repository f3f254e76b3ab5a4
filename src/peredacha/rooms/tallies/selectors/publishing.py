"""What may be told in public of numbers: a small one can point at somebody, also when a sum gives it back."""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from peredacha.rooms.tallies.models import Tally, TallyKind

WENT_OUT = (
    TallyKind.PARCEL_DELIVERED,
    TallyKind.PARCEL_REFUSED,
    TallyKind.PARCEL_RETURNED,
    TallyKind.PARCEL_LOST,
)
"""Every parcel that was paid for, whatever became of it."""
LEAST_PUBLIC = 5
"""A number from 1 to one below this is not told in public."""
Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True)
class Published(Generic[Key]):
    """Numbers as anybody may read them; None: hidden."""

    cells: Mapping[Key, int | None]
    total: int | None

    @property
    def hides(self) -> bool:
        """Whether something is hidden."""
        return self.total is None or None in self.cells.values()


def publishable(cells: Mapping[Key, int], *, least: int = LEAST_PUBLIC) -> Published[Key]:
    """Numbers that add up to a total, with the small ones hidden so that the total does not give them back.

    With a small one the smallest of the others is hidden too, and all that are as small as that; where there is no
    other, the total is hidden. 0 is told as 0. So who knows this rule, and adds and takes away, finds no hidden number.
    """
    hidden = {key for key, value in cells.items() if 0 < value < least}
    total: int | None = sum(cells.values())
    if hidden:
        smallest = min((value for value in cells.values() if value >= least), default=None)
        hidden |= {key for key, value in cells.items() if value == smallest}
        total = None if smallest is None else total
    return Published({key: None if key in hidden else value for key, value in cells.items()}, total)


def outcomes_may_be_told(tallies: Iterable[Tally]) -> bool:
    """Whether the public report may tell what became of the parcels of a month one outcome by one.

    The page of the cost tells their sum; so either every outcome can be told, or the sum alone.
    """
    sums = dict.fromkeys(map(str, WENT_OUT), 0)
    for one in tallies:
        if one.kind in sums:
            sums[one.kind] += one.number
    return not publishable(sums).hides


def parcels_out(tallies: Iterable[Tally]) -> int:
    """How many parcels went out, whatever became of them."""
    return sum(one.number for one in tallies if one.kind in WENT_OUT)
