"""The key of last resort: a pair whose seed was split among people, and how a helper comes back by it."""

from django.db import models

LASTS_DAYS = 3
"""So long [days] everybody who leads can stop what was announced."""


class RecoveryState(models.TextChoices):
    """How a key of last resort stands."""

    ANNOUNCED = "announced", "announced"
    STANDING = "standing", "standing"
    STOPPED = "stopped", "stopped"


class Recovery(models.Model):
    """A chapter's key of last resort; its seed exists on paper only, in ``shares`` parts."""

    chapter = models.SlugField(max_length=40, help_text="Key of the chapter.")
    holder = models.OneToOneField(
        "vault.Holder", on_delete=models.CASCADE, related_name="+", help_text="The public half of the pair."
    )
    needed = models.PositiveSmallIntegerField(help_text="How many shares open it.")
    shares = models.PositiveSmallIntegerField(help_text="How many shares were written down.")
    state = models.CharField(
        max_length=9, choices=RecoveryState, default=RecoveryState.ANNOUNCED, help_text="How it stands."
    )
    since = models.DateField(help_text="Day on which it was announced.")

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(state__in=RecoveryState.values), name="recovery_state_is_known"
            ),
            models.UniqueConstraint(
                fields=("chapter",),
                condition=~models.Q(state=RecoveryState.STOPPED),
                name="recovery_once_a_chapter",
            ),
        )

    def __str__(self) -> str:
        return f"recovery of {self.chapter}"


class Lost(models.TextChoices):
    """What a member lost."""

    FACTORS = "factors", "phone and printed codes"
    KEYS = "keys", "passphrase and printed words"
    ALL = "all", "all of it"


class Comeback(models.Model):
    """A member who lost keys or phone comes back: announced, vouched for by a second one, stoppable."""

    member = models.OneToOneField(
        "people.Member", on_delete=models.CASCADE, related_name="+", help_text="Who comes back."
    )
    by = models.ForeignKey(
        "people.Member", on_delete=models.CASCADE, related_name="+", help_text="Who vouches first."
    )
    second = models.ForeignKey(
        "people.Member",
        null=True,
        on_delete=models.CASCADE,
        related_name="+",
        help_text="Who vouches too; empty: nobody yet.",
    )
    since = models.DateField(help_text="Day on which it was announced.")
    lost = models.CharField(
        max_length=7,
        choices=Lost,
        default=Lost.KEYS,
        help_text="What was lost: phone and printed codes, passphrase and printed words, or all of it.",
    )

    class Meta:
        constraints = (
            models.CheckConstraint(condition=models.Q(lost__in=Lost.values), name="comeback_lost_is_known"),
        )

    def __str__(self) -> str:
        return f"comeback {self.pk}"
