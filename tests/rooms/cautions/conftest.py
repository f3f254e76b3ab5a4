"""A chapter with a reception, Vera whose son is in a remand prison, and Larisa the lawyer who may read her matter."""

import pytest
from tests.rooms.cautions.world import vera_asks
from tests.rooms.desk.world import lets_in
from tests.rooms.matters.world import FamilyAtDoor, reception
from tests.rooms.people.world import Enrolled, enrol


@pytest.fixture
def pavel(db: None) -> Enrolled:
    return reception()


@pytest.fixture
def vera(pavel: Enrolled) -> FamilyAtDoor:
    return vera_asks()


@pytest.fixture
def larisa(pavel: Enrolled, vera: FamilyAtDoor) -> Enrolled:
    helper = enrol("Larisa", ("lawyer",))
    lets_in(pavel, helper, vera.matter)
    return helper


@pytest.fixture
def anna(pavel: Enrolled, vera: FamilyAtDoor) -> Enrolled:
    helper = enrol("Anna")
    lets_in(pavel, helper, vera.matter)
    return helper
