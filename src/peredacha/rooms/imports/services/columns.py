"""The columns of the two tables that a chapter keeps: facilities and facts."""

from collections.abc import Collection
from dataclasses import fields
from datetime import date

from peredacha.core.language import phrase
from peredacha.core.tables import Column, Reader, Row, Wrong, cells
from peredacha.rooms.facilities.models import (
    Facility,
    FacilityKind,
    Fact,
    FactNature,
    FactTopic,
    PhoneLine,
    Regime,
    Window,
    WindowPurpose,
)
from peredacha.rooms.facilities.services import CardDraft, FactDraft, WindowDraft
from peredacha.rooms.imports.services.cells import card_of, impersonal, law_rows, region_of

PHONES = (1, 2, 3)
"""How many telephone lines a row has room for."""
PHONE_FIELDS = {"number": "", "purpose_ru": "_for_ru", "purpose_en": "_for_en"}
"""Field of a line -> what follows ``phone_1`` in the heading."""
PURPOSES = tuple(WindowPurpose.values)
CARD_FIELDS = tuple(field.name for field in fields(CardDraft) if field.name not in ("phones", "windows"))
WINDOW_FIELDS = tuple(field.name for field in fields(WindowDraft) if field.name != "purpose")
FACT_FIELDS = tuple(field.name for field in fields(FactDraft))
MAY_BE_EMPTY = ("text_en", "norms")
LONGEST = 2000
"""The longest text where the table itself sets no limit [characters]."""


def facility_columns(regions: Collection[str]) -> tuple[Column, ...]:
    """The columns of ``facilities.csv``; all but code, kind, region and name_ru may be left out."""
    readers: dict[str, Reader] = {
        "code": cells.short_name,
        "kind": cells.one_of(FacilityKind.values),
        "regime": cells.one_of(Regime.values),
        "region": region_of(regions),
    }
    required = ("code", "kind", "region", "name_ru")
    card = [
        Column(name, readers.get(name, cells.text), _limit(Facility, name), name in required)
        for name in CARD_FIELDS
    ]
    phones = [
        Column(f"phone_{n}{ending}", cells.phone if not ending else impersonal, _limit(PhoneLine, field))
        for n in PHONES
        for field, ending in PHONE_FIELDS.items()
    ]
    lists = cells.things(impersonal)
    read = {"days": cells.weekdays, "hours": cells.hours, "wants_ru": lists, "wants_en": lists}
    windows = [
        Column(f"{purpose}_{field}", read.get(field, impersonal), _limit(Window, field))
        for purpose in PURPOSES
        for field in WINDOW_FIELDS
    ]
    return (*card, *phones, *windows)


def fact_columns(today: date, cards: Collection[str]) -> tuple[Column, ...]:
    """The columns of ``facts.csv``: about one of these cards, not confirmed after ``today``."""
    readers: dict[str, Reader] = {
        "facility": card_of(cards),
        "key": cells.short_name,
        "nature": cells.one_of(FactNature.values),
        "topic": cells.one_of(FactTopic.values),
        "norms": law_rows,
        "last_confirmed_on": cells.day_until(today),
        "confirmed_by_n": cells.count,
    }
    return tuple(
        Column(name, readers.get(name, impersonal), _limit(Fact, name), name not in MAY_BE_EMPTY)
        for name in FACT_FIELDS
    )


def torn_lines(row: Row) -> list[Wrong]:
    """Telephone lines with a purpose and no number."""
    return [
        (f"phone_{n}", phrase("The line has a purpose and no number. Add the number."))
        for n in PHONES
        if (row.get(f"phone_{n}_for_ru") or row.get(f"phone_{n}_for_en")) and not row.get(f"phone_{n}")
    ]


def lawless_rules(row: Row) -> list[Wrong]:
    """A rule that names no norm."""
    if row.get("nature") == FactNature.RULE and not row.get("norms"):
        says = phrase("A rule must name its norm, such as SIZ-3. Without a norm it is practice.")
        return [("norms", says)]
    return []


def _limit(model: type[Facility | PhoneLine | Window | Fact], field: str) -> int:
    """The longest text that the field holds [characters]."""
    return getattr(model._meta.get_field(field), "max_length", None) or LONGEST
