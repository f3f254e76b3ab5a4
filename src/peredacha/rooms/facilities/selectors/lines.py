"""The lines of a card of which somebody may know better, and what was told of them, in words."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from peredacha.core.slips import PARTS
from peredacha.design import wording
from peredacha.design.goods import in_groups
from peredacha.rooms.facilities.models import Facility, FactNature, Reason, Subject, Verdict, WindowPurpose
from peredacha.rooms.facilities.models.outcomes import Seen
from peredacha.rooms.facilities.selectors.practice import land_of_parcels, thing_name
from peredacha.rooms.facilities.selectors.speaking import said


@dataclass(frozen=True)
class CardLine:
    """One line of a card: its sort, its key there, what it says, and whether the law says it."""

    subject: str
    thing: str
    text: str
    is_rule: bool = False


def lines_of(facility: Facility) -> tuple[CardLine, ...]:
    """Windows, facts and telephones of a card that is prefetched."""
    return tuple(_written(facility))


def goods_lines() -> tuple[CardLine, ...]:
    """Every class of goods and every thing with a rule of its own."""
    law = land_of_parcels()
    return tuple(CardLine(Subject.GOODS, key, named(key)) for key in (*law.classes, *law.things))


def list_lines() -> tuple[CardLine, ...]:
    """Every part of the shape in which a window may want its list."""
    return tuple(CardLine(Subject.LIST, key, wording.said(part)) for key, part in PARTS.items())


def goods_in_groups() -> list[tuple[str, list[tuple[str, str]]]]:
    """The same as keys and names under words of a person; a thing stands beside its class."""
    lies_in = {key: thing.class_ for key, thing in land_of_parcels().things.items()}
    return in_groups([(one.thing, one.text) for one in goods_lines()], lies_in)


def find_line(facility: Facility, subject: str, thing: str) -> CardLine | None:
    """The line of that key; None where the card has none, or the land no such thing."""
    there = (*lines_of(facility), *goods_lines(), *list_lines())
    return next((line for line in there if (line.subject, line.thing) == (subject, thing)), None)


def named(thing: str) -> str:
    """What a thing is called, in the language of the page."""
    return wording.words(thing_name(thing))


def outcome_in_words(thing: str, verdict: str, reason: str) -> str:
    """What happened with a thing, as a sentence."""
    words = {"thing": named(thing), "why": str(Reason(reason).label) if reason else ""}
    if verdict == Verdict.REFUSED:
        return _("%(thing)s: they did not take it; %(why)s.") % words
    if verdict == Verdict.ACCEPTED_SO:
        return _("%(thing)s: they took it only like this: %(why)s.") % words
    return _("%(thing)s: they took it.") % words


def told_in_words(told: Seen, facility: Facility) -> str:
    """What somebody told of a thing or of a line, as a sentence; nothing where that line is gone."""
    if told.subject == Subject.GOODS:
        return outcome_in_words(told.thing, told.verdict, told.reason)
    line = find_line(facility, told.subject, told.thing)
    return f"{Verdict(told.verdict).label}: {line.text}" if line else ""


def _written(facility: Facility) -> Iterator[CardLine]:
    for window in sorted(
        facility.windows.all(), key=lambda one: list(WindowPurpose.values).index(one.purpose)
    ):
        purpose = str(WindowPurpose(window.purpose).label)
        yield CardLine(Subject.WINDOW, window.purpose, _("Window: %(purpose)s") % {"purpose": purpose})
    for fact in sorted(facility.facts.all(), key=lambda one: one.pk):
        text = said(fact.text_ru, fact.text_en)
        yield CardLine(Subject.FACT, fact.key, text, fact.nature == FactNature.RULE)
    for phone in sorted(facility.phone_lines.all(), key=lambda one: one.position):
        purpose = said(phone.purpose_ru, phone.purpose_en)
        yield CardLine(Subject.PHONE, str(phone.position), f"{phone.number} {purpose}".strip())
