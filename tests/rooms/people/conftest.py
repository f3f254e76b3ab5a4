"""Anna the veteran and Pavel the coordinator, and a house in which nobody has guessed yet."""

from collections.abc import Iterator

import pytest
from django.conf import LazySettings
from tests.rooms.people.world import Enrolled, enrol

from peredacha.rooms.people.models import RoleKind
from peredacha.rooms.people.services import forget_all_wrong


@pytest.fixture(autouse=True)
def nobody_has_guessed() -> Iterator[None]:
    """The slow lanes of the process are empty before and after each test."""
    forget_all_wrong()
    yield
    forget_all_wrong()


@pytest.fixture
def anna(db: None) -> Enrolled:
    """The veteran."""
    return enrol("Anna")


@pytest.fixture
def pavel(db: None) -> Enrolled:
    """The coordinator, who is steward too."""
    return enrol("Pavel", (RoleKind.COORDINATOR, RoleKind.STEWARD))


@pytest.fixture
def after_sign_in(settings: LazySettings) -> str:
    """Where a helper arrives."""
    settings.AFTER_SIGN_IN = "team:account"
    return "/team/me/"
