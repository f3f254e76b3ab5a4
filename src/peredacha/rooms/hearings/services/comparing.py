"""A court's card beside what the matter knows: what is new, moved, changed or gone, and which facts follow."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Literal

from django.utils.translation import gettext as _

from peredacha.core.courtcards import (
    CardHearing,
    CardPerson,
    Change,
    CourtCard,
    change_in_words,
    difference,
)
from peredacha.core.facts import Charge, Fact, Hearing, Proceeding
from peredacha.design.wording import one_in_words, said
from peredacha.rooms.hearings.services.shelf import Shelf
from peredacha.rooms.hearings.services.standing import NO_HOUR, Standing, clock_of, standing_of
from peredacha.rooms.matters.services import MatterFile

Other = Literal["", "kept", "told"]
CASE = "case"
ONLY_ON_CARD = ("steps", "appeals", "above", "below", "other_numbers")
AWAY = ("adjourned", "cancelled")


@dataclass(frozen=True, repr=False)
class Proposal:
    """One thing that the card tells and the matter does not know: chosen or not, with the facts that follow."""

    key: str
    text: str
    hint: str
    ticked: bool
    facts: tuple[Fact, ...]


@dataclass(frozen=True, repr=False)
class Compared:
    """A card that waits, beside the last one of its case and what the matter knows.

    ``other``: whether the card is of another case than the cards kept before, or than the number told.
    """

    proposals: tuple[Proposal, ...]
    also: tuple[str, ...]
    """What changed on the card and becomes no fact."""
    other: Other
    is_first: bool


def compared(file: MatterFile, shelf: Shelf, card: CourtCard, *, today: date) -> Compared:
    """What keeping this card would change."""
    kept = shelf.last_of(card)
    before = kept.card if kept else CourtCard()
    reading = Reading(file, card, today)
    changes = difference(before, card)
    proposals = [*reading.hearings(changes), *reading.articles(changes), *reading.case(before, changes)]
    used = {one.key for one in proposals}
    also = [
        said(change_in_words(one)) for number, one in enumerate(changes) if key_of(one, number) not in used
    ]
    return Compared(tuple(proposals), tuple(also), other_case(file, shelf, card), kept is None)


def key_of(change: Change, number: int) -> str:
    """Under which proposal a change stands, if it becomes a fact."""
    if change.field in ONLY_ON_CARD:
        return ""
    return f"{change.field}-{number}" if change.field in ("hearings", "persons") else CASE


def other_case(file: MatterFile, shelf: Shelf, card: CourtCard) -> Other:
    """Whether the card is of another case than what is known: the cards, else the numbers that were told."""
    if shelf.cards:
        return "" if shelf.last_of(card) else "kept"
    known = {case.number for case, _told in file.all(Proceeding) if case.number}
    numbers = {card.number, *card.other_numbers} - {""}
    return "told" if known and numbers and not any(a in b for a in numbers for b in known) else ""


class Reading:
    """One card read for one matter."""

    def __init__(self, file: MatterFile, card: CourtCard, today: date) -> None:
        """``today``: by the clock of the court."""
        self.file, self.card, self.today = file, card, today
        self.zone, self.standing = clock_of(file, card.court), standing_of(file)

    def hearings(self, changes: Sequence[Change]) -> Iterator[Proposal]:
        """Hearings that are new, moved, changed; one that is gone is not ticked: a site may be late."""
        for number, one in enumerate(changes):
            before, after = one.before, one.after
            old = before if isinstance(before, CardHearing) else None
            new = after if isinstance(after, CardHearing) else None
            if one.field != "hearings":
                continue
            facts = self.moved(old, new) if old and new else self.told(new) if new else self.gone(old)
            if facts:
                hint = "" if new else _("Tick it only if you know that it falls away.")
                yield Proposal(key_of(one, number), said(change_in_words(one)), hint, new is not None, facts)

    def told(self, one: CardHearing, instead: Standing | None = None) -> tuple[Fact, ...]:
        """A hearing as a fact, if it tells anything new; ``instead``: where the hearing stood until now."""
        if any(self.is_before(other, one) for other in self.card.hearings):
            return ()
        there = instead or self.on(one.on)
        hour = one.at or (there.at.time() if there and there.at.date() == one.on else NO_HOUR)
        whole_day = hour == NO_HOUR
        at = one.on.isoformat() if whole_day else datetime.combine(one.on, hour, self.zone).isoformat()
        what = ", ".join(filter(None, (one.event, one.room, one.result)))
        fact = Hearing(at=at, court=self.card.court, what=what, called_off=one.state in AWAY)
        if there is None:
            return (fact,)
        fact = replace(fact, court=self.card.court or there.fact.court, moved_from=there.fact.at)
        known = replace(there.fact, moved_from="")
        return (
            () if replace(fact, moved_from="", at=known.at) == known and same(fact.at, known.at) else (fact,)
        )

    @staticmethod
    def is_before(other: CardHearing, one: CardHearing) -> bool:
        """Whether another sitting of the same day begins earlier: a family has to be there for the first."""
        if other.on != one.on or other.state in AWAY:
            return False
        return bool(other.at and one.at and other.at < one.at)

    def moved(self, old: CardHearing, new: CardHearing) -> tuple[Fact, ...]:
        """A hearing that went to another day; where the new day is known already, the old one falls away."""
        was, there = self.on(old.on), self.on(new.on)
        if was and there and was.id != there.id:
            away = replace(was.fact, called_off=True, moved_from=was.fact.at)
            return (*(() if was.fact.called_off else (away,)), *self.told(new))
        return self.told(new, was if was and not there else None)

    def gone(self, old: CardHearing | None) -> tuple[Fact, ...]:
        """A hearing that is no longer on the card, if it is still to come."""
        there = self.on(old.on) if old and old.on >= self.today else None
        if there is None or there.fact.called_off:
            return ()
        return (replace(there.fact, called_off=True, moved_from=there.fact.at),)

    def on(self, day: date) -> Standing | None:
        """The hearing that the matter knows for a day; one that stands goes before one that fell away."""
        found = [one for one in self.standing if one.at.date() == day]
        return next((one for one in found if not one.fact.called_off), found[0] if found else None)

    def articles(self, changes: Sequence[Change]) -> Iterator[Proposal]:
        """Articles of each person; ticked for the one inside, or where only one is charged."""
        charged = [one for one in self.card.persons if one.articles]
        surname = self.file.person.surname.lower()
        for number, change in enumerate(changes):
            person = change.after
            if not isinstance(person, CardPerson) or not person.articles:
                continue
            new = [one for one in person.articles if one not in self.file.articles]
            ours = len(charged) == 1 or bool(surname and person.name.lower().startswith(surname))
            if new:
                text = said(change_in_words(change))
                yield Proposal(
                    key_of(change, number), text, "", ours, tuple(Charge(article=one) for one in new)
                )

    def case(self, before: CourtCard, changes: Sequence[Change]) -> Iterator[Proposal]:
        """The case itself as one fact: number, court, judge, and what came of it."""
        about = [one for one in changes if one.field not in (*ONLY_ON_CARD, "hearings", "persons")]
        fact = proceeding_of(self.card)
        if about and fact not in [case for case, _told in self.file.all(Proceeding)]:
            hint = "; ".join(said(change_in_words(one)) for one in about)
            text = _("The case: number, court, judge, where it stands")
            yield Proposal(CASE, text, hint, ticked=True, facts=(fact,))


def same(one: str, other: str) -> bool:
    """Whether two moments kept as text are one; one of them may have no zone."""
    return one[:16] == other[:16]


def proceeding_of(card: CourtCard) -> Proceeding:
    """The case as a fact; what has no field of its own stands in the remark."""
    notes = (
        _("unique case id %(uid)s") % {"uid": card.uid} if card.uid else "",
        card.category,
        card.stage,
        card.result,
        day(_("decided on %(day)s"), card.decided),
        day(_("in force since %(day)s"), card.in_force),
    )
    note = ", ".join(filter(None, notes))
    return Proceeding(number=card.number, body=card.court, official=card.judge, note=note)


def day(words: str, on: date | None) -> str:
    """A sentence with its day; nothing without one."""
    return words % {"day": one_in_words(on)} if on else ""
