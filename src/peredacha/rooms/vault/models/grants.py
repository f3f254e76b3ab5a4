"""Safes and grants: a data key, and for whom it was sealed. A seal is the grant; nothing else opens a row."""

import uuid

from django.db import models


class Safe(models.Model):
    """A data key without the key: what it holds opens only through a grant."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, help_text="Random name.")
    epoch = models.PositiveIntegerField(default=1, help_text="Which data key new rows are sealed with.")
    salted = models.BooleanField(
        default=False,
        help_text="Whether it opens only with its salt, which stands apart; no for the oldest ones.",
    )
    stale = models.BooleanField(
        default=False,
        db_index=True,
        help_text="Whether somebody who may no longer read knew the newest data key: it is to be renewed.",
    )

    def __str__(self) -> str:
        return f"safe {self.id}"


class Grant(models.Model):
    """The data key of one epoch, sealed to one holder and signed by who gave it."""

    safe = models.ForeignKey(
        Safe, on_delete=models.CASCADE, related_name="grants", help_text="What it opens."
    )
    epoch = models.PositiveIntegerField(help_text="Which data key of the safe.")
    holder = models.ForeignKey(
        "vault.Holder", on_delete=models.CASCADE, related_name="+", help_text="Who can open it."
    )
    sealed = models.BinaryField(help_text="The data key sealed to the holder.")
    giver = models.ForeignKey(
        "vault.Holder", on_delete=models.PROTECT, related_name="+", help_text="Who gave it."
    )
    signature = models.BinaryField(help_text="The giver's signature over the grant.")
    ends_on = models.DateField(null=True, help_text="Last day of an access given for a time; empty: no end.")
    ends_box = models.BinaryField(
        null=True,
        help_text="Exact end of an access given for a time, and what it is for; sealed in the safe.",
    )

    class Meta:
        constraints = (models.UniqueConstraint(fields=("safe", "epoch", "holder"), name="grant_once"),)

    def __str__(self) -> str:
        return f"grant {self.pk}"
