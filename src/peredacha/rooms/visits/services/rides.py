"""Rides: offered by a driver, opened by who finds seats, brought together with visits, told to have happened."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID, uuid5

from django.db import transaction
from django.utils import timezone

from peredacha.core.turns import LAST
from peredacha.rooms.errands.selectors import packers_of
from peredacha.rooms.tallies.models import TallyKind
from peredacha.rooms.tallies.services import count
from peredacha.rooms.vault.selectors import recoveries_of
from peredacha.rooms.vault.services import (
    Keys,
    OpenSafe,
    erase_safes,
    new_safes,
    open_safes,
    read_rows,
    write_first_rows,
)
from peredacha.rooms.visits.models import NO_RIDE, Ride, RideRow, RideState, RideTold, VisitState
from peredacha.rooms.visits.selectors import due_visits, find_ride, rides_of, waiting_visits
from peredacha.rooms.visits.services.files import OpenVisit, change, open_visits
from peredacha.rooms.visits.services.matching import NEAR, Offer, Wish, matches
from peredacha.rooms.visits.services.turns import weights_of

RIDE_KEPT = timedelta(weeks=4)
"""So long after its day a ride is kept."""


class NoCircle(Exception):
    """Nobody founded the circle that reads rides in this chapter."""


@dataclass(frozen=True, repr=False)
class OpenRide:
    """A ride with its card."""

    row: Ride
    safe: OpenSafe
    told: RideTold

    @property
    def free(self) -> int:
        """How many seats nobody has."""
        return self.row.seats - self.row.taken


@transaction.atomic
def offer_ride(*, keys: Keys, once: UUID, on: date, seats: int, told: RideTold, now: datetime) -> Ride:
    """A car goes somewhere on a day; the same form twice is one ride. Raises NoCircle."""
    chapter = keys.member.chapter if keys.member else ""
    packers = packers_of(chapter)
    if packers is None:
        raise NoCircle
    name = uuid5(keys.holder, str(once))
    found = find_ride(chapter, name)
    if found:
        return found
    safe = new_safes(giver=keys.holder, pair=keys.pair, readers=[[packers, *recoveries_of([chapter])]])[0]
    write_first_rows(RideRow, safe, [told.packed()])
    row = Ride(id=name, chapter=chapter, safe_id=safe.id, on=on, seats=seats, erase_on=on + RIDE_KEPT)
    row.save(force_insert=True)
    return row


def open_rides(keys: Keys, rides: Iterable[Ride], *, now: datetime) -> list[OpenRide]:
    """Those of the rides that these keys open, in their order."""
    rows = list(rides)
    safes = open_safes(keys, [one.safe_id for one in rows], now=now)
    cards = {one.safe_id: one for one in RideRow.objects.filter(safe_id__in=list(safes))}
    found = []
    for row in rows:
        if row.safe_id not in cards:
            continue
        content = read_rows([cards[row.safe_id]], safes[row.safe_id])[0].content
        try:
            found.append(OpenRide(row, safes[row.safe_id], RideTold.unpacked(content or {})))
        except ValueError:
            continue
    return found


def standing_rides(keys: Keys, chapter: str, *, now: datetime) -> list[OpenRide]:
    """The open rides of a chapter."""
    return open_rides(keys, rides_of(chapter, today=timezone.localdate(now)), now=now)


def open_ride(keys: Keys, chapter: str, ride: UUID, *, now: datetime) -> OpenRide | None:
    """One ride of a chapter."""
    row = find_ride(chapter, ride)
    return next(iter(open_rides(keys, [row], now=now)), None) if row else None


def travellers(keys: Keys, chapter: str, *, now: datetime) -> list[OpenVisit]:
    """The visits of a chapter that have seats or want some: of whoever was left alone longest first.

    Of one person the visit whose day is fixed comes first, then the nearest.
    """
    today = timezone.localdate(now)
    opened = open_visits(keys, waiting_visits(chapter, since=today - NEAR), now=now)
    found = [one for one in opened if one.told.wants_seats or one.told.ride]
    places = weights_of(keys, chapter, {one.row.matter_id for one in found}, today=today)
    return sorted(
        found, key=lambda one: (places.get(one.row.matter_id, LAST), one.row.state != VisitState.PLANNED)
    )


def proposals(rides: list[OpenRide], visits: list[OpenVisit]) -> list[tuple[UUID, OpenVisit]]:
    """Which ride could take whom, as the matching sees it: pairs of the ride's name and a visit.

    Whoever stands first among ``visits`` gets seats first.
    """
    days = {str(one.row.id): one.row.on for one in rides}
    offers = [Offer(str(one.row.id), one.told.facility, one.row.on, one.free) for one in rides]
    busy: dict[UUID, set[date]] = {}
    for one in visits:
        if one.told.ride in days:
            busy.setdefault(one.row.matter_id, set()).add(days[one.told.ride])
    wishes = [
        Wish(
            str(one.id),
            str(one.row.matter_id),
            one.told.facility,
            one.told.day,
            one.told.wants_seats,
            firm=one.row.state == VisitState.PLANNED,
            busy=frozenset(busy.get(one.row.matter_id, ())),
        )
        for one in visits
        if one.told.day and not one.told.ride and one.told.wants_seats
    ]
    found = {str(one.id): one for one in visits}
    return [(UUID(one.ride), found[one.visit]) for one in matches(offers, wishes)]


@transaction.atomic
def call_off(*, keys: Keys, ride: OpenRide, now: datetime) -> None:
    """The car does not go: who had seats reads so, and wants some again."""
    if not Ride.objects.filter(id=ride.row.id, state=RideState.OPEN).update(state=RideState.OFF, taken=0):
        return
    name = str(ride.row.id)
    for one in travellers(keys, ride.row.chapter, now=now):
        if one.told.ride == name:
            change(opened=one, what="ride_off", now=now, **NO_RIDE)


@transaction.atomic
def note_done(*, ride: OpenRide, now: datetime) -> None:
    """The car went: the seats given count in the public number, once."""
    done = Ride.objects.filter(id=ride.row.id, state=RideState.OPEN)
    if done.update(state=RideState.DONE) and ride.row.taken:
        count(
            chapter=ride.row.chapter,
            kind=TallyKind.RIDE_GIVEN,
            facility=ride.told.facility,
            today=timezone.localdate(now),
            by=ride.row.taken,
        )


def erase_due_visits(*, today: date) -> int:
    """Erase every visit and ride whose clock has run out; gives how many. Needs no key."""
    due = due_visits(today)
    erase_safes(due)
    return len(due)
