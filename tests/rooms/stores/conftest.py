"""Petya the packer of the demo chapter, and the tea on his shelf."""

import pytest
from tests.rooms.people.world import Enrolled, enrol
from tests.rooms.stores.world import the_tea

from peredacha.rooms.stores.models import Good


@pytest.fixture
def petya(db: None) -> Enrolled:
    return enrol("Petya", ("packer",))


@pytest.fixture
def tea(db: None) -> Good:
    return the_tea()
