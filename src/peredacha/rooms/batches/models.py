"""Many parcels packed at once: what was proposed for each, sealed to the packers and gone after some days."""

import uuid

from django.db import models

from peredacha.rooms.conversations.models import BlobRow
from peredacha.rooms.vault.models import SealedRow


class BatchState(models.TextChoices):
    """What happens with a batch now."""

    PACKING = "packing", "packing"
    READY = "ready", "ready"
    TAKING = "taking", "taking"
    FAILED = "failed", "failed"


class Batch(models.Model):
    """Parcels that are packed together, such as those before a holiday. For whom stands in its sealed rows alone."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, help_text="Random name.")
    chapter = models.SlugField(max_length=40, help_text="Key of the chapter.")
    safe = models.OneToOneField(
        "vault.Safe", on_delete=models.CASCADE, related_name="+", help_text="What the packers read."
    )
    papers_safe = models.OneToOneField(
        "vault.Safe",
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="Where its printed papers lie; a fresh one after somebody in them erased everything.",
    )
    state = models.CharField(
        max_length=8, choices=BatchState, default=BatchState.PACKING, help_text="What happens with it now."
    )
    day = models.DateField(help_text="Day on which it was begun.")
    erase_on = models.DateField(help_text="Day on which its clock erases it.")

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(state__in=BatchState.values), name="batch_state_is_known"
            ),
        )
        indexes = (
            models.Index(fields=("chapter", "day"), name="batch_of_chapter"),
            models.Index(fields=("erase_on",), name="batch_clock"),
        )
        ordering = ("-day", "id")

    def __str__(self) -> str:
        return f"batch {self.id}"


class BatchRow(SealedRow):
    """One sealed line of a batch: how it was begun, one box, or how good the packing is."""

    class Meta(SealedRow.Meta):
        pass


class BatchPaper(BlobRow):
    """One kind of paper of a whole batch as one file, made beside a request. Its kind and own key are sealed here."""

    class Meta(BlobRow.Meta):
        pass
