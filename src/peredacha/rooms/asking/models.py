"""The check word that a family finds at its next visit; without the family's keys it says nothing."""

from django.db import models


class CheckWord(models.Model):
    """What the last visit with these eight words left for the next one."""

    holder = models.OneToOneField(
        "vault.Holder", on_delete=models.CASCADE, related_name="+", help_text="The family's key."
    )
    box = models.BinaryField(help_text="The word and the day of that visit, sealed by the family's keys.")

    def __str__(self) -> str:
        return f"check word {self.pk}"
