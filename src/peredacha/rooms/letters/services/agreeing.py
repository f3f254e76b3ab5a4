"""A yes to letters, with an alias; and its end at once."""

from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Any
from uuid import uuid4

from django.db import transaction
from django.db.models import Q

from peredacha.core.letters import tidy
from peredacha.core.sealing import NotSealedHere
from peredacha.rooms.conversations.services import author_of
from peredacha.rooms.errands.models import Recipient
from peredacha.rooms.errands.selectors import writers_of
from peredacha.rooms.errands.services import (
    OpenErrands,
    begin_errands,
    errands_of,
    known_of,
    seat_for,
    tell_recipient,
    with_seat,
)
from peredacha.rooms.letters.models import (
    AliasRow,
    Card,
    Consent,
    ConsentRow,
    Correspondent,
    Letter,
    LetterState,
    Offer,
)
from peredacha.rooms.letters.models.letters import NOT_GONE
from peredacha.rooms.letters.selectors import find_correspondent
from peredacha.rooms.letters.services.opening import OpenCorrespondent, open_correspondent, opened_to
from peredacha.rooms.matters.services import MatterFile, leave_trace
from peredacha.rooms.vault.models import Holder
from peredacha.rooms.vault.selectors import recoveries_of
from peredacha.rooms.vault.services import Keys, OpenSafe, new_safes, open_safe, read_rows, write_row

YES, STOP = "yes", "stop"


class RealName(Exception):
    """The real name of the person stands in what writers would read; ``where``: the field of the card."""

    def __init__(self, where: str) -> None:
        """With the name of the field."""
        super().__init__()
        self.where = where


@dataclass(frozen=True, repr=False)
class Correspondence:
    """How a matter stands to letters; ``consent`` None where the last word was no."""

    opened: OpenCorrespondent | None
    consent: Consent | None


def correspondence_of(keys: Keys, file: MatterFile, *, now: datetime) -> Correspondence:
    """The card of a matter that is open, and the yes behind it."""
    row = find_correspondent(file.matter)
    opened = open_correspondent(with_seat(keys, file), row, now=now) if row else None
    errands = errands_of(keys, file, now=now)
    return Correspondence(opened, consent_in(errands) if errands else None)


def consent_in(errands: OpenErrands) -> Consent | None:
    """The last word on letters."""
    rows = read_rows(ConsentRow.objects.filter(safe_id=errands.safe.id), errands.safe)
    told = [one.content for one in rows if one.content]
    return Consent(**told[-1]["consent"]) if told and told[-1]["kind"] == YES else None


def first_answers(keys: Keys, file: MatterFile, *, now: datetime) -> dict[str, Any]:
    """The card as it stands, and who said yes; before that what is known, without an alias made of the name."""
    found = correspondence_of(keys, file, now=now)
    errands = errands_of(keys, file, now=now)
    known = errands.recipient if errands else Recipient()
    fresh = Card(known.alias, known.language, known.interests, known.silent_on)
    card = found.opened.card if found.opened else fresh
    says = found.consent.says if found.consent else None
    return {**asdict(card), "pages": card.pages or None, "says": says}


@transaction.atomic
def agree(*, keys: Keys, file: MatterFile, card: Card, consent: Consent, now: datetime) -> OpenCorrespondent:
    """Letters are wished: the card goes to the writers. Raises RealName, TooLong, KeyChanged, NotSealedHere."""
    errands = begin_errands(keys=keys, file=file, now=now)
    refuse_names(card, errands.recipient, known_of(file))
    told = {name: getattr(card, name) for name in ("alias", "language", "interests", "silent_on")}
    errands = tell_recipient(opened=errands, recipient=replace(errands.recipient, **told), now=now)
    note_consent(errands, YES, now, consent=asdict(consent))
    opened = correspondent_for(keys, file, now=now)
    safe = opened_to(opened.keys, opened.safe, writers_of(opened.row.chapter))
    write_row(AliasRow, safe, card.packed())
    Correspondent.objects.filter(id=opened.row.id).update(stopped=False)
    leave_trace(keys=keys, file=file, act="matter_changed", now=now)
    return replace(opened, safe=safe, card=card)


def refuse_names(card: Card, *known: Recipient) -> None:
    """Raises RealName where a part of the real name stands in what a writer reads."""
    names = {part.casefold() for one in known for part in one.name.split() if len(part) > 2}
    for where in ("alias", "interests", "silent_on", "place_rules"):
        words = {word.strip('.,;:!?«»"()').casefold() for word in tidy(getattr(card, where)).split()}
        if words & names:
            raise RealName(where)


def note_consent(errands: OpenErrands, kind: str, now: datetime, **told: object) -> None:
    """The next word on letters, with who said it."""
    content = {"kind": kind, "by": vars(author_of(errands.keys)), "at": now.isoformat(), **told}
    write_row(ConsentRow, errands.safe, content)


def correspondent_for(keys: Keys, file: MatterFile, *, now: datetime) -> OpenCorrespondent:
    """The correspondent of a matter, opened for writing; made where there is none. Raises NotSealedHere."""
    seat, row = seat_for(keys=keys, file=file, now=now), find_correspondent(file.matter)
    seated, chapter = with_seat(keys, file), file.matter.chapter
    if row is None:
        safe = new_card_safe(keys, chapter, seat)
        row = Correspondent(id=uuid4(), matter=file.matter, safe_id=safe.id, seat=seat, chapter=chapter)
        row.save(force_insert=True)
        return OpenCorrespondent(row, seated, safe, Card())
    found = open_safe(seated, row.safe_id, now=now)
    if found is None:
        raise NotSealedHere
    return OpenCorrespondent(row, seated, found, Card())


def new_card_safe(keys: Keys, chapter: str, seat: Holder) -> OpenSafe:
    """A safe for a card: sealed to the matter's seat and to the writers of the chapter."""
    writers = writers_of(chapter)
    readers = [seat, *([writers] if writers else []), *recoveries_of([chapter])]
    return new_safes(giver=keys.holder, pair=keys.pair, readers=[readers])[0]


@transaction.atomic
def stop(*, keys: Keys, file: MatterFile, now: datetime) -> None:
    """No more letters, to no alias of the person: those that have not left the house stay in it.

    Nothing happens where none were wished.
    """
    letters = Letter.objects.filter(matter=file.matter)
    ours = Q(matter=file.matter) | Q(id__in=letters.values("correspondent"))
    rows = [one.id for one in Correspondent.objects.filter(ours, stopped=False)]
    if not rows:
        return
    Correspondent.objects.filter(id__in=rows).update(stopped=True, to_ask=False)
    Letter.objects.filter(correspondent__in=rows, state__in=NOT_GONE).update(state=LetterState.STOPPED)
    Letter.objects.filter(correspondent__in=rows).update(expect_on=None)
    Offer.objects.filter(correspondent__in=rows).delete()
    errands = errands_of(keys, file, now=now)
    if errands:
        note_consent(errands, STOP, now)
    leave_trace(keys=keys, file=file, act="matter_changed", now=now)
