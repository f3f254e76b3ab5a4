"""It is Monday, 23 November 2026, 12:40 in the corridor; Vera has asked, Anna stands by her."""

from collections.abc import Iterator
from datetime import datetime

import pytest
import time_machine
from tests.rooms.desk.world import lets_in
from tests.rooms.hearings.world import vera_asks
from tests.rooms.matters.world import FamilyAtDoor, reception
from tests.rooms.people.world import Enrolled, enrol

NOW = datetime.fromisoformat("2026-11-23T12:40:00+03:00")


@pytest.fixture(autouse=True)
def corridor() -> Iterator[None]:
    with time_machine.travel(NOW, tick=True):
        yield


@pytest.fixture
def pavel(db: None) -> Enrolled:
    return reception()


@pytest.fixture
def vera(pavel: Enrolled) -> FamilyAtDoor:
    return vera_asks()


@pytest.fixture
def anna(pavel: Enrolled, vera: FamilyAtDoor) -> Enrolled:
    helper = enrol("Anna")
    lets_in(pavel, helper, vera.matter)
    return helper
