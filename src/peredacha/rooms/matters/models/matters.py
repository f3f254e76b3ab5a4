"""A matter and the card by which the queue knows it."""

import uuid

from django.db import models


class MatterState(models.TextChoices):
    """Where a matter stands."""

    WAITING = "waiting", "waiting"
    OPEN = "open", "open"
    CLOSED = "closed", "closed"


class CardForm(models.TextChoices):
    """How a card is sealed."""

    PAIR = "pair", "to the circle's pair"
    KEY = "key", "under the circle's card key"


class Matter(models.Model):
    """One family's matter: what stands in clear is on this table alone."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, help_text="Random name.")
    chapter = models.SlugField(max_length=40, help_text="Key of the chapter.")
    state = models.CharField(
        max_length=8, choices=MatterState, default=MatterState.WAITING, help_text="Where the matter stands."
    )
    urgency = models.PositiveSmallIntegerField(
        default=0,
        help_text="3 danger to life or health, 2 expiring deadline, 1 location unknown, 0 the rest.",
    )
    week = models.DateField(help_text="Monday of the week in which the matter came.")
    next_on = models.DateField(help_text="Day by which somebody must look at it again.")
    erase_on = models.DateField(help_text="Monday of the week in which its clock erases it.")
    hold_until = models.DateField(
        null=True, help_text="Day until which the clock stands still; the reason is sealed."
    )
    safe = models.OneToOneField(
        "vault.Safe",
        on_delete=models.CASCADE,
        related_name="+",
        help_text="What the family and its helpers read.",
    )
    inner_safe = models.OneToOneField(
        "vault.Safe", on_delete=models.CASCADE, related_name="+", help_text="What only the helpers read."
    )
    family = models.OneToOneField(
        "vault.Holder",
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="The family's key, where it has a code of words.",
    )
    held_by = models.ForeignKey(
        "people.Member",
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="Who holds the matter, by a random name; empty: nobody.",
    )

    trace_tag = models.BinaryField(
        max_length=32,
        default=bytes,
        help_text="Keyed hash by which the journal's entries of this matter are blanked.",
    )

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(state__in=MatterState.values), name="matter_state_is_known"
            ),
            models.CheckConstraint(condition=models.Q(urgency__lte=3), name="matter_urgency_is_known"),
        )
        indexes = (models.Index(fields=("chapter", "state", "-urgency", "next_on"), name="matter_queue"),)

    def __str__(self) -> str:
        return f"matter {self.id}"


class CircleCard(models.Model):
    """What a list shows of something, sealed to a circle of the chapter, so that many are opened at a time."""

    circle = models.ForeignKey(
        "vault.Holder",
        on_delete=models.PROTECT,
        related_name="+",
        help_text="The circle's epoch that opens it.",
    )
    form = models.CharField(max_length=4, choices=CardForm, help_text="How it is sealed.")
    sealed = models.BinaryField(help_text="The card, padded, bound to whose it is.")

    class Meta:
        abstract = True
        constraints = (
            models.CheckConstraint(
                condition=models.Q(form__in=CardForm.values), name="%(class)s_form_is_known"
            ),
        )

    def __str__(self) -> str:
        return f"{type(self).__name__.lower()} {self.pk}"


class Card(CircleCard):
    """The few facts by which the reception orders its queue, sealed to the circle of the chapter."""

    matter = models.OneToOneField(
        Matter, on_delete=models.CASCADE, related_name="card", help_text="Whose card."
    )


class Claim(models.Model):
    """A helper of the shift is at it now; it ends by itself."""

    matter = models.OneToOneField(
        Matter, on_delete=models.CASCADE, related_name="claim", help_text="What is claimed."
    )
    member = models.ForeignKey(
        "people.Member",
        on_delete=models.CASCADE,
        related_name="+",
        help_text="Who is at it, by a random name.",
    )
    until = models.DateTimeField(help_text="When the claim ends by itself; the row goes then.")

    def __str__(self) -> str:
        return f"claim of {self.matter_id}"
