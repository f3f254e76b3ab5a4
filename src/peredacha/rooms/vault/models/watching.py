"""Two pairs of eyes: counts of openings, and what a second member must confirm."""

import uuid

from django.db import models


class OpeningCount(models.Model):
    """How many matters a member opened on one day; gone after a week."""

    member = models.ForeignKey(
        "people.Member", on_delete=models.CASCADE, related_name="+", help_text="Who opened."
    )
    day = models.DateField(help_text="On which day.")
    count = models.PositiveIntegerField(default=0, help_text="How many openings.")

    class Meta:
        constraints = (models.UniqueConstraint(fields=("member", "day"), name="opening_count_once_a_day"),)

    def __str__(self) -> str:
        return f"openings {self.pk}"


class Approval(models.Model):
    """One act on one thing that needs a second member: asked by one, given by another, used once."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, help_text="Random name.")
    what = models.SlugField(max_length=20, help_text="The act, as a word: export, grant.")
    subject = models.UUIDField(help_text="Random name of what it is about.")
    asked_by = models.ForeignKey(
        "people.Member", on_delete=models.CASCADE, related_name="+", help_text="Who wants to act."
    )
    given_by = models.ForeignKey(
        "people.Member",
        null=True,
        on_delete=models.CASCADE,
        related_name="+",
        help_text="Who agrees; empty: nobody yet.",
    )
    signature = models.BinaryField(default=b"", help_text="The signature of who agrees.")
    until = models.DateField(help_text="Last day on which it holds.")

    class Meta:
        constraints = (models.UniqueConstraint(fields=("what", "subject", "asked_by"), name="approval_once"),)

    def __str__(self) -> str:
        return f"approval {self.id}"
