"""The shape of list that the windows of a place want, as people met it."""

from collections.abc import Collection
from datetime import date

from peredacha.core.packing import freshness_of
from peredacha.core.slips import PARTS, Want, wants_among
from peredacha.design.wording import said
from peredacha.rooms.facilities.models import Facility, FactNature, FactTopic, Outcome, Subject, Verdict
from peredacha.rooms.facilities.selectors.ages import age_in_short
from peredacha.rooms.facilities.selectors.facts import FactView
from peredacha.rooms.facilities.selectors.practice import places_of


def wants_of(facility: str, *, on: date) -> tuple[Want, ...]:
    """What the place of that public id wanted of a list until that day; nothing where nobody told."""
    return wants_at(places_of(facility), on)


def wants_at(places: Collection[Facility], on: date) -> tuple[Want, ...]:
    """The same for cards of one place."""
    met = Outcome.objects.filter(facility__in=places, subject=Subject.LIST, on__lte=on)
    return wants_among(met.order_by("pk"))


def want_fact(want: Want, today: date) -> FactView:
    """One part of the shape as a fact with its age."""
    told = said(PARTS[want.key])
    return FactView(
        nature=FactNature.PRACTICE,
        topic=str(FactTopic.LIST_FORM.label),
        text=told if want.wanted else f"{Verdict.UNWANTED.label}: {told}",
        norms=(),
        checked=age_in_short(want.day, want.people, today),
        freshness=freshness_of(want.day, today),
        subject=Subject.LIST,
        thing=want.key,
    )
