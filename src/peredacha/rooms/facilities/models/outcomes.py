"""What happened at a window: codes, a day and a count; never who carried what to whom."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from peredacha.rooms.facilities.models.cards import Facility


class Subject(models.TextChoices):
    """Which line of a card an outcome speaks of."""

    GOODS = "goods", _("A thing")
    LIST = "list", _("The list of contents")
    FACT = "fact", _("A line of the card")
    WINDOW = "window", _("A window")
    PHONE = "phone", _("A telephone line")


class Verdict(models.TextChoices):
    """What happened; the first three are for things, two for the shape of a list, the others for lines of the card."""

    ACCEPTED = "accepted", _("They took it")
    ACCEPTED_SO = "accepted_so", _("They took it only like this")
    REFUSED = "refused", _("They did not take it")
    WANTED = "wanted", _("They want it so")
    UNWANTED = "unwanted", _("They do not want it so")
    SAME = "same", _("It is still so")
    DIFFERENT = "different", _("It was different")
    CLOSED = "closed", _("It was closed")


class Reason(models.TextChoices):
    """Why a thing was refused, then how it had to be so that it was taken."""

    BANNED = "banned", _("they say that it is banned")
    PACKING = "packing", _("the packing was wrong")
    WEIGHT = "weight", _("the weight was too much")
    LIST_FORM = "list_form", _("the list was written wrongly")
    NO_SLOT = "no_slot", _("no parcel was left for this period")
    WRONG_DAY = "wrong_day", _("it was the wrong day or hour")
    NO_REASON = "no_reason", _("no reason was told")
    OTHER = "other", _("another reason")
    CLEAR_BAG = "clear_bag", _("repacked into a clear bag")
    UNWRAPPED = "unwrapped", _("without wrappers")
    FACTORY = "factory", _("in the unopened packing of the factory, with its label")
    CUT = "cut", _("cut into pieces")
    PLAIN_NAME = "plain_name", _("named in the list plainly, without the brand")
    WEIGHED = "weighed", _("with the weight of each thing in the list")


REFUSALS = tuple(Reason.values[:8])
"""Why a thing was not taken."""
HOWS = tuple(Reason.values[8:])
"""How a thing had to be."""
REASONS: dict[str, tuple[str, ...]] = {Verdict.REFUSED: REFUSALS, Verdict.ACCEPTED_SO: HOWS}
"""The reasons that belong to a verdict; the other verdicts have none."""
VERDICTS: dict[str, tuple[str, ...]] = {
    Subject.GOODS: ("accepted", "refused", "accepted_so"),
    Subject.LIST: ("wanted", "unwanted"),
    Subject.FACT: ("same", "different"),
    Subject.WINDOW: ("same", "different", "closed"),
    Subject.PHONE: ("same", "different"),
}
"""What may be said of each sort of line."""
LONGEST_THING = 80


def _known_sorts(table: str) -> tuple[models.CheckConstraint, ...]:
    """The table refuses codes that nobody knows."""
    sorts = models.Q(subject__in=Subject.values, verdict__in=Verdict.values)
    reasons = models.Q(reason__in=["", *Reason.values])
    return (
        models.CheckConstraint(condition=sorts, name=f"{table}_is_of_a_known_sort"),
        models.CheckConstraint(condition=reasons, name=f"{table}_reason_is_known"),
    )


class Seen(models.Model):
    """What an outcome and a report have in common; no table of its own."""

    facility = models.ForeignKey(
        Facility, on_delete=models.CASCADE, related_name="%(class)ss", help_text="Where it happened."
    )
    subject = models.CharField(max_length=10, choices=Subject, help_text="Which sort of line it speaks of.")
    thing = models.CharField(
        max_length=LONGEST_THING, help_text="Key of the line, or the class or public name of a good."
    )
    verdict = models.CharField(max_length=12, choices=Verdict, help_text="What happened.")
    reason = models.CharField(
        max_length=12, choices=Reason, blank=True, help_text="Why it was refused, or how it was taken."
    )
    on = models.DateField(help_text="The day when it happened.")

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.subject} {self.thing}: {self.verdict} {self.reason}".strip()


class Outcome(Seen):
    """So many people met the same at a window on the same day; practice is made of nothing else."""

    count = models.PositiveIntegerField(default=1, help_text="How many people met it.")
    origin = models.SlugField(max_length=40, help_text="Key of the chapter whose people met it.")

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("facility", "subject", "thing", "verdict", "reason", "on", "origin"),
                name="outcome_counted_once",
            ),
            *_known_sorts("outcome"),
            models.CheckConstraint(
                condition=models.Q(count__gte=1) & ~models.Q(thing=""), name="outcome_says_something"
            ),
        )


class Report(Seen):
    """What a stranger told of a window; it waits until a helper knows that it is so."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False, help_text="A random number.")

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("facility", "subject", "thing", "verdict", "reason", "on"), name="report_waits_once"
            ),
            *_known_sorts("report"),
        )
