"""The page of a card: what is written on it, with what the law bans and what people met at its windows."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from peredacha.core.law.basis import Basis
from peredacha.core.law.parcels import ParcelBan
from peredacha.core.law.telling import norm_lines
from peredacha.core.packing import Practice, freshness_of
from peredacha.design.wording import language, words
from peredacha.rooms.facilities.models import (
    Chapter,
    Facility,
    FactNature,
    FactTopic,
    Outcome,
    Subject,
    Verdict,
)
from peredacha.rooms.facilities.selectors.ages import age_in_short, age_in_words
from peredacha.rooms.facilities.selectors.cards import FacilityCard, card_view, read_facility
from peredacha.rooms.facilities.selectors.facts import FactView, fact_view, in_order
from peredacha.rooms.facilities.selectors.laws import acts
from peredacha.rooms.facilities.selectors.lines import named, outcome_in_words, told_in_words
from peredacha.rooms.facilities.selectors.practice import land_of_parcels, practice_at, same_place
from peredacha.rooms.facilities.selectors.shapes import want_fact, wants_at
from peredacha.rooms.facilities.selectors.sightings import sighting_of
from peredacha.rooms.facilities.selectors.speaking import said
from peredacha.rooms.facilities.selectors.windows import Phone, WindowView

TOPICS = {
    Verdict.REFUSED: FactTopic.REFUSED,
    Verdict.ACCEPTED: FactTopic.ACCEPTED,
    Verdict.ACCEPTED_SO: FactTopic.PHRASING,
}


@dataclass(frozen=True)
class Aged:
    """A window or a telephone line of the card with its age; ``subject`` and ``thing`` name it."""

    line: WindowView | Phone
    subject: str
    thing: str
    checked: str
    freshness: str
    doubt: str


@dataclass(frozen=True)
class OtherCard:
    """What another chapter keeps of the same place."""

    chapter: str
    public_id: str
    practice: tuple[FactView, ...]


@dataclass(frozen=True)
class CardPage:
    """A card and everything beside it.

    ``written`` says when its texts were written; ``rules`` stand on the card, ``law`` is what the land
    says of parcels to that sort of place; ``waiting`` are sentences that somebody told and nobody confirmed.
    """

    card: FacilityCard
    written: str
    windows: tuple[Aged, ...]
    phones: tuple[Aged, ...]
    rules: tuple[FactView, ...]
    law: tuple[FactView, ...]
    practice: tuple[FactView, ...]
    waiting: tuple[str, ...]
    others: tuple[OtherCard, ...]


def read_page(public_id: str, *, today: date) -> CardPage | None:
    """The page of that public id as it looks on ``today``; None where there is no such card."""
    facility = read_facility(public_id, "outcomes", "reports")
    if facility is None:
        return None
    card, seen = card_view(facility, today), tuple(facility.outcomes.all())
    places = same_place(facility)
    facts = [fact_view(one, today, seen) for one in sorted(facility.facts.all(), key=lambda one: one.pk)]
    facts += _practice_facts(practice_at(places, today), today)
    facts += [want_fact(want, today) for want in wants_at(places, today)]
    changed = facility.changed_on
    return CardPage(
        card=card,
        written=age_in_words(changed, 0, today) if changed else "",
        windows=tuple(_aged(one, Subject.WINDOW, changed, seen, today) for one in card.windows),
        phones=tuple(_aged(one, Subject.PHONE, changed, seen, today) for one in card.phones),
        rules=in_order(facts, FactNature.RULE),
        law=in_order(tuple(_law_facts(facility.kind, today)), FactNature.RULE),
        practice=in_order(facts, FactNature.PRACTICE),
        waiting=tuple(_waiting(facility)),
        others=tuple(_others(places[1:], today)),
    )


def _aged(
    line: WindowView | Phone, subject: str, changed: date | None, seen: Sequence[Outcome], today: date
) -> Aged:
    sighting = sighting_of(subject, line.key, changed, 0, seen)
    fresh = freshness_of(sighting.day, today) if sighting.day else "old"
    return Aged(line, subject, line.key, sighting.in_words(today), fresh, sighting.doubt)


def _law_facts(kind: str, today: date) -> Iterator[FactView]:
    """What the law says of parcels to that kind of place; bans of one ground stand in one line."""
    law = land_of_parcels()
    for note in law.notes_at(kind, on=today):
        yield _by_law(FactTopic.PARCELS, words(note.says), note.basis)
    for _row, same in groupby(law.bans_at(kind, on=today), key=lambda ban: ban.basis.row):
        bans = tuple(same)
        yield _by_law(FactTopic.REFUSED, _bans_in_words(bans), bans[0].basis)


def _bans_in_words(bans: Sequence[ParcelBan]) -> str:
    if len(bans) > 1:
        return "; ".join(named(ban.of) for ban in bans)
    return f"{named(bans[0].of)}. {words(bans[0].why)}"


def _by_law(topic: FactTopic, text: str, basis: Basis) -> FactView:
    return FactView(
        nature=FactNature.RULE,
        topic=str(topic.label),
        text=text,
        norms=tuple(norm_lines([basis], acts(), language())),
        checked=words(basis.note),
        unconfirmed=not basis.is_confirmed,
    )


def _practice_facts(practice: Iterable[Practice], today: date) -> Iterator[FactView]:
    """Each thing as a fact: what happened the last time, and how often it was the one or the other."""
    known = {*land_of_parcels().classes, *land_of_parcels().things}
    for one in practice:
        told = [outcome_in_words(one.thing, one.verdict, one.reason)]
        if one.how and one.verdict != Verdict.ACCEPTED_SO:
            told.append(outcome_in_words(one.thing, Verdict.ACCEPTED_SO, one.how))
        if one.taken and one.refused:
            told.append(
                _("Taken: %(taken)d, refused: %(refused)d.") % {"taken": one.taken, "refused": one.refused}
            )
        yield FactView(
            nature=FactNature.PRACTICE,
            topic=str(TOPICS[Verdict(one.verdict)].label),
            text=" ".join(told),
            norms=(),
            checked=age_in_short(one.day, one.taken + one.refused, today),
            freshness=one.freshness,
            subject=Subject.GOODS if one.thing in known else "",
            thing=one.thing,
        )


def _waiting(facility: Facility) -> Iterator[str]:
    """What strangers told, the newest first, each with its day."""
    for report in sorted(facility.reports.all(), key=lambda one: (-one.on.toordinal(), one.thing)):
        told = told_in_words(report, facility)
        if told:
            yield f"{told} ({date_format(report.on, 'j E Y')})"


def _others(places: Sequence[Facility], today: date) -> Iterator[OtherCard]:
    """The practice on the cards of other chapters, and where it stands."""
    names = {one.key: said(one.name_ru, one.name_en) for one in Chapter.objects.all()} if places else {}
    for place in places:
        facts = [fact_view(fact, today) for fact in place.facts.order_by("pk")]
        found = in_order(facts, FactNature.PRACTICE)
        yield OtherCard(names.get(place.chapter, place.chapter), place.public_id, found)
