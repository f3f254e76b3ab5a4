"""Messages of a matter."""

from django.db import models

from peredacha.rooms.vault.models import SealedRow

TAG_BYTES = 32
LONGEST_MESSAGE = 8_000
"""What one message holds at most [characters]."""


class Message(SealedRow):
    """One message: in the family's safe it is talk with the family, in the helpers' safe talk among helpers."""

    once_tag = models.BinaryField(
        max_length=TAG_BYTES,
        null=True,
        help_text="Keyed hash of the form that was sent, so that sending it twice gives one message.",
    )

    class Meta:
        ordering = ("sequence",)
        constraints = (
            models.UniqueConstraint(fields=("safe", "sequence"), name="message_place_once"),
            models.UniqueConstraint(fields=("safe", "once_tag"), name="message_sent_once"),
        )
