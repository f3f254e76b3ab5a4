"""Further safes of a matter: what others than its readers may open too, such as those who pack its parcels."""

import uuid

from django.db import models


class SafeOfMatter(models.Model):
    """A safe beside the matter's own ones; it is erased with the matter, and can be erased before it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, help_text="Random name.")
    matter = models.ForeignKey(
        "matters.Matter", on_delete=models.CASCADE, related_name="+", help_text="To which matter it belongs."
    )
    safe = models.OneToOneField(
        "vault.Safe", on_delete=models.CASCADE, related_name="+", help_text="What it opens."
    )
    seat = models.ForeignKey(
        "vault.Holder",
        on_delete=models.CASCADE,
        related_name="+",
        help_text="The pair whose private half lies in the matter: so its readers open this safe too.",
    )

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{type(self).__name__.lower()} {self.id}"
