"""What the pages of a list made by hand and of picking show."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from peredacha.core.language import date_in_words
from peredacha.core.packing.rules import there
from peredacha.core.slips.picking import by_shelf
from peredacha.design.wording import language
from peredacha.rooms.boxes.services.ordering import Table
from peredacha.rooms.boxes.services.printing import takes_of
from peredacha.rooms.boxes.services.proposing import in_grams, name_in
from peredacha.rooms.boxes.services.windows import class_name
from peredacha.rooms.parcels.services import ParcelFile
from peredacha.rooms.stores.selectors import kits_of


@dataclass(frozen=True)
class Stop:
    """One stop at a shelf."""

    key: str
    text: str
    hint: str


def choosable(table: Table) -> list[dict[str, Any]]:
    """Every good that lies in the store or is in the box, with what the form says of it."""
    found = []
    for key, good in table.store.goods.items():
        number = there(table.store, key, table.order.rules.good_until)
        if number or key in table.wished:
            told = ngettext("%(n)d is there", "%(n)d are there", number) % {"n": number}
            hint = _("%(there)s, %(grams)s each") % {"there": told, "grams": in_grams(good.grams)}
            group = class_name(min(good.groups)) if good.groups else _("Other things")
            found.append({"key": key, "name": name_in(table, key), "hint": hint, "group": group})
    return sorted(found, key=lambda one: one["name"].casefold())


def kit_choices(chapter: str, today: date) -> list[tuple[str, str]]:
    """The kits of the store, with how many whole ones lie there."""
    found = []
    for one in kits_of(chapter, on=today):
        sets = ngettext("%(n)d whole set is there", "%(n)d whole sets are there", one.sets) % {"n": one.sets}
        found.append((str(one.id), f"{one.name} ({one.weight}; {sets})"))
    return found


def with_kit(pieces: Mapping[str, int], kit: str, chapter: str, today: date) -> dict[str, int]:
    """The pieces with those of a kit added; as they are where the kit is gone."""
    found = next((one for one in kits_of(chapter, on=today) if str(one.id) == kit), None)
    more = found.pieces if found else {}
    return {key: pieces.get(key, 0) + more.get(key, 0) for key in {**pieces, **more}}


def stops_of(parcel: ParcelFile) -> list[Stop]:
    """What is to be fetched for a box, shelf by shelf."""
    stops = []
    for number, one in enumerate(by_shelf(takes_of([parcel]))):
        last = (
            _("Good until %(day)s") % {"day": date_in_words(one.best_before, language())}
            if one.best_before
            else ""
        )
        hint = "; ".join(filter(None, (one.shelf, last)))
        stops.append(Stop(str(number), f"{one.thing} × {one.pieces}", hint))
    return stops
