"""What the shift reads: the queue in its order, with the cards that these keys open."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from uuid import UUID

from django.utils import timezone

from peredacha.rooms.journal.models import Entry
from peredacha.rooms.matters.models import Claim, Matter
from peredacha.rooms.matters.selectors import (
    QueueHealth,
    claims_on,
    matters_of_safes,
    matters_of_tags,
    queue_health,
    queue_of,
)
from peredacha.rooms.matters.services import CLASSES, SOON, URGENCY, OpenCard, QueueCard, open_cards
from peredacha.rooms.vault.models import CircleName
from peredacha.rooms.vault.selectors import find_circle, safes_of
from peredacha.rooms.vault.services import Keys

PAGE = 50
SLICE = 120
"""So many cards of one urgency are opened and ordered at a time; the slices follow the day of the next look."""
KINDS = ("danger", "deadline", "place", "legal", "parcel", "letter")
"""The classes by which the queue can be narrowed."""
ALONE = "alone"
"""Narrows the queue to what nobody holds."""


@dataclass(frozen=True)
class Queue:
    """One page of the queue of a chapter as a helper of the reception sees it."""

    cards: tuple[OpenCard, ...]
    health: QueueHealth
    claims: dict[UUID, Claim]
    total: int
    kind: str = ""
    """One of KINDS, ALONE, or empty for everything."""
    page: int = 1
    has_next: bool = False


def read_queue(keys: Keys, chapter: str, *, now: datetime, kind: str = "", page: int = 1) -> Queue:
    """One page: danger, deadline, place unknown, legal, parcel, letter; inside, the longest untouched first."""
    kind, start = kind if kind in (*KINDS, ALONE) else "", (page - 1) * PAGE
    found = list(
        islice(ranked(keys, chapter, today=timezone.localdate(now), kind=kind), start, start + PAGE + 1)
    )
    shown = tuple(found[:PAGE])
    claims = claims_on([one.matter.id for one in shown], now=now)
    health = queue_health(chapter, today=timezone.localdate(now))
    return Queue(shown, health, claims, queue_of(chapter).count(), kind, page, len(found) > PAGE)


def ranked(keys: Keys, chapter: str, *, today: date, kind: str = "") -> Iterator[OpenCard]:
    """Every card of the queue in its order, opened slice by slice as far as somebody asks."""
    for urgency in urgencies_of(kind):
        rows = queue_of(chapter, urgency)
        rows = rows.filter(held_by=None) if kind == ALONE else rows
        for start in range(0, rows.count(), SLICE):
            cards = sound_cards(keys, rows[start : start + SLICE])
            fitting = (one for one in cards if is_of(one, kind, today))
            yield from sorted(fitting, key=lambda one: turn(one, today))


def sound_cards(keys: Keys, matters: Iterable[Matter]) -> list[OpenCard]:
    """The cards of matters; one that is damaged or makes no sense comes without its content."""
    return [sound(one) for one in open_cards(keys, matters)]


def sound(one: OpenCard) -> OpenCard:
    """The card, or none where it opened but makes no sense: then it is shown as damaged."""
    try:
        if one.card:
            CLASSES.index(one.card.queue)
            for day in filter(None, (one.card.deadline_on, one.card.place_since)):
                date.fromisoformat(day[:10])
            datetime.fromisoformat(one.card.touched_at)
    except (ValueError, TypeError):
        return OpenCard(one.matter, None)
    return one


def urgencies_of(kind: str) -> tuple[int, ...]:
    """Under which clear urgencies cards of a class can stand; what became a deadline meanwhile stands anywhere."""
    if kind in ("", ALONE, "deadline"):
        return (3, 2, 1, 0) if kind != "deadline" else (2, 1, 0)
    return (URGENCY.get(kind, 0),)


def is_of(one: OpenCard, kind: str, today: date) -> bool:
    """Whether a card belongs to what was asked for; one that does not open is shown under its urgency."""
    if kind in ("", ALONE):
        return True
    if one.card is None:
        return one.matter.urgency == URGENCY.get(kind, 0)
    return class_now(one.card, today) == kind


def class_now(card: QueueCard, today: date) -> str:
    """The class of a card today: what was promised for later becomes a deadline when its day comes near."""
    near = bool(card.deadline_on) and date.fromisoformat(card.deadline_on) <= today + SOON
    return "deadline" if near and card.queue != "danger" else card.queue


def is_overdue(card: QueueCard, today: date) -> bool:
    """Whether a day that somebody waits for has passed."""
    return bool(card.deadline_on) and date.fromisoformat(card.deadline_on) < today


def turn(one: OpenCard, today: date) -> tuple[int, str, str]:
    """The place of a card in its slice; a card that does not open stands first, so that it is seen."""
    if one.card is None:
        return (-1, "", str(one.matter.id))
    return (CLASSES.index(class_now(one.card, today)), one.card.touched_at, str(one.matter.id))


def sits_in_reception(keys: Keys) -> bool:
    """Whether these keys open the circle of the reception in the own chapter."""
    circle = find_circle(keys.member.chapter, CircleName.RECEPTION) if keys.member else None
    return circle is not None and any(one.circle == circle.id for one in keys.circles)


def held_by(keys: Keys) -> list[UUID]:
    """Safes that were sealed to this helper in person."""
    return safes_of([keys.holder])


def read_held(keys: Keys) -> list[UUID]:
    """Every open matter that this helper stands by, the most urgent first."""
    return [matter.id for matter in matters_of_safes(held_by(keys))]


def touched_by(keys: Keys, *, since: date) -> list[Matter]:
    """The matters of the own chapter in which this helper left a trace since a day."""
    if keys.member is None:
        return []
    entries = Entry.objects.filter(chapter=keys.member.chapter, day__gte=since, actor=keys.member.id)
    tags = entries.exclude(subject_tag=None).values_list("subject_tag", flat=True).distinct()
    return matters_of_tags(keys.member.chapter, [bytes(tag) for tag in tags if tag])
