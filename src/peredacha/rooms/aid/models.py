"""Offers of aid: place, state and next day in clear; the letter, the official and the files sealed."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from peredacha.rooms.conversations.models import BlobRow
from peredacha.rooms.vault.models import SealedRow


class AidState(models.TextChoices):
    """Where an offer stands."""

    DRAFT = "draft", _("Being written")
    OFFERED = "offered", _("Handed in, waiting for the answer")
    ASKED = "asked", _("They asked for papers")
    ANSWERED = "answered", _("We sent what they asked for")
    AGREED = "agreed", _("They agreed")
    SIGNED = "signed", _("The contract is signed")
    DELIVERED = "delivered", _("Delivered")
    ACCEPTED = "accepted", _("Taken, with an act")
    REFUSED = "refused", _("Refused")
    SILENT = "silent", _("No answer in time")


class Offer(models.Model):
    """One offer of a chapter to one place; what it says is sealed to the reception and the packers."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, help_text="Random name.")
    chapter = models.SlugField(max_length=40, help_text="Key of the chapter.")
    facility = models.CharField(
        max_length=12, help_text="Random letters that name the public card of the place."
    )
    state = models.CharField(
        max_length=9, choices=AidState, default=AidState.DRAFT, help_text="Where the offer stands."
    )
    next_on = models.DateField(
        null=True, help_text="Day on which somebody looks again; empty: nothing is waited for."
    )
    week = models.DateField(help_text="Monday of the week in which it was begun.")
    erase_on = models.DateField(
        db_index=True, help_text="Monday of the week in which its clock erases it with every row and file."
    )
    safe = models.OneToOneField(
        "vault.Safe", on_delete=models.CASCADE, related_name="+", help_text="What reception and packers read."
    )

    class Meta:
        constraints = (
            models.CheckConstraint(condition=models.Q(state__in=AidState.values), name="aid_state_is_known"),
        )
        indexes = (models.Index(fields=("chapter", "next_on"), name="aid_by_next_day"),)

    def __str__(self) -> str:
        return f"aid offer {self.id}"


class AidRow(SealedRow):
    """One sealed line of an offer: what was told for its papers, a thing of the list, a step."""

    class Meta(SealedRow.Meta):
        pass


class AidFile(BlobRow):
    """A certificate, a receipt, an answer, a contract or an act. Its kind and own key are sealed in the row."""

    class Meta(BlobRow.Meta):
        pass
