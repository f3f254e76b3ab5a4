"""One list of sentences for both engines. Each has one settled answer, so that both must say the same."""

from datetime import date, timedelta
from random import Random
from typing import TypedDict

REGIMES = ("strict", "general", "settlement")
REFORM = date(2018, 7, 14)
"""The credit law of 2018: crimes before and after it count house arrest differently."""


class Row(TypedDict):
    """A sentence in plain values, days in ISO. Days of restraint follow one another up to the entry into force."""

    regime: str
    crime_on: str
    custody_days: int
    house_arrest_days: int
    in_force_on: str
    months: int


def rows(count: int, seed: int = 72) -> list[Row]:
    """``count`` sentences, the same for the same seed.

    Days are even (half days have no settled rounding) and terms begin before the 29th (short months have no
    settled end): there our engine answers with a range, and a formula with one number has no answer to compare.
    """
    chance = Random(seed)
    return [row(chance) for _ in range(count)]


def row(chance: Random) -> Row:
    """One sentence: a crime, a few months under restraint, a term longer than any credit."""
    in_force = date(2019 + chance.randrange(7), 1 + chance.randrange(12), 1 + chance.randrange(28))
    custody, arrest = 2 * chance.randrange(1, 200), 2 * chance.randrange(0, 100)
    first = in_force - timedelta(days=custody + arrest)
    return Row(
        regime=chance.choice(REGIMES),
        crime_on=(first - timedelta(days=chance.randrange(30, 900))).isoformat(),
        custody_days=custody,
        house_arrest_days=arrest,
        in_force_on=in_force.isoformat(),
        months=chance.randrange(36, 180),
    )


def as_case(row: Row) -> dict[str, object]:
    """The sentence as a case of ``peredacha law served``."""
    in_force = date.fromisoformat(row["in_force_on"])
    arrest = in_force - timedelta(days=row["house_arrest_days"])
    custody = arrest - timedelta(days=row["custody_days"])
    day = timedelta(days=1)
    periods = [{"kind": "custody", "from": custody, "to": arrest - day}]
    if row["house_arrest_days"]:
        periods.append({"kind": "house_arrest", "from": arrest, "to": in_force - day})
    return {
        "jurisdiction": "ru",
        "articles": ["158 ч. 3"],
        "category": "grave",
        "crime_on": date.fromisoformat(row["crime_on"]),
        "sentences": [{"months": row["months"], "regime": row["regime"], "in_force_on": in_force}],
        "periods": periods,
    }
