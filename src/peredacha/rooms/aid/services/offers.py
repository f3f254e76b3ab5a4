"""An offer opened by somebody's keys: what was told, the list, the steps, the files."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from peredacha.rooms.aid.models import AidFile, AidRow, Offer
from peredacha.rooms.aid.selectors import due_offers, find_offer, readers_of
from peredacha.rooms.conversations.services import OpenAttachment, files_in, remove_blobs
from peredacha.rooms.matters.services import monday
from peredacha.rooms.vault.services import (
    Keys,
    OpenSafe,
    erase_safes,
    missing_places,
    new_safe,
    open_safe,
    read_rows,
    write_first_rows,
)

KEPT = timedelta(weeks=52)
"""How long an offer is kept after its last step."""


class NoReaders(Exception):
    """The keys sit in no circle that could read an offer: take a seat first."""


@dataclass(frozen=True, repr=False)
class Good:
    """One thing of the list, as the letter names it."""

    row: UUID
    name: str
    goods: str
    """Key of its class."""
    pieces: int
    grams: int
    """What all pieces weigh together [g]."""
    certificate: str
    receipt: str


@dataclass(frozen=True, repr=False)
class StepTaken:
    """What happened on a day; ``text`` and ``by`` in words, ``state`` an AidState."""

    state: str
    on: date
    text: str
    number: str
    by: str


@dataclass(frozen=True, repr=False)
class OpenOffer:
    """An offer with everything in it."""

    offer: Offer
    safe: OpenSafe
    facts: Mapping[str, Any]
    """By the name of a need, what was told for the papers."""
    goods: tuple[Good, ...]
    steps: tuple[StepTaken, ...]
    files: tuple[OpenAttachment, ...]
    damaged: int
    missing: int

    @property
    def grams(self) -> int:
        """What the whole list weighs [g]."""
        return sum(one.grams for one in self.goods)

    @property
    def is_draft(self) -> bool:
        """Whether the letter and the list can still be changed."""
        return self.offer.state == "draft"

    def last(self, *states: str) -> StepTaken | None:
        """The last step into one of these states."""
        return next((one for one in reversed(self.steps) if one.state in states), None)


@transaction.atomic
def begin_offer(*, keys: Keys, facility: str, now: datetime) -> Offer:
    """An empty offer to a place, sealed to the reception and the packers of the keys' chapter. Raises NoReaders."""
    readers = readers_of(keys.member.chapter) if keys.member else []
    if keys.member is None or not any(keys.pair_of(one.id) for one in readers):
        raise NoReaders
    safe = new_safe(giver=keys.holder, pair=keys.pair, holders=readers)
    write_first_rows(AidRow, safe, [{"kind": "told", "facts": {}}])
    today = timezone.localdate(now)
    return Offer.objects.create(
        chapter=keys.member.chapter,
        facility=facility,
        week=monday(today),
        erase_on=clock(today),
        safe_id=safe.id,
    )


def clock(today: date) -> date:
    """The Monday on which an offer is erased when nothing happens with it after ``today``."""
    return monday(today + KEPT + timedelta(days=6))


def open_offer(keys: Keys, offer_id: UUID, *, now: datetime) -> OpenOffer | None:
    """An offer of one's own chapter; None where it does not exist or does not open."""
    offer = find_offer(offer_id, keys.member.chapter) if keys.member else None
    safe = open_safe(keys, offer.safe_id, now=now) if offer else None
    return read_offer(offer, safe) if offer and safe else None


def read_offer(offer: Offer, safe: OpenSafe) -> OpenOffer:
    """Everything in an offer; what is damaged is counted and breaks nothing else."""
    rows = list(AidRow.objects.filter(safe=safe.id))
    facts: dict[str, Any] = {}
    goods, steps, damaged = [], [], 0
    for read in read_rows(rows, safe):
        try:
            content = read.content or {}
            if content["kind"] == "told":
                facts = dict(content["facts"])
            elif content["kind"] == "step":
                steps.append(step_in(content))
            elif not content.get("gone"):
                goods.append(good_in(read.row.id, content))
        except (KeyError, TypeError, ValueError):
            damaged += 1
    files = tuple(files_in(safe, AidFile))
    gone = len(missing_places(rows))
    return OpenOffer(offer, safe, facts, tuple(goods), tuple(steps), files, damaged, gone)


def good_in(row: UUID, content: Mapping[str, Any]) -> Good:
    """A thing of the list. Raises KeyError, ValueError."""
    numbers = int(content["pieces"]), int(content["grams"])
    return Good(row, content["name"], content["goods"], *numbers, content["certificate"], content["receipt"])


def step_in(content: Mapping[str, Any]) -> StepTaken:
    """A step. Raises KeyError, ValueError."""
    on = date.fromisoformat(content["on"])
    return StepTaken(content["state"], on, content["text"], content["number"], content["by"]["name"])


@transaction.atomic
def erase_offer(offer: Offer) -> None:
    """Take an offer out with every row, file, grant and key. Needs no key; the counters stay."""
    names = list(AidFile.objects.filter(safe=offer.safe_id).values_list("blob", flat=True))
    erase_safes([offer.safe_id])
    transaction.on_commit(lambda: remove_blobs(names))


def erase_due_offers(*, today: date) -> int:
    """Erase every offer whose clock has run out; gives how many."""
    due = due_offers(today)
    for one in due:
        erase_offer(one)
    return len(due)
