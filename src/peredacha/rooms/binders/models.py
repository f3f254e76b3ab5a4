"""Tables of the room: what lies in a binder stands inside the seal, the bytes in encrypted files."""

from django.db import models

from peredacha.rooms.conversations.models import BlobRow
from peredacha.rooms.vault.models import SealedRow

TAG_BYTES = 32


class BinderRow(SealedRow):
    """One sealed line of a binder: a page, the order of pages, an event, a document, a contradiction, a bundle."""

    class Meta(SealedRow.Meta):
        pass


class BinderFile(BlobRow):
    """A photo or a PDF that came in, or a PDF that was bound. Its kind, size and own key are sealed in the row."""

    once_tag = models.BinaryField(
        max_length=TAG_BYTES,
        null=True,
        help_text="Keyed hash of the file as it came, so that sending it twice gives it once.",
    )

    class Meta:
        ordering = ("sequence",)
        constraints = (
            models.UniqueConstraint(fields=("safe", "sequence"), name="binderfile_place_once"),
            models.UniqueConstraint(fields=("safe", "once_tag"), name="binderfile_sent_once"),
        )


class BinderPreview(SealedRow):
    """A small picture of a page, sealed: made when somebody first looks, and at any time again."""

    of = models.OneToOneField(
        BinderRow, on_delete=models.CASCADE, related_name="+", help_text="The line of the page that it shows."
    )

    class Meta(SealedRow.Meta):
        pass
