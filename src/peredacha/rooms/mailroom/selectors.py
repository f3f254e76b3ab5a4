"""What the room reads without a key: the book, the shelf, the terms of the land."""

from datetime import date
from uuid import UUID

from django.conf import settings
from django.db.models import QuerySet

from peredacha.core.law import DeadlineRule, Land
from peredacha.design.wording import words
from peredacha.jurisdictions.load import pack
from peredacha.rooms.mailroom.models import PaperLetter, PaperState

STANDING = (PaperState.WAITING, PaperState.SEEN)
"""Letters with which something is still to be done."""


def find_paper(letter: UUID, chapter: str) -> PaperLetter | None:
    """A letter of a chapter."""
    return PaperLetter.objects.filter(id=letter, chapter=chapter).first()


def on_the_shelf(chapter: str) -> "QuerySet[PaperLetter]":
    """Letters with which something is still to be done, those at which nobody looked first, then by their day."""
    found = PaperLetter.objects.filter(chapter=chapter, state__in=STANDING)
    return found.order_by("-state", "next_on", "year", "number")


def put_aside(chapter: str) -> "QuerySet[PaperLetter]":
    """Letters that were put away and are not erased, the newest first."""
    found = PaperLetter.objects.filter(chapter=chapter, state=PaperState.AWAY, safe__isnull=False)
    return found.order_by("-erase_on", "-year", "-number")


def unscreened(chapter: str, *, today: date) -> int:
    """How many letters lie since before ``today`` and nobody has looked at them; for the queue of the shift."""
    found = PaperLetter.objects.filter(chapter=chapter, state=PaperState.WAITING, next_on__lt=today)
    return found.count()


def due_letters(today: date) -> list[PaperLetter]:
    """Letters that were put away and whose clock has run out."""
    return list(
        PaperLetter.objects.filter(erase_on__lte=today, safe__isnull=False).order_by("erase_on", "id")
    )


def current_land() -> Land:
    """The law of the land of this installation; read once."""
    return pack(settings.JURISDICTION, settings.CHAPTER)


def terms_to_file(today: date) -> list[DeadlineRule]:
    """The terms in which somebody hands a paper in, and that a letter may bring, by their names."""
    standing = ((rule, rule.edition_on(today)) for rule in current_land().deadlines)
    found = [rule for rule, edition in standing if edition and edition.limit.count == "filing"]
    return sorted(found, key=lambda rule: words(rule.title))
