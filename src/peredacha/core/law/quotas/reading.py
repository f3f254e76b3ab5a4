"""A quota case read from a file: every fault of every field in one run."""

from datetime import date
from functools import partial

from peredacha.core.language import phrase
from peredacha.core.law.fields import CaseError, Fields
from peredacha.core.law.quotas.case import (
    CELLS,
    CONDITIONS,
    COUNTED,
    HEALTH,
    PLACES,
    REGIMES,
    SEXES,
    Counted,
    Health,
    QuotaCase,
)

KEYS = (
    "jurisdiction",
    "place",
    "regime",
    "conditions",
    "cell",
    "sex",
    "juvenile",
    "pregnant",
    "small_child",
    "health",
    "year_from",
    "used",
    "on",
)
WEIGHT = "weight_g"


def read_quota_case(values: object) -> QuotaCase | list[CaseError]:
    """The case in a mapping, or everything that is wrong with it."""
    errors: list[CaseError] = []
    fields = Fields(values, KEYS, errors)
    on, year_from = fields.day("on"), fields.day("year_from")
    check_days(fields, on, year_from)
    used, weight = read_used(fields)
    found = partial(
        QuotaCase,
        place=fields.choice("place", PLACES) or "colony",
        regime=fields.choice("regime", REGIMES),
        conditions=fields.choice("conditions", CONDITIONS),
        cell=fields.choice("cell", CELLS),
        sex=fields.choice("sex", SEXES),
        juvenile=bool(fields.flag("juvenile")),
        pregnant=bool(fields.flag("pregnant")),
        small_child=bool(fields.flag("small_child")),
        health=read_health(fields),
        year_from=year_from,
        used=used,
        used_weight_g=weight,
        jurisdiction=fields.text("jurisdiction"),
    )
    return errors if errors or on is None else found(on=on)


def check_days(fields: Fields, on: date | None, year_from: date | None) -> None:
    """Note it when the day asked for is missing, or lies before admission."""
    if on is None and not any(error.field == "on" for error in fields.errors):
        fields.fault("on", phrase("Write the day for which you ask, for example on: 2025-06-01."))
    elif on and year_from and on < year_from:
        fields.fault("on", phrase("The day asked for is before the day of admission: check both."))


def read_used(fields: Fields) -> tuple[dict[Counted, int], int]:
    """What is used already: numbers of parcels and visits, and the weight of this month [g]."""
    entry = fields.inside("used", (*COUNTED, WEIGHT))
    return {name: entry.count(name, 1000) for name in COUNTED}, entry.count(WEIGHT, 1_000_000)


def read_health(fields: Fields) -> frozenset[Health]:
    """The entries of ``health`` that are known."""
    found: set[Health] = set()
    for value in fields.texts("health"):
        known = next((one for one in HEALTH if one == value), None)
        if known:
            found.add(known)
        else:
            said = phrase("“{value}” is not known here. Write one of: {options}.",
                          value=value, options=", ".join(HEALTH))  # fmt: skip
            fields.fault("health", said)
    return frozenset(found)
