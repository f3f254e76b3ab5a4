"""Rides in the words of the page."""

from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from peredacha.design.wording import one_in_words
from peredacha.rooms.errands.selectors import card_of
from peredacha.rooms.visits.models import VisitTold
from peredacha.rooms.visits.services.files import OpenVisit
from peredacha.rooms.visits.services.rides import OpenRide


@dataclass(frozen=True)
class Traveller:
    """A visit whose people go, or could go, with a car."""

    visit: str
    who: str
    from_where: str
    said: str


@dataclass(frozen=True)
class ToldRide:
    """A ride on its page, or in the list."""

    id: str
    title: str
    free: str
    rows: tuple[tuple[str, str], ...]
    over: bool
    """Whether its day is here or over, so that it can be told to have happened."""


def told_rides(rides: list[OpenRide]) -> list[ToldRide]:
    """The list."""
    return [told_ride(one) for one in rides]


def told_ride(ride: OpenRide) -> ToldRide:
    """One ride."""
    today, told = timezone.localdate(), ride.told
    card = card_of(told.facility, today=today)
    rows = (
        (_("Hour"), told.hour),
        (_("From where"), told.from_where),
        (_("Who drives"), told.driver_name),
        (_("A remark"), told.words),
    )
    return ToldRide(
        id=str(ride.row.id),
        title=_("%(what)s, %(day)s")
        % {"what": card.title if card else told.place, "day": one_in_words(ride.row.on)},
        free=ngettext("%(n)s seat is free", "%(n)s seats are free", ride.free) % {"n": ride.free},
        rows=tuple((name, value) for name, value in rows if value),
        over=ride.row.on <= today,
    )


def told_proposals(found: list[OpenVisit]) -> list[Traveller]:
    """Visits that could go along, or that do."""
    return [
        Traveller(
            str(one.id), one.told.who or _("Nobody is named yet"), one.told.from_where, said_of(one.told)
        )
        for one in found
    ]


def said_of(told: VisitTold) -> str:
    """When, and how many seats."""
    number = told.seats or told.wants_seats
    seats = ngettext("%(n)s seat", "%(n)s seats", number) % {"n": number}
    return ", ".join(filter(None, (one_in_words(told.day) if told.day else "", seats)))
