"""A thing that a chapter packs, and the codes under which a shop sells it."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

LONGEST_NAME = 80
MOST_GRAMS = 20_000
"""A single thing heavier than the heaviest parcel [grams] is a slip of the finger."""


class Unit(models.TextChoices):
    """What one piece is."""

    PIECE = "piece", _("piece")
    PACK = "pack", _("pack")
    BAG = "bag", _("bag")
    JAR = "jar", _("jar or tin")
    BOTTLE = "bottle", _("bottle")
    BOX = "box", _("box")
    PAIR = "pair", _("pair")


class Season(models.TextChoices):
    """For which part of the year a thing is; empty for the whole year."""

    WINTER = "winter", _("winter")
    SUMMER = "summer", _("summer")


class Good(models.Model):
    """One thing as it lies on the shelf: its weight with its own packing, and the kinds of which windows speak."""

    id = models.UUIDField(
        primary_key=True, default=uuid.uuid4, help_text="Random name; the key in a packing."
    )
    chapter = models.SlugField(max_length=40, help_text="Key of the chapter.")
    code = models.SlugField(
        max_length=40, blank=True, help_text="Short name in the chapter's table; empty when typed by hand."
    )
    name_ru = models.CharField(max_length=LONGEST_NAME, help_text="What it is, in Russian.")
    name_en = models.CharField(max_length=LONGEST_NAME, blank=True, help_text="What it is, in English.")
    grams = models.PositiveIntegerField(help_text="Weight of one piece with its own packing [grams].")
    unit = models.CharField(max_length=8, choices=Unit, default=Unit.PIECE, help_text="What one piece is.")
    groups = models.CharField(
        max_length=200, blank=True, help_text="Keys of its kinds in the law of parcels, parted by spaces."
    )
    size = models.CharField(max_length=10, blank=True, help_text="Size of clothes or shoes; else empty.")
    season = models.CharField(
        max_length=6, choices=Season, blank=True, help_text="For which season; empty for the whole year."
    )
    aliases = models.CharField(
        max_length=200, blank=True, help_text="Other words under which people look for it, with commas."
    )
    least = models.PositiveIntegerField(
        default=0, help_text="How many pieces should always be there; 0: no matter."
    )
    gone = models.BooleanField(default=False, help_text="True where it is packed no more.")
    search = models.TextField(editable=False, help_text="Names and aliases folded for search.")

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("chapter", "code"), condition=~Q(code=""), name="good_code_once_a_chapter"
            ),
            models.CheckConstraint(
                condition=Q(grams__gte=1) & Q(grams__lte=MOST_GRAMS), name="good_weighs_something"
            ),
            models.CheckConstraint(condition=~Q(name_ru=""), name="good_has_a_name"),
            models.CheckConstraint(condition=Q(unit__in=Unit.values), name="good_unit_is_known"),
            models.CheckConstraint(condition=Q(season__in=["", *Season.values]), name="good_season_is_known"),
        )
        ordering = ("name_ru", "id")

    def __str__(self) -> str:
        return self.name_ru


class Barcode(models.Model):
    """A code that a shop prints on it; one thing may have several, of several makers."""

    chapter = models.SlugField(max_length=40, help_text="Key of the chapter.")
    code = models.CharField(max_length=13, help_text="EAN-8 or EAN-13, figures with the check figure.")
    good = models.ForeignKey(Good, on_delete=models.CASCADE, related_name="barcodes", help_text="What it is.")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("chapter", "code"), name="barcode_once_a_chapter"),
            models.CheckConstraint(
                condition=Q(code__regex=r"^([0-9]{8}|[0-9]{13})$"), name="barcode_is_figures"
            ),
        )

    def __str__(self) -> str:
        return self.code
