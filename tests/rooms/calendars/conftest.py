"""A chapter with a reception, Vera who asked, Anna who stands by her; it is the evening before everything."""

from collections.abc import Iterator

import pytest
import time_machine
from tests.rooms.calendars.world import vera_asks
from tests.rooms.desk.world import lets_in
from tests.rooms.matters.world import FamilyAtDoor, reception
from tests.rooms.people.world import Enrolled, enrol

NOW = "2026-11-23T09:00:00+00:00"


@pytest.fixture
def clock(db: None) -> Iterator[time_machine.Traveller]:
    """Monday, noon in Moscow; the clock stands."""
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


@pytest.fixture
def pavel(clock: time_machine.Traveller) -> Enrolled:
    return reception()


@pytest.fixture
def vera(pavel: Enrolled) -> FamilyAtDoor:
    return vera_asks()


@pytest.fixture
def anna(pavel: Enrolled, vera: FamilyAtDoor) -> Enrolled:
    helper = enrol("Anna")
    lets_in(pavel, helper, vera.matter)
    return helper
