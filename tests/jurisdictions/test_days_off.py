"""The days off of the file are those of the pinned package, day by day."""

import holidays
import pytest
from tools.days_off import LANDS, days_off

from peredacha.jurisdictions.load import pack


@pytest.mark.parametrize(("land", "country"), [("ru", "RU")])
def test_the_file_is_what_the_package_gives_today(land: str, country: str) -> None:
    assert (LANDS / land / "days_off.yaml").read_text() == days_off(country)


def test_the_land_rests_and_works_on_the_days_of_the_package() -> None:
    package = holidays.country_holidays("RU", years=range(2000, 2041))
    calendar = pack("ru").calendar

    assert calendar.days_off == frozenset(package)
    assert calendar.working_days == frozenset(package.weekend_workdays)
