"""The tables of the room: cards of courts inside the seal, and what was made public with a yes."""

import uuid

from django.db import models

from peredacha.rooms.vault.models import SealedRow

LONGEST_COURT, LONGEST_WORDS = 200, 120


class CardRow(SealedRow):
    """One sealed line: a court's card as it was read last, one that waits to be looked at, or a yes to be public."""

    class Meta(SealedRow.Meta):
        pass


class OpenState(models.TextChoices):
    """How a public hearing stands."""

    OPEN = "open", "open"
    OFF = "off", "off"


class OpenHearing(models.Model):
    """A hearing to which anybody may come. Nothing here leads to a matter: only a sealed row knows this random id."""

    id = models.UUIDField(
        primary_key=True, default=uuid.uuid4, help_text="Random name, the identity in calendars."
    )
    chapter = models.SlugField(max_length=40, help_text="Key of the chapter that tells of it.")
    at = models.DateTimeField(help_text="When it begins.")
    zone = models.CharField(
        max_length=40, help_text="The clock of the court, by the name of its zone, such as Europe/Moscow."
    )
    court = models.CharField(
        max_length=LONGEST_COURT, blank=True, help_text="Court, building, room; empty once withdrawn."
    )
    words = models.CharField(
        max_length=LONGEST_WORDS, blank=True, help_text="What else is said of it; empty: an open hearing."
    )
    state = models.CharField(
        max_length=4, choices=OpenState, default=OpenState.OPEN, help_text="Whether it takes place in public."
    )
    until = models.DateField(help_text="Last day on which the yes to make it public holds.")
    sequence = models.PositiveIntegerField(default=0, help_text="How often it changed since it was told.")
    changed_on = models.DateField(help_text="Day of the last change; the hour is not kept.")

    class Meta:
        ordering = ("at", "id")
        constraints = (
            models.CheckConstraint(
                condition=models.Q(state__in=OpenState.values), name="open_hearing_state_is_known"
            ),
        )
        indexes = (models.Index(fields=("at",), name="open_hearing_by_day"),)

    def __str__(self) -> str:
        return f"open hearing {self.id}"
