"""Forms that were sent: a double click saves once."""

from django.db import models


class Ticket(models.Model):
    """A form by its random number; it goes after two days."""

    id = models.UUIDField(primary_key=True, help_text="Random number that came with the form.")
    matter = models.ForeignKey(
        "matters.Matter",
        null=True,
        on_delete=models.CASCADE,
        related_name="+",
        help_text="The matter that was written down with it; empty for a row of a roll.",
    )
    day = models.DateField(db_index=True, help_text="Day on which it was sent.")

    def __str__(self) -> str:
        return f"ticket {self.id}"
