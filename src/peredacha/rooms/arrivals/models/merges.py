"""Two matters made one: what was copied, and the way back."""

from django.db import models

from peredacha.rooms.vault.models import SealedRow


class Merge(SealedRow):
    """One matter told again in another; which rows were copied stands sealed in the helpers' safe of the kept one."""

    kept = models.ForeignKey(
        "matters.Matter", on_delete=models.CASCADE, related_name="+", help_text="The matter that goes on."
    )
    merged = models.OneToOneField(
        "matters.Matter",
        on_delete=models.CASCADE,
        related_name="+",
        help_text="The matter that was closed; its rows stay as they were until its clock runs out.",
    )
    undo_until = models.DateField(help_text="Last day on which the two can be parted again.")
