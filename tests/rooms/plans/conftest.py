"""A chapter with a reception, Vera with a plan, and Larisa the lawyer who may read her matter."""

import pytest
from tests.rooms.desk.world import lets_in
from tests.rooms.matters.world import FamilyAtDoor, reception
from tests.rooms.people.world import Enrolled, enrol
from tests.rooms.plans.world import vera_asks


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
