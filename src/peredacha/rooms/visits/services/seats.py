"""Seats of a ride: given to a visit, given back. No seat twice, nobody in two cars on a day."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import F

from peredacha.rooms.matters.models import Matter
from peredacha.rooms.visits.models import NO_RIDE, Ride, RideState, RideTold, VisitTold
from peredacha.rooms.visits.selectors import visits_in
from peredacha.rooms.visits.services.files import ChangedMeanwhile, OpenVisit, change, fresh, open_visits


class NoSeats(Exception):
    """The ride has not so many free seats any more, or it does not go."""


class RidesAlready(Exception):
    """On that day somebody of this family goes with another car already."""


@transaction.atomic
def give_seats(*, opened: OpenVisit, ride: Ride, card: RideTold, now: datetime) -> OpenVisit:
    """Give a visit the seats that it wants; ``card`` is what the family reads of the ride.

    The same seats twice are given once. Raises NoSeats, RidesAlready, ChangedMeanwhile.
    """
    standing = fresh(opened, now=now)
    wants = standing.told.wants_seats
    if standing.told.ride == str(ride.id):
        return standing
    if standing.told.ride or not wants:
        raise ChangedMeanwhile
    # Two helpers may give seats of two cars to two visits of one family: whoever comes second waits here.
    Matter.objects.select_for_update().filter(id=standing.row.matter_id).first()
    if rides_on(standing, ride, now):
        raise RidesAlready
    take(ride.id, wants)
    return change(
        opened=standing,
        what="seats",
        ride=str(ride.id),
        seats=wants,
        ride_on=ride.on.isoformat(),
        ride_card=card,
        now=now,
    )


def take(ride: UUID, seats: int) -> None:
    """Take seats of an open ride, in one statement: two at once never take the same. Raises NoSeats."""
    free = Ride.objects.filter(id=ride, state=RideState.OPEN, taken__lte=F("seats") - seats)
    if not free.update(taken=F("taken") + seats):
        raise NoSeats


def rides_on(opened: OpenVisit, ride: Ride, now: datetime) -> set[str]:
    """The other rides that take this family on the same day."""
    others = [one for one in visits_in(opened.row.matter_id) if one.id != opened.id]
    names = {one.told.ride for one in open_visits(opened.keys, others, now=now) if one.told.ride}
    found = Ride.objects.filter(id__in=names, on=ride.on, state=RideState.OPEN).values_list("id", flat=True)
    return {str(one) for one in found}


@transaction.atomic
def give_back(*, opened: OpenVisit, now: datetime) -> OpenVisit:
    """Give the seats of a visit back; nothing happens where it has none. Raises ChangedMeanwhile."""
    standing = fresh(opened, now=now)
    if not standing.told.ride:
        return standing
    release(standing.told)
    return change(opened=standing, what="seats_back", now=now, **NO_RIDE)


def release(told: VisitTold) -> None:
    """The seats of a visit are free for others again; inside a transaction, once for each visit."""
    if told.ride:
        rides = Ride.objects.filter(id=UUID(told.ride), state=RideState.OPEN, taken__gte=told.seats)
        rides.update(taken=F("taken") - told.seats)
