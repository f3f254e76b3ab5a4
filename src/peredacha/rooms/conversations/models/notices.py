"""Notices that wait for the post: to whom, roughly when, how often tried; never about what."""

import uuid

from django.db import models


class NoticeState(models.TextChoices):
    """How a notice stands."""

    WAITING = "waiting", "waiting"
    SENDING = "sending", "sending"
    RESTING = "resting", "resting"
    FAILED = "failed", "failed"


class Notice(models.Model):
    """One letter for one holder, at most; while it rests, it holds no address and only keeps the next one back."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, help_text="Random name.")
    holder = models.OneToOneField(
        "vault.Holder",
        on_delete=models.CASCADE,
        related_name="+",
        help_text="Whose letter it is, by a random name: a helper or a family.",
    )
    state = models.CharField(
        max_length=7, choices=NoticeState, default=NoticeState.WAITING, help_text="How it stands."
    )
    due_at = models.DateTimeField(
        help_text="When it is next looked at: with a random delay, and in steps of five minutes."
    )
    tries = models.PositiveSmallIntegerField(
        default=0, help_text="How often it was given to the mail server."
    )
    again = models.BooleanField(
        default=False, help_text="Whether something new came while the letter was on its way."
    )
    number = models.CharField(
        max_length=32, help_text="Random name of the letter, the same at every try, so that a double is seen."
    )
    box = models.BinaryField(
        null=True, help_text="Address and language, sealed by the boot key; none while it rests."
    )

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(state__in=NoticeState.values), name="notice_state_is_known"
            ),
        )
        indexes = (models.Index(fields=("state", "due_at"), name="notice_due"),)

    def __str__(self) -> str:
        return f"notice {self.id}"


class NoticeWish(models.Model):
    """A helper asked for notices; a helper without a row gets none."""

    member = models.OneToOneField(
        "people.Member", on_delete=models.CASCADE, related_name="+", help_text="Who gets notices."
    )
    box = models.BinaryField(help_text="Address, language and rhythm, sealed by the boot key.")

    def __str__(self) -> str:
        return f"wish {self.pk}"
