"""What a window took and what it refused: for a packer, for a solver, for a card."""

from collections.abc import Collection
from datetime import date

from django.conf import settings

from peredacha.core.language import Text
from peredacha.core.law.parcels import ParcelLaw
from peredacha.core.packing import Ban, Practice, practice_among
from peredacha.jurisdictions.parcels import parcel_law
from peredacha.rooms.facilities.models import Facility, Outcome, Subject
from peredacha.rooms.facilities.selectors.folding import folded


def land_of_parcels() -> ParcelLaw:
    """What the land says of parcels."""
    return parcel_law(settings.JURISDICTION)


def thing_name(thing: str) -> Text:
    """What a thing is called; one that the land does not know is its own name."""
    return land_of_parcels().name(thing) or {"ru": thing, "en": thing}


def same_place(facility: Facility) -> list[Facility]:
    """The card, and those that other chapters keep of the same place: of its region and kind, with its name."""
    others = Facility.objects.filter(region=facility.region, kind=facility.kind).exclude(pk=facility.pk)
    name = folded(facility.name_ru)
    return [facility, *(one for one in others.order_by("chapter") if folded(one.name_ru) == name)]


def practice_of(facility: str, *, on: date) -> tuple[Practice, ...]:
    """What people met at the place of that public id until that day, thing by thing, the newest first."""
    return practice_at(places_of(facility), on)


def practice_at(places: Collection[Facility], on: date) -> tuple[Practice, ...]:
    """What people met at cards of one place until that day."""
    met = Outcome.objects.filter(facility__in=places, subject=Subject.GOODS, on__lte=on)
    return practice_among(met.order_by("pk"), on, thing_name)


def bans_of(facility: str, *, on: date) -> tuple[Ban, ...]:
    """What does not go there: first by the rule, then what was refused and not taken since."""
    places = places_of(facility)
    if not places:
        return ()
    law = (Ban(one.of, one.why) for one in land_of_parcels().bans_at(places[0].kind, on=on))
    return (*law, *(one.ban for one in practice_at(places, on) if one.banned))


def places_of(public_id: str) -> list[Facility]:
    """Every card of the place with that public id; none where there is no such card."""
    facility = Facility.objects.filter(public_id=public_id).order_by("pk").first()
    return same_place(facility) if facility else []
