"""A chapter: who keeps the cards, its own region where it brings one, its duty lines."""

from django.db import models


class Chapter(models.Model):
    """One local group and what it says of itself; it names no person."""

    key = models.SlugField(max_length=40, unique=True, help_text="Short name of the chapter.")
    name_ru = models.CharField(max_length=120, help_text="Name in Russian.")
    name_en = models.CharField(max_length=120, help_text="Name in English.")
    region = models.CharField(max_length=10, help_text="Code of its region, such as RU-MOW.")
    region_name_ru = models.CharField(max_length=120, help_text="Name of the region in Russian.")
    region_name_en = models.CharField(max_length=120, help_text="Name of the region in English.")
    fictional = models.BooleanField(default=False, help_text="True where the region is invented.")

    class Meta:
        constraints = (models.CheckConstraint(condition=~models.Q(region=""), name="chapter_has_a_region"),)

    def __str__(self) -> str:
        return self.key


class DutyLine(models.Model):
    """A number of the chapter itself, for somebody who does not know whom to call."""

    chapter = models.ForeignKey(
        Chapter, on_delete=models.CASCADE, related_name="duty_lines", help_text="Whose line it is."
    )
    position = models.PositiveSmallIntegerField(help_text="Order on the page, from 1.")
    number = models.CharField(max_length=40, help_text="Number as it is dialled, with the country code.")
    purpose_ru = models.CharField(max_length=120, help_text="What the line is for, in Russian.")
    purpose_en = models.CharField(max_length=120, help_text="What the line is for, in English.")
    hours_ru = models.CharField(max_length=120, blank=True, help_text="When somebody answers, in Russian.")
    hours_en = models.CharField(max_length=120, blank=True, help_text="When somebody answers, in English.")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("chapter", "position"), name="duty_line_position_once"),
            models.CheckConstraint(condition=~models.Q(number=""), name="duty_line_has_a_number"),
        )

    def __str__(self) -> str:
        return f"{self.position}: {self.number}"
