"""Files of a talk: what they are lies inside the seal, their bytes in an encrypted file with a random name."""

from django.db import models

from peredacha.rooms.vault.models import SealedRow

NAME_LETTERS = 32


class BlobRow(SealedRow):
    """A sealed row with an encrypted file beside it; every table of such rows is swept, copied and erased alike."""

    blob = models.CharField(
        max_length=NAME_LETTERS,
        unique=True,
        help_text="Random name of the encrypted file in the folder of attachments.",
    )

    class Meta(SealedRow.Meta):
        abstract = True


class Attachment(BlobRow):
    """One file of a message. Its name, kind, size, message and own key are sealed in the row."""

    class Meta(BlobRow.Meta):
        pass
