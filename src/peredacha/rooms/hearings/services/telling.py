"""Hearings and cards in the words of the pages, and of the file that a family takes along."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from peredacha.core.courtcards import CourtCard, change_in_words, difference
from peredacha.design.wording import one_in_words, said
from peredacha.rooms.hearings.services.changing import may_take_back
from peredacha.rooms.hearings.services.comparing import Other
from peredacha.rooms.hearings.services.keeping import comparison
from peredacha.rooms.hearings.services.opening import may_be_opened
from peredacha.rooms.hearings.services.shelf import KeptCard, Shelf, read_shelf
from peredacha.rooms.hearings.services.spoken import in_full
from peredacha.rooms.hearings.services.standing import (
    Standing,
    clock_of,
    find_standing,
    is_ahead,
    moment_of,
    next_of,
    standing_of,
)
from peredacha.rooms.matters.selectors import matters_of_safes
from peredacha.rooms.matters.services import MatterFile, drawn_card, open_file
from peredacha.rooms.vault.selectors import safes_of
from peredacha.rooms.vault.services import Keys


@dataclass(frozen=True, repr=False)
class Line:
    """One hearing in words; ``moved``: from when, in words, or nothing."""

    id: UUID
    when: str
    court: str
    what: str
    moved: str
    ahead: bool
    off: bool
    public: bool
    can_open: bool
    mine: bool
    """Whether the last word on it can be taken back by who looks."""


@dataclass(frozen=True, repr=False)
class ToldHearings:
    """Every hearing of a matter: the next one, the others ahead, those over or fallen away, the newest first."""

    next: Line | None
    ahead: tuple[Line, ...]
    rest: tuple[Line, ...]
    damaged: int
    missing: int
    card_waits: bool


@dataclass(frozen=True, repr=False)
class OwnMatter:
    """A matter that a helper opens, with its next date; ``soon``: to sort by, empty where there is none."""

    matter: UUID
    who: str
    when: str
    soon: str


@dataclass(frozen=True, repr=False)
class ToldCheck:
    """A card that waits, in words; ``lines``: key, sentence and hint of each; ``first``: what is ticked."""

    title: str
    lines: tuple[tuple[str, str, str], ...]
    first: dict[str, Any]
    also: tuple[str, ...]
    doubts: tuple[str, ...]
    unread: tuple[str, ...]
    other: Other
    is_first: bool


@dataclass(frozen=True, repr=False)
class CardText:
    """What the room keeps, as words to take along."""

    title: str
    when: str
    text: str


def told_hearings(keys: Keys, file: MatterFile, *, now: datetime) -> ToldHearings:
    """Every hearing in words."""
    shelf, nearest = read_shelf(file), next_of(file, now)
    lines = [told_line(keys, one, shelf, now) for one in standing_of(file)]
    first = next((one for one in lines if nearest and one.id == nearest.id), None)
    ahead = tuple(one for one in lines if one.ahead and not one.off and one is not first)
    rest = tuple(one for one in reversed(lines) if one.off or not one.ahead)
    return ToldHearings(first, ahead, rest, shelf.damaged, shelf.missing, shelf.waiting is not None)


def told_line(keys: Keys, one: Standing, shelf: Shelf, now: datetime) -> Line:
    """One hearing in words."""
    was = moment_of(one.fact.moved_from, one.zone)
    moved = one_in_words(was.replace(tzinfo=None)) if was and was != one.at else ""
    return Line(
        id=one.id,
        when=when_in_words(one),
        court=one.fact.court,
        what=one.fact.what,
        moved=moved,
        ahead=is_ahead(one, now),
        off=one.fact.called_off,
        public=shelf.door_of(one.key, one.fact.at) is not None,
        can_open=may_be_opened(one, now=now),
        mine=may_take_back(keys, one, now),
    )


def told_one(keys: Keys, file: MatterFile, name: UUID, *, now: datetime) -> Line | None:
    """One hearing in words; None once something newer was said of it."""
    one = find_standing(file, name)
    return told_line(keys, one, read_shelf(file), now) if one else None


def told_check(file: MatterFile, *, now: datetime) -> ToldCheck | None:
    """The card that waits, beside what is known; None when none waits."""
    shelf = read_shelf(file)
    told, waiting = comparison(file, shelf, now=now), shelf.waiting
    if told is None or waiting is None:
        return None
    card = waiting.card
    return ToldCheck(
        title=title_of(card),
        lines=tuple((one.key, one.text, one.hint) for one in told.proposals),
        first={"mark": waiting.mark, "chosen": [one.key for one in told.proposals if one.ticked]},
        also=told.also,
        doubts=tuple(said(one) for one in card.doubts),
        unread=card.unread,
        other=told.other,
        is_first=told.is_first,
    )


def when_in_words(one: Standing) -> str:
    """Its moment with the weekday; without an hour that is not known, which is said."""
    if one.has_hour:
        return in_full(one.at)
    return in_full(one.at, hour=False) + ". " + _("The hour is not known yet.")


def own_matters(keys: Keys, *, now: datetime) -> tuple[OwnMatter, ...]:
    """The matters that were sealed to this helper in person, the nearest date first."""
    return tuple(sorted(_own(keys, now), key=lambda one: (not one.soon, one.soon)))


def _own(keys: Keys, now: datetime) -> Iterator[OwnMatter]:
    for matter in matters_of_safes(safes_of([keys.holder])):
        file = open_file(keys, matter, now=now)
        if file and keys.member and matter.chapter == keys.member.chapter:
            one = next_of(file, now)
            who = drawn_card(file, now=now).alias or _("Without a name")
            when, soon = (when_in_words(one), one.at.astimezone(UTC)) if one else ("", None)
            yield OwnMatter(matter.id, who, when, soon.isoformat() if soon else "")


def cards_as_text(file: MatterFile) -> tuple[CardText, ...]:
    """Every card that was kept, the one that waits, and every yes to be public, oldest first."""
    shelf = read_shelf(file)
    waiting = [shelf.waiting] if shelf.waiting else []
    found = [CardText(title_of(one.card), moment(one.at), text_of(one)) for one in (*shelf.cards, *waiting)]
    for door in shelf.doors:
        told = door.told
        at = moment_of(told.at, clock_of(file, told.court))
        until = _("The yes holds until %(day)s.") % {"day": one_in_words(told.until)}
        over = _("It was taken back.") if told.withdrawn else ""
        lines = (in_full(at) if at else "", told.court, until, told.yes, over)
        found.append(
            CardText(_("A hearing open to the public"), moment(told.said_at), "\n".join(filter(None, lines)))
        )
    return tuple(found)


def title_of(card: CourtCard) -> str:
    """Which case a card is of."""
    number = card.number or card.uid
    return _("The court's card, case %(number)s") % {"number": number} if number else _("The court's card")


def text_of(kept: KeptCard) -> str:
    """Everything that a card says, one line a thing."""
    lines = [said(change_in_words(one)) for one in difference(CourtCard(), kept.card)]
    return "\n".join((*lines, *kept.card.unread))


def moment(at: str) -> str:
    """A moment kept as ISO text, in the time of this place."""
    return one_in_words(timezone.localtime(datetime.fromisoformat(at)))
