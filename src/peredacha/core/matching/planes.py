"""Points of thousands at once: one whole number for each binary digit, one bit of it for each veteran.

To add points for everybody of a set is a handful of operations on long whole numbers, whoever is in the set; so is
finding the best few. A *mask* is a whole number whose set bits are the positions of a set.
"""

from collections.abc import Iterator, Sequence


def add(planes: list[int], mask: int, points: int) -> None:
    """Add ``points`` [0 or more] to everybody in ``mask``; ``planes`` grows when it must."""
    digit = 0
    while points >> digit:
        if points >> digit & 1:
            carry(planes, mask, digit)
        digit += 1


def carry(planes: list[int], mask: int, digit: int) -> None:
    """Add one unit of a binary digit, carrying to the next."""
    while mask:
        if digit >= len(planes):
            planes.extend([0] * (digit + 1 - len(planes)))
        planes[digit], mask = planes[digit] ^ mask, planes[digit] & mask
        digit += 1


def highest(planes: Sequence[int], among: int, wanted: int) -> tuple[int, int]:
    """The masks of those surely among the ``wanted`` highest, and of those who share the last place."""
    sure, tied = 0, among
    for plane in reversed(planes):
        high = sure | tied & plane
        if high.bit_count() > wanted:
            tied &= plane
        else:
            sure, tied = high, tied & ~plane
    return sure, tied


def points_at(planes: Sequence[int], position: int) -> int:
    """The points of one position."""
    return sum((plane >> position & 1) << digit for digit, plane in enumerate(planes))


def positions(mask: int) -> Iterator[int]:
    """The positions of a mask, the lowest first."""
    while mask:
        lowest = mask & -mask
        yield lowest.bit_length() - 1
        mask ^= lowest


def some_of(mask: int, wanted: int, start: int) -> list[int]:
    """At most ``wanted`` positions of a mask, from ``start`` on and then from the beginning."""
    later = mask >> start << start
    found: list[int] = []
    for half in (later, mask ^ later):
        for position in positions(half):
            if len(found) >= wanted:
                return found
            found.append(position)
    return found
