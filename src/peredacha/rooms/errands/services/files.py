"""What is carried to one person, opened: the recipient as last told, every slot of the counter."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import uuid4

from django.db import transaction
from django.utils import timezone

from peredacha.core.facts import Author, Place
from peredacha.core.law.quotas import QuotaAnswer, Slot, counted, out_of_sight
from peredacha.core.sealing import NotSealedHere
from peredacha.core.turns import Served
from peredacha.rooms.conversations.services import author_of
from peredacha.rooms.errands.models import ErrandFile, ErrandRow, Recipient
from peredacha.rooms.errands.selectors import current_quotas, find_errands
from peredacha.rooms.errands.services.cards import put_card
from peredacha.rooms.errands.services.seats import (
    new_carried_safe,
    opened_to_packers,
    seat_for,
    with_seat,
)
from peredacha.rooms.matters.services import MatterFile, leave_trace, refresh
from peredacha.rooms.vault.services import Keys, OpenSafe, missing_places, open_safe, read_rows, write_row

RECIPIENT, SLOT, GONE = "recipient", "slot", "gone"
REMAND_STAGES = ("police", "detention", "hearing", "remand", "investigation", "file", "trial", "verdict")
"""Stages at which a person waits in a remand prison, or for one."""


@dataclass(frozen=True)
class Entry:
    """One slot of the counter by its last word, who said it and when [ISO moment]; ``note`` in words."""

    slot: Slot
    by: Author
    at: str
    note: str = ""


@dataclass(frozen=True, repr=False)
class OpenErrands:
    """What is carried to one person, as these keys open it."""

    row: ErrandFile
    keys: Keys
    """With the seat of the matter, where it was opened through it."""
    safe: OpenSafe
    recipient: Recipient
    entries: tuple[Entry, ...]
    """By their day."""
    damaged: int
    """How many lines do not open, or are missing."""
    gone: frozenset[int] = frozenset()
    """The places of lines that were taken out because no count reaches them any more."""

    @property
    def slots(self) -> tuple[Slot, ...]:
        """Every slot without its teller."""
        return tuple(one.slot for one in self.entries)

    def find(self, key: str) -> Entry | None:
        """The last word on a slot."""
        return next((one for one in self.entries if one.slot.key == key), None)

    @property
    def served(self) -> Served:
        """What the list of the least served needs of the person."""
        person = self.recipient
        known_on = "" if person.heard else person.confirmed_on
        return Served.drawn(self.slots, alias=person.alias, confirmed_on=known_on)

    def counter(self, on: date, *, today: date) -> QuotaAnswer:
        """What the law allows, what is used and what is left on the day ``on``."""
        return counted(current_quotas(), self.recipient.case(on), self.slots, today=today)


def open_errands(keys: Keys, row: ErrandFile, *, now: datetime) -> OpenErrands | None:
    """The errands as these keys open them: those of a packer, or with a seat of the matter. None when they do not."""
    safe = open_safe(keys, row.safe_id, now=now)
    return read_errands(keys, row, safe) if safe else None


def errands_of(keys: Keys, file: MatterFile, *, now: datetime) -> OpenErrands | None:
    """The errands of a matter that is open; None while nothing was carried to its person."""
    row = find_errands(file.matter)
    return open_errands(with_seat(keys, file), row, now=now) if row else None


def read_errands(keys: Keys, row: ErrandFile, safe: OpenSafe) -> OpenErrands:
    """The last word on the recipient and on each slot."""
    rows = list(ErrandRow.objects.filter(safe_id=safe.id))
    damaged, recipient, entries, gone = 0, Recipient(), dict[str, Entry](), frozenset[int]()
    for one in read_rows(rows, safe):
        content = one.content or {}
        try:
            if content.get("kind") == RECIPIENT:
                recipient = Recipient.unpacked(content["recipient"])
            elif content.get("kind") == SLOT:
                entry = entry_in(content)
                entries[entry.slot.key] = entry
            elif content.get("kind") == GONE:
                gone = frozenset(content["places"])
            else:
                damaged += 1
        except (KeyError, TypeError, ValueError):
            damaged += 1
    ordered = sorted(entries.values(), key=lambda entry: (entry.slot.on, entry.at))
    damaged += len(set(missing_places(rows)) - gone)
    return OpenErrands(row, keys, safe, recipient, tuple(ordered), damaged, gone)


def entry_in(content: dict[str, Any]) -> Entry:
    """A slot as it was written; raises KeyError, TypeError, ValueError."""
    told = dict(content["slot"])
    until = date.fromisoformat(told["until"]) if told.get("until") else None
    slot = Slot(**{**told, "on": date.fromisoformat(told["on"]), "until": until})
    return Entry(slot, Author(**content["by"]), content["at"], content.get("note", ""))


@transaction.atomic
def begin_errands(*, keys: Keys, file: MatterFile, now: datetime) -> OpenErrands:
    """The errands of a matter for whoever is to write in them; made where there are none, with what the matter knows.

    Where somebody left the matter meanwhile, what comes is first sealed from them. Raises NotSealedHere where the
    errands stand there and do not open.
    """
    seat = seat_for(keys=keys, file=file, now=now)
    found = errands_of(keys, file, now=now)
    if found:
        return found
    if find_errands(file.matter):
        raise NotSealedHere
    safe = new_carried_safe(keys=keys, file=file, seat=seat)
    row = ErrandFile(id=uuid4(), matter=file.matter, safe_id=safe.id, seat=seat, chapter=file.matter.chapter)
    row.save(force_insert=True)
    opened = OpenErrands(row, with_seat(keys, file), safe, Recipient(), (), 0)
    return tell_recipient(opened=opened, recipient=known_of(file), now=now)


@transaction.atomic
def tell_recipient(*, opened: OpenErrands, recipient: Recipient, now: datetime) -> OpenErrands:
    """The next word on the person; the same word again changes nothing. Raises TooLong, NotSealedHere."""
    if opened.recipient == recipient != Recipient():
        return opened
    content = {"kind": RECIPIENT, "recipient": recipient.packed(), **signed(opened.keys, now)}
    return written(opened, content, now=now)


def signed(keys: Keys, now: datetime) -> dict[str, Any]:
    """Who says a line, and when."""
    return {"by": vars(author_of(keys)), "at": now.isoformat()}


def written(opened: OpenErrands, content: dict[str, Any], *, now: datetime) -> OpenErrands:
    """The errands once this line stands in them, with their card drawn anew; inside a transaction. Raises TooLong."""
    safe = opened_to_packers(keys=opened.keys, opened=opened.safe, chapter=opened.row.chapter)
    write_row(ErrandRow, safe, content)
    fresh = without_old(read_errands(opened.keys, opened.row, safe), timezone.localdate(now))
    put_card(row=fresh.row, safe=safe, keys=fresh.keys, served=fresh.served)
    return fresh


def without_old(opened: OpenErrands, today: date) -> OpenErrands:
    """The errands without the lines of slots that no count reaches any more; which places are gone is written down.

    So a line that somebody else took out of the database is still missed. The list of places is itself written anew,
    in a place that is the last one: no place is used twice.
    """
    old = out_of_sight(opened.slots, today=today)
    if not old:
        return opened
    lines = read_rows(ErrandRow.objects.filter(safe_id=opened.safe.id), opened.safe)
    leaving = [one.row for one in lines if one.content and is_old(one.content, old)]
    places = sorted({*opened.gone, *(one.sequence for one in leaving)})
    write_row(ErrandRow, opened.safe, {"kind": GONE, "places": places})
    ErrandRow.objects.filter(id__in=[one.id for one in leaving]).delete()
    return read_errands(opened.keys, opened.row, opened.safe)


def is_old(content: dict[str, Any], old: frozenset[str]) -> bool:
    """Whether a line speaks of one of these slots, or is an older list of places that are gone."""
    return content.get("kind") == GONE or (content.get("kind") == SLOT and content["slot"].get("key") in old)


def touch(keys: Keys, file: MatterFile, now: datetime) -> None:
    """A word in the errands is a word in the matter: its clock begins anew, and its log says so."""
    refresh(keys=keys, file=file, now=now)
    leave_trace(keys=keys, file=file, act="matter_changed", now=now)


def known_of(file: MatterFile) -> Recipient:
    """What the family and its helpers told of the person already."""
    person, place, answers = file.person, file.place or Place(), file.request.answers
    stage = str(answers.get("stage", ""))
    return Recipient(
        surname=person.surname,
        given=person.given,
        patronymic=person.patronymic,
        birth_year=person.birth_year,
        born_on=person.born_on,
        sex=person.sex,
        facility=place.facility,
        place=place.words,
        confirmed_on=place.since[:10] if place.certainty == "sure" else "",
        held="remand" if stage in REMAND_STAGES else "colony",
    )
