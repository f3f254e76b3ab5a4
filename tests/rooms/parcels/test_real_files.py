"""On the files of a real house: the last place goes to one helper; after the clock no byte says who got a parcel."""

import json
import subprocess
import sys
from typing import Any

import pytest
from tests.config.backups.conftest import NewHouse, new_house

__all__ = ["new_house"]
pytestmark = pytest.mark.slow


def came_out(new_house: NewHouse, play: str) -> dict[str, Any]:
    """What a play of :mod:`tests.rooms.parcels.plays` ended with."""
    house = new_house(lite=True)
    code = f"from tests.rooms.parcels.plays import {play}; {play}()"
    told = subprocess.run(
        [sys.executable, "-c", code],
        env=house.environment,
        cwd=house.folder,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert told.returncode == 0, told.stderr[-2_000:]
    return dict(json.loads(told.stdout))


def test_six_helpers_cannot_spend_the_last_parcel_of_the_year_twice(new_house: NewHouse) -> None:
    told = came_out(new_house, "the_last_slot")

    assert told["slot"] == ["NoSlot"] * 5 + ["done"]
    assert told["handed"] == ["ChangedMeanwhile"] * 2 + ["done"] and told["steps"] == 1


def test_two_weeks_after_its_end_no_byte_of_a_parcel_is_left_and_the_counters_are(
    new_house: NewHouse,
) -> None:
    told = came_out(new_house, "after_the_clock")

    assert told["before"] == told["marks"] > 10
    assert (told["early"], told["gone"], told["after"]) == (0, 1, 0)
    assert told["counted"] == 1 and told["other"] == "handed"
