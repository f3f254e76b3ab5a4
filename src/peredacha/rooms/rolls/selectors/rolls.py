"""Rolls as they stand in clear."""

from uuid import UUID

from peredacha.rooms.rolls.models import Roll


def rolls_of(chapter: str) -> list[Roll]:
    """Every roll of a chapter, open ones first, the newest first."""
    return list(Roll.objects.filter(chapter=chapter).order_by("-state", "-week", "id"))


def find_roll(roll: UUID, chapter: str) -> Roll | None:
    """A roll of this chapter by its random name."""
    return Roll.objects.filter(id=roll, chapter=chapter).first()
