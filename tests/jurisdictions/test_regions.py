"""Russia's regions: eleven clocks, and real courts in every one of them."""

from datetime import UTC, date, datetime, time

from peredacha.core.language.russian import decline_title
from peredacha.core.law import Start, count_deadline
from peredacha.jurisdictions.load import pack

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
RU = pack("ru")


def test_the_regions_lie_in_eleven_time_zones():
    offsets = {NOON.astimezone(region.zone).utcoffset() for region in RU.regions.values()}
    everywhere = {
        NOON.astimezone(zone).utcoffset()
        for region in RU.regions.values()
        for zone in (
            type(region)(region.code, region.name, (name,), region.courts).zone for name in region.zones
        )
    }

    assert len(RU.regions) == 85
    assert len(offsets) == 11
    assert everywhere == offsets


def test_yakutia_has_three_clocks():
    assert len(RU.regions["RU-SA"].zones) == 3


def test_every_region_has_a_court_that_hears_appeals_and_courts_of_its_districts():
    assert len(RU.courts) == 2311
    for code in RU.regions:
        levels = {court.level for court in RU.courts_of(code)}
        assert "district_or_city" in levels, code
        assert "regional" in levels, code


def test_forty_eight_hours_are_forty_eight_hours_in_every_region():
    for region in RU.regions.values():
        due = count_deadline(RU, "PRE-5", Start(date(2026, 3, 2), time(14, 30), region.zone)).due

        assert due.latest.isoformat().startswith("2026-03-04T14:30")
        assert due.latest.utcoffset() == NOON.astimezone(region.zone).utcoffset()


def test_the_name_of_every_court_changes_surely_so_that_nobody_is_asked_for_its_forms() -> None:
    unsure = [court.name for court in RU.courts if not decline_title(court.name).sure]
    assert not unsure
