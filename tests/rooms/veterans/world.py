"""Veterans with their cards."""

from datetime import datetime

from django.utils import timezone
from tests.rooms.matters.world import keys
from tests.rooms.people.world import Enrolled, enrol

from peredacha.rooms.veterans.models import ProfileContent
from peredacha.rooms.veterans.services import save_profile

KNOWS = ProfileContent(
    languages=("ru",), stages=("detention", "remand"), kin=("parent",), region="RU-ZRC", capacity=2
)
"""What fits the family of the world."""


def at() -> datetime:
    """Now."""
    return timezone.now()


def veteran(name: str = "Anna", content: ProfileContent = KNOWS, chapter: str = "demo") -> Enrolled:
    """A veteran who has filled in her card."""
    helper = enrol(name, chapter=chapter)
    save_profile(keys=keys(helper), content=content, now=at())
    return helper
