"""Know-how: what many families need and one helper has lived through; in clear only after a second pair of eyes."""

import uuid

from django.db import models

from peredacha.rooms.vault.models import SealedRow

TAG_BYTES = 32


class KnowHowState(models.TextChoices):
    """How a piece of know-how stands."""

    DRAFT = "draft", "draft"
    REVIEW = "review", "review"
    PUBLISHED = "published", "published"
    OLD = "old", "old"


class KnowHow(models.Model):
    """One answer that helps others: by stage or by facility. Before it is published its text is sealed."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, help_text="Random name.")
    chapter = models.SlugField(max_length=40, help_text="Key of the chapter.")
    state = models.CharField(
        max_length=9, choices=KnowHowState, default=KnowHowState.REVIEW, help_text="How it stands."
    )
    stage = models.SlugField(
        max_length=40, blank=True, help_text="Key of the stage it is about; empty before it is published."
    )
    facility = models.SlugField(
        max_length=40, blank=True, help_text="Public id of the facility it is about; may be empty."
    )
    text_ru = models.TextField(blank=True, help_text="The words in Russian; only when published.")
    text_en = models.TextField(blank=True, help_text="The words in English; may be empty.")
    confirmed_by_n = models.PositiveIntegerField(
        default=0, help_text="How many helpers said that they saw it so."
    )
    last_confirmed_on = models.DateField(null=True, help_text="Day on which somebody last said so.")
    safe = models.OneToOneField(
        "vault.Safe",
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="What holds the draft: its author, the reception and the editors open it.",
    )

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(state__in=KnowHowState.values), name="know_how_state_is_known"
            ),
            models.CheckConstraint(
                condition=models.Q(state__in=("published", "old"))
                | models.Q(text_ru="", text_en="", stage=""),
                name="know_how_draft_is_sealed",
            ),
        )
        indexes = (models.Index(fields=("state", "stage", "facility"), name="know_how_public"),)

    def __str__(self) -> str:
        return f"know-how {self.id}"


class KnowHowRow(SealedRow):
    """A draft: its words, its place, its author and what the reviewer asked for."""

    class Meta(SealedRow.Meta):
        pass


class KnowHowYes(models.Model):
    """Somebody confirmed it; who, only a keyed hash knows, so that nobody counts twice."""

    answer = models.ForeignKey(
        KnowHow, on_delete=models.CASCADE, related_name="yeses", help_text="What was confirmed."
    )
    tag = models.BinaryField(max_length=TAG_BYTES, help_text="Keyed hash of the helper and this answer.")

    class Meta:
        constraints = (models.UniqueConstraint(fields=("answer", "tag"), name="know_how_yes_once"),)

    def __str__(self) -> str:
        return f"yes {self.pk}"
