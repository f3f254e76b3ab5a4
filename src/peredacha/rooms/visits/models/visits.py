"""A visit in clear, and its sealed lines."""

from django.db import models

from peredacha.rooms.matters.models import SafeOfMatter
from peredacha.rooms.vault.models import SealedRow


class VisitState(models.TextChoices):
    """Where a visit stands."""

    WANTED = "wanted", "wanted"
    ASKED = "asked", "asked for permission"
    PERMITTED = "permitted", "permitted"
    PLANNED = "planned", "the day is fixed"
    MADE = "made", "it happened"
    REFUSED = "refused", "it was refused"
    MISSED = "missed", "nobody came"
    DROPPED = "dropped", "called off"


class Visit(SafeOfMatter):
    """One visit to the person of a matter; its safe is read by who reads the matter, and by who finds seats."""

    chapter = models.SlugField(max_length=40, help_text="Key of the chapter.")
    state = models.CharField(
        max_length=9, choices=VisitState, default=VisitState.WANTED, help_text="Where the visit stands."
    )
    week = models.DateField(help_text="Monday of the week in which it is, was, or was wanted.")
    next_on = models.DateField(null=True, help_text="The day of the visit; empty: not known yet.")
    erase_on = models.DateField(help_text="Day on which its clock erases it.")

    class Meta(SafeOfMatter.Meta):
        constraints = (
            models.CheckConstraint(
                condition=models.Q(state__in=VisitState.values), name="visit_state_is_known"
            ),
        )
        indexes = (models.Index(fields=("chapter", "state", "next_on"), name="visits_by_day"),)


class VisitRow(SealedRow):
    """In the visit's safe: what is known of it as last told, with the ride of those who go."""

    class Meta(SealedRow.Meta):
        pass
