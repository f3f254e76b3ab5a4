"""What is done from the desk: claim, release, write, log a contact, name the next step."""

import json
from datetime import date, datetime, timedelta
from hashlib import sha256
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from peredacha.core.facts import Author, Contact, NextStep, Note
from peredacha.rooms.arrivals.services import take_ticket
from peredacha.rooms.conversations.services import Draft, send, was_sent
from peredacha.rooms.guardians.services import count_opening
from peredacha.rooms.matters.services import (
    MatterFile,
    claim,
    leave_trace,
    release,
    reopen_matter,
    tell,
    traces_of,
)
from peredacha.rooms.people.selectors import display_name
from peredacha.rooms.vault.services import Keys

ONE_LOOK = timedelta(minutes=15)


def author_of(keys: Keys) -> Author:
    """Who writes with these keys: a member with the name shown now, or the family."""
    if keys.member is None:
        return Author("family")
    return Author("member", str(keys.member.id), display_name(keys.member))


@transaction.atomic
def say(
    *, keys: Keys, file: MatterFile, text: str, now: datetime, inner: bool = False, once: str = ""
) -> None:
    """Write into a thread; a word of the family opens a closed matter again. Raises TooLong.

    The same words sent twice with the same mark ``once`` of a form are said once, and leave one trace.
    """
    author = author_of(keys)
    if was_sent(file=file, draft=Draft(text, author, now, inner, once)):
        return
    if keys.member is None:
        file = reopen_matter(keys=keys, file=file, author=author, now=now)
    send(keys=keys, file=file, text=text, author=author, now=now, inner=inner, once=once)
    leave_trace(keys=keys, file=file, act="message_sent", now=now)


def is_first(once: str, *told: object, today: date) -> bool:
    """Whether a form with this mark says this for the first time; inside a transaction. Without a mark it always does.

    Another choice in the same form, as after a step back, is something new.
    """
    if not once:
        return True
    number = sha256(json.dumps([once, *map(str, told)]).encode()).digest()[:16]
    return take_ticket(UUID(bytes=number), today=today)[1]


@transaction.atomic
def log_contact(
    *,
    keys: Keys,
    file: MatterFile,
    outcome: str,
    next_on: date | None,
    note: str,
    now: datetime,
    once: str = "",
) -> None:
    """Two taps: reached, no answer, message left; and when somebody tries again. Twice with one mark is once."""
    if not is_first(once, file.matter.id, outcome, next_on, note, today=timezone.localdate(now)):
        return
    fact = Contact(outcome=outcome, next_on=next_on.isoformat() if next_on else "", note=note)  # type: ignore[arg-type]
    tell(keys=keys, file=file, fact=fact, author=author_of(keys), now=now, inner=True)
    leave_trace(keys=keys, file=file, act="matter_changed", now=now)


@transaction.atomic
def name_next_step(
    *, keys: Keys, file: MatterFile, what: str, by: date, now: datetime, once: str = ""
) -> None:
    """What happens next and by when: the family sees it on its page. Twice with one mark is once."""
    if not is_first(once, file.matter.id, what, by, today=timezone.localdate(now)):
        return
    tell(keys=keys, file=file, fact=NextStep(what=what, by=by.isoformat()), author=author_of(keys), now=now)
    leave_trace(keys=keys, file=file, act="matter_changed", now=now)


@transaction.atomic
def note(*, keys: Keys, file: MatterFile, text: str, now: datetime) -> None:
    """A remark that only the helpers read. Raises TooLong."""
    tell(keys=keys, file=file, fact=Note(text=text), author=author_of(keys), now=now, inner=True)
    leave_trace(keys=keys, file=file, act="matter_changed", now=now)


def note_opening(*, keys: Keys, file: MatterFile, now: datetime) -> None:
    """Leave the trace of looking that the family sees, and count it; from part to part of a page is one look."""
    me, since = str(keys.member.id) if keys.member else "", (now - ONE_LOOK).isoformat()
    if not any(one.act == "matter_opened" and one.member == me and one.at > since for one in traces_of(file)):
        leave_trace(keys=keys, file=file, act="matter_opened", now=now)
        if keys.member:
            count_opening(member=keys.member, today=timezone.localdate(now))


@transaction.atomic
def take(*, keys: Keys, file: MatterFile, now: datetime) -> None:
    """Claim the matter for half an hour. Raises ClaimedByAnother."""
    if keys.member:
        claim(matter=file.matter, member=keys.member, now=now)
        leave_trace(keys=keys, file=file, act="claimed", now=now)


@transaction.atomic
def give_back(*, keys: Keys, file: MatterFile, now: datetime) -> None:
    """Release the matter."""
    if keys.member:
        release(matter=file.matter, member=keys.member)
        leave_trace(keys=keys, file=file, act="released", now=now)
