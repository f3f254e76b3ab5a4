"""Forms that were sent: a double click saves once."""

from django.db import models


class Ticket(models.Model):
    """A form by its number; it goes after two days."""

    id = models.UUIDField(
        primary_key=True,
        help_text="Random number that came with the form, or a hash of its random mark with what it said.",
    )
    matter = models.ForeignKey(
        "matters.Matter",
        null=True,
        on_delete=models.CASCADE,
        related_name="+",
        help_text="The matter into which a call, a letter or a mail was written down with it; "
        "empty for every other form: of a roll, a try to reach somebody, a promise.",
    )
    day = models.DateField(db_index=True, help_text="Day on which it was sent.")

    def __str__(self) -> str:
        return f"ticket {self.id}"
