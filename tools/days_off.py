"""Write the days off of a land from the pinned ``holidays`` package: ``.venv/bin/python tools/days_off.py ru RU``.

Run it when the pin was raised; read the difference beside the decree, then state the decree in ``calendar.yaml``.
The running server does not load the package: three hundred modules for a few hundred dates.
"""

import sys
from collections.abc import Iterable
from datetime import date
from importlib.metadata import version
from itertools import groupby
from pathlib import Path

import holidays

from peredacha.jurisdictions.calendars import FIRST_YEAR, LAST_YEAR

LANDS = Path(__file__).parents[1] / "src" / "peredacha" / "jurisdictions"


def by_year(days: Iterable[date]) -> str:
    """A list with one line a year."""
    years = groupby(sorted(days), key=lambda day: day.year)
    return "\n".join("  " + "".join(f"{day}, " for day in some).rstrip() for _year, some in years)


def days_off(country: str) -> str:
    """The whole file for a country code of the package."""
    package = holidays.country_holidays(country, years=range(FIRST_YEAR, LAST_YEAR + 1))
    return (
        f"# Written by tools/days_off.py from the package holidays {version('holidays')}, country {country} (MIT).\n"
        "# Compared with every decree in calendar.yaml at each check, and with the package by a test.\n"
        f"off: [\n{by_year(package)}\n]\nworked: [\n{by_year(package.weekend_workdays)}\n]\n"
    )


if __name__ == "__main__":
    land, country = sys.argv[1:]
    (LANDS / land / "days_off.yaml").write_text(days_off(country))
