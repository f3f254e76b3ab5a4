"""Names for what the counters hold by key alone."""

from collections.abc import Collection, Mapping

from django.conf import settings

from peredacha.core.language import Text
from peredacha.jurisdictions.parcels import parcel_law
from peredacha.rooms.facilities.models import Chapter
from peredacha.rooms.facilities.selectors import list_facilities
from peredacha.rooms.tallies.models import Tally


def class_names() -> Mapping[str, Text]:
    """The classes of goods of the land, by their keys."""
    return {key: one.name for key, one in parcel_law(settings.JURISDICTION).classes.items()}


def places(public_ids: Collection[str]) -> Mapping[str, tuple[str, str]]:
    """By the public id of a card: its region, and its Russian name; a card that is gone is left out."""
    cards = list_facilities().filter(public_id__in=set(public_ids) - {""}).prefetch_related(None)
    told = cards.values_list("public_id", "region", "short_name_ru", "name_ru")
    return {public_id: (region, short or name) for public_id, region, short, name in told}


def chapters_that_count() -> list[Chapter]:
    """The chapters of the house of which something was counted."""
    return list(Chapter.objects.filter(key__in=Tally.objects.values("chapter")).order_by("key"))
