"""Hints and persons in the words of the page."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from peredacha.core.facts import Person
from peredacha.core.linkage import Likeness
from peredacha.design.wording import one_in_words, said
from peredacha.rooms.arrivals.selectors import Hint
from peredacha.rooms.matters.services import QueueCard
from peredacha.rooms.mentoring.selectors import region_choices, stage_choices


@dataclass(frozen=True, repr=False)
class ToldHint:
    """A hint in words."""

    id: UUID
    name: str
    kind: str
    facts: tuple[str, ...]
    reasons: tuple[str, ...]
    url: str


def likeness_in_words(likeness: Likeness) -> str:
    """How sure the hint is."""
    return {
        "same": _("Very likely the same person"),
        "likely": _("Perhaps the same person"),
        "namesake": _("Perhaps a namesake"),
    }.get(likeness.kind, _("Another person"))


def person_in_words(person: Person | QueueCard) -> str:
    """Name and year of birth in one line; empty where nothing is told."""
    name = " ".join(filter(None, [person.surname, person.given, person.patronymic]))
    return ", ".join(filter(None, [name, str(person.birth_year or "")]))


def told_hint(hint: Hint) -> ToldHint:
    """One hint with what tells the two apart."""
    card = hint.card
    named = dict(stage_choices()), dict(region_choices())
    came = _("came %(day)s") % {"day": day_of(card.came_at)} if card.came_at else ""
    facts = (named[0].get(card.stage, ""), named[1].get(card.region, ""), ", ".join(card.articles), came)
    return ToldHint(
        id=hint.matter,
        name=person_in_words(card),
        kind=likeness_in_words(hint.likeness),
        facts=tuple(filter(None, facts)),
        reasons=tuple(said(reason) for reason in hint.likeness.reasons),
        url=matter_url(hint.matter),
    )


def matter_url(matter: UUID) -> str:
    """The page of a matter, which stands in a room above."""
    return reverse(settings.MATTER_HOME, args=[matter])


def day_of(moment: str) -> str:
    """The day of a moment kept as ISO text, in the time of this place."""
    return one_in_words(timezone.localtime(datetime.fromisoformat(moment)).date())


def iso_day_in_words(day: str) -> str:
    """A day kept as ISO text."""
    return one_in_words(date.fromisoformat(day)) if day else ""
