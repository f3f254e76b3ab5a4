"""Seats and days brought together: who could go with which car. Pure; nothing is given here."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

NEAR = timedelta(days=3)
"""So far from the wished day a ride is still proposed; a fixed day is never moved."""


@dataclass(frozen=True)
class Offer:
    """A ride with free seats."""

    ride: str
    facility: str
    on: date
    free: int


@dataclass(frozen=True)
class Wish:
    """A visit that wants seats. ``family``: whose; ``firm``: the day is fixed; ``busy``: days with a ride already."""

    visit: str
    family: str
    facility: str
    on: date
    seats: int
    firm: bool = False
    busy: frozenset[date] = frozenset()


@dataclass(frozen=True)
class Match:
    """Seats of a ride for a visit."""

    ride: str
    visit: str
    seats: int


def fits(offer: Offer, wish: Wish) -> bool:
    """Whether the car goes there, near that day, with room for all of them, on a day without another ride."""
    apart = abs(offer.on - wish.on)
    return (
        bool(wish.facility)
        and offer.facility == wish.facility
        and apart <= (timedelta(0) if wish.firm else NEAR)
        and 0 < wish.seats <= offer.free
        and offer.on not in wish.busy
    )


def matches(offers: Iterable[Offer], wishes: Iterable[Wish]) -> tuple[Match, ...]:
    """A visit at most once, a family at most once a day, no seat twice. Seats are given in the order of the wishes.

    The ride nearest to the day is taken; of two as near, the one that is left with fewer empty seats.
    """
    rides = list(offers)
    free = {one.ride: one.free for one in rides}
    busy: dict[str, set[date]] = {}
    found, served = [], set()
    for wish in wishes:
        days = busy.setdefault(wish.family, set()) | wish.busy
        open_now = [Offer(one.ride, one.facility, one.on, free[one.ride]) for one in rides]
        able = [one for one in open_now if fits(one, wish) and one.on not in days]
        if not able or wish.visit in served:
            continue
        best = min(able, key=lambda one: (abs(one.on - wish.on), one.free, one.ride))
        free[best.ride] -= wish.seats
        busy[wish.family].add(best.on)
        served.add(wish.visit)
        found.append(Match(best.ride, wish.visit, wish.seats))
    return tuple(found)
