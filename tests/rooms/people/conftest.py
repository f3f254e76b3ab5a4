"""Anna the veteran and Pavel the coordinator."""

import pytest
from django.conf import LazySettings
from tests.rooms.people.world import Enrolled, enrol

from peredacha.rooms.people.models import RoleKind


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
