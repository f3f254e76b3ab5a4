"""Counters by month and what was spent: no recipient, no giver, no payee stands in any row."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _


class TallyKind(models.TextChoices):
    """What is counted."""

    PARCEL_DELIVERED = "parcel_delivered", _("Parcels delivered")
    PARCEL_REFUSED = "parcel_refused", _("Parcels refused at a window")
    PARCEL_RETURNED = "parcel_returned", _("Parcels that came back")
    PARCEL_LOST = "parcel_lost", _("Parcels lost")
    PACKET_DELIVERED = "packet_delivered", _("Small packets delivered")
    LETTER_SENT = "letter_sent", _("Letters sent")
    LETTER_ANSWERED = "letter_answered", _("Letters answered")
    VISIT_MADE = "visit_made", _("Visits made")
    RIDE_GIVEN = "ride_given", _("Rides to a visit")
    GIFT_RECEIVED = "gift_received", _("Gifts of things received")
    AID_GIVEN = "aid_given", _("Aid taken by places")


class Tally(models.Model):
    """How many of one kind a chapter had in one month, at one place; it names nobody and is never erased."""

    chapter = models.SlugField(max_length=40, help_text="Key of the chapter.")
    month = models.DateField(help_text="First day of the month.")
    facility = models.CharField(
        max_length=12, blank=True, help_text="Random letters that name a public card; empty: no place."
    )
    kind = models.CharField(max_length=20, choices=TallyKind, help_text="What is counted.")
    goods = models.CharField(
        max_length=20, blank=True, help_text="Key of a class of goods, such as tea; empty: not told apart."
    )
    number = models.PositiveBigIntegerField(default=0, help_text="How many there were.")
    grams = models.PositiveBigIntegerField(default=0, help_text="What they weighed together [g].")

    class Meta:
        ordering = ("month", "kind", "goods", "facility")
        constraints = (
            models.UniqueConstraint(
                fields=("chapter", "month", "facility", "kind", "goods"), name="tally_once_a_month"
            ),
            models.CheckConstraint(condition=models.Q(kind__in=TallyKind.values), name="tally_kind_is_known"),
        )

    def __str__(self) -> str:
        return f"{self.chapter} {self.month:%Y-%m} {self.kind}: {self.number}"


class SpentOn(models.TextChoices):
    """What money went for."""

    FOOD = "food", _("Food and things")
    BOXES = "boxes", _("Boxes and wrapping")
    POSTAGE = "postage", _("Postage")
    FUEL = "fuel", _("Fuel and fares")
    PRINTING = "printing", _("Paper and printing")


class Spending(models.Model):
    """One sum from a receipt. Who paid and who was paid is not kept: there is no field for it."""

    id = models.UUIDField(
        primary_key=True,
        default=uuid.uuid4,
        help_text="Random name; it came with the form, so that it counts once.",
    )
    chapter = models.SlugField(max_length=40, help_text="Key of the chapter.")
    month = models.DateField(help_text="First day of the month in which it was spent.")
    what = models.CharField(max_length=10, choices=SpentOn, help_text="What the money went for.")
    kopecks = models.PositiveBigIntegerField(help_text="The sum [kopecks].")

    class Meta:
        ordering = ("-month", "what", "id")
        constraints = (
            models.CheckConstraint(condition=models.Q(what__in=SpentOn.values), name="spending_is_known"),
        )
        indexes = (models.Index(fields=("chapter", "month"), name="spending_by_month"),)

    def __str__(self) -> str:
        return f"{self.chapter} {self.month:%Y-%m} {self.what}"
