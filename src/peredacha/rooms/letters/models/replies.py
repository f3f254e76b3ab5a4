"""Answers: sealed apart from the letter until somebody has looked at them; and how long places take, in counts."""

from django.db import models

from peredacha.rooms.conversations.models import BlobRow
from peredacha.rooms.vault.models import SealedRow


class ReplyRow(SealedRow):
    """An answer as it came, in the safe of the errands, which no writer opens."""

    letter = models.ForeignKey(
        "letters.Letter", on_delete=models.CASCADE, related_name="+", help_text="Which letter it answers."
    )

    screened = models.BooleanField(
        default=False,
        help_text="Whether somebody has looked at it, so that the family and the writer see it.",
    )

    class Meta(SealedRow.Meta):
        pass


class ReplyScan(BlobRow):
    """A page of an answer: in the safe of the errands as it came, in the letter's safe once its writer may see it."""

    reply = models.ForeignKey(
        "letters.ReplyRow",
        on_delete=models.CASCADE,
        related_name="+",
        help_text="To which answer it belongs.",
    )

    class Meta:
        ordering = ("sequence",)
        constraints = (models.UniqueConstraint(fields=("safe", "sequence"), name="replyscan_place_once"),)


class ReplyLag(models.Model):
    """How many answers from a place took so many weeks. It names no person and stays when letters are erased."""

    chapter = models.SlugField(max_length=40, help_text="Key of the chapter.")
    facility = models.CharField(
        max_length=12, blank=True, help_text="Random letters that name a public card; empty: no card."
    )
    weeks = models.PositiveSmallIntegerField(help_text="Whole weeks from the post to the answer.")
    number = models.PositiveIntegerField(default=0, help_text="How many answers took so long.")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("chapter", "facility", "weeks"), name="lag_once_a_place"),
        )

    def __str__(self) -> str:
        return f"{self.chapter} {self.facility}: {self.number} after {self.weeks} weeks"
