"""Counts of a month, which stay when what was counted is erased."""

from django.db import models


class Counter(models.Model):
    """One count of one chapter in one month."""

    chapter = models.SlugField(
        max_length=40, blank=True, help_text="Key of the chapter; empty for the house."
    )
    month = models.DateField(help_text="First day of the month.")
    name = models.SlugField(max_length=60, help_text="What is counted, as a word such as plans_printed.")
    value = models.PositiveBigIntegerField(default=0, help_text="How many there were.")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["chapter", "month", "name"], name="journal_counter_once_a_month"),
        )

    def __str__(self) -> str:
        return f"{self.chapter} {self.month:%Y-%m} {self.name}: {self.value}"
