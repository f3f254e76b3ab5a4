"""The letters of a matter as one page."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from peredacha.rooms.conversations.services import OpenAttachment
from peredacha.rooms.errands.services import with_seat
from peredacha.rooms.letters.models import Card, Letter
from peredacha.rooms.letters.services.agreeing import correspondence_of
from peredacha.rooms.letters.services.answers import NotOpen, page_for
from peredacha.rooms.letters.services.telling import (
    Summary,
    ToldLetter,
    summary_for,
    told_for_family,
)
from peredacha.rooms.matters.services import OpenMatter


@dataclass(frozen=True, repr=False)
class FamilyPage:
    """Letters of a matter; ``yes``: who said it, in words."""

    summary: Summary
    card: Card | None
    yes: str
    letters: tuple[ToldLetter, ...]


def family_page(opened: OpenMatter, *, now: datetime) -> FamilyPage:
    """Everything about letters for the family and its helpers."""
    keys, file = opened.keys, opened.file
    found = correspondence_of(keys, file, now=now)
    yes = {
        "prisoner": _("The person inside knows and agrees."),
        "family": _("The family said it for the person inside."),
    }.get(found.consent.says if found.consent else "", "")
    card = found.opened.card if found.opened else None
    return FamilyPage(summary_for(keys, file, now=now), card, yes, told_for_family(keys, file, now=now))


def page_of_matter(opened: OpenMatter, letter: UUID, page: UUID, *, now: datetime) -> OpenAttachment:
    """A page of an answer in this matter. Raises NotOpen, DamagedFile."""
    row = Letter.objects.filter(id=letter, matter=opened.file.matter).first()
    if row is None:
        raise NotOpen
    return page_for(with_seat(opened.keys, opened.file), row, page, now=now)
