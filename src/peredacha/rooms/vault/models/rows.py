"""The shape of every sealed row: which safe, which place, and bytes."""

import uuid

from django.db import models


class SealedRow(models.Model):
    """One sealed value in a safe. Its place (room, table, id, safe, epoch, sequence) is bound into the seal."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, help_text="Random name.")
    safe = models.ForeignKey(
        "vault.Safe", on_delete=models.CASCADE, related_name="+", help_text="Whose data key opens it."
    )
    epoch = models.PositiveIntegerField(help_text="Which data key of the safe.")
    sequence = models.PositiveIntegerField(
        help_text="Its place among the rows of this table in the safe, from 1."
    )
    sealed = models.BinaryField(help_text="The value: sealed, padded, bound to its place.")

    class Meta:
        abstract = True
        constraints = (models.UniqueConstraint(fields=("safe", "sequence"), name="%(class)s_place_once"),)
        ordering = ("sequence",)

    def __str__(self) -> str:
        return f"{type(self).__name__.lower()} {self.id}"
