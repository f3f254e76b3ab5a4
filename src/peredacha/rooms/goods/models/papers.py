"""Certificates and receipts: cleaned, sealed to the packers of the chapter, beside the thing they speak of."""

from django.db import models

from peredacha.rooms.conversations.models import BlobRow
from peredacha.rooms.goods.models.goods import Good


class PaperBook(models.Model):
    """Where the papers of a chapter's store are kept."""

    chapter = models.SlugField(max_length=40, unique=True, help_text="Key of the chapter.")
    safe = models.OneToOneField(
        "vault.Safe", on_delete=models.CASCADE, related_name="+", help_text="What the packers read."
    )

    def __str__(self) -> str:
        return f"paper book of {self.chapter}"


class GoodPaper(BlobRow):
    """A certificate or a receipt; what it is and its own key are sealed in the row."""

    good = models.ForeignKey(
        Good, on_delete=models.CASCADE, related_name="papers", help_text="Of which thing."
    )
    best_before = models.DateField(
        null=True, help_text="Best-before day of the pieces it speaks of; empty: of all of them."
    )

    class Meta(BlobRow.Meta):
        pass
