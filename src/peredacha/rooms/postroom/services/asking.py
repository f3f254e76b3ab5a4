"""Silence: of whom too long nothing was heard, and somebody who asks after them, once."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from peredacha.core.facts import NextStep, Note
from peredacha.rooms.conversations.services import author_of
from peredacha.rooms.letters.models import Correspondent, Letter, LetterState
from peredacha.rooms.letters.selectors import worrying
from peredacha.rooms.letters.services import day
from peredacha.rooms.matters.services import leave_trace, open_file, tell
from peredacha.rooms.people.selectors import display_name
from peredacha.rooms.postroom.services.replying import OpenReply, Screening, screen
from peredacha.rooms.vault.services import Keys

SOON = timedelta(days=3)


class NotYourMatter(Exception):
    """The matter behind a silence does not open with these keys: another one has to ask."""


@dataclass(frozen=True, repr=False)
class Worry:
    """Somebody to ask after. ``matter`` where it opens; ``alias`` as the reader knows it, ``with_whom`` else."""

    correspondent: UUID
    lost: bool
    since: str
    """The day by which an answer was expected, in words; empty where none is late."""
    matter: UUID | None
    alias: str
    with_whom: str


def worries(keys: Keys, *, now: datetime) -> tuple[Worry, ...]:
    """Everybody of the chapter of whom too long nothing was heard, for a coordinator."""
    if keys.member is None:
        return ()
    return tuple(worry(keys, one, now=now) for one in worrying(keys.member.chapter, timezone.localdate(now)))


def worry(keys: Keys, row: Correspondent, *, now: datetime) -> Worry:
    """One of them in words."""
    file = open_file(keys, row.matter, now=now)
    late = Letter.objects.filter(
        correspondent=row, state=LetterState.POSTED, expect_on__lt=timezone.localdate(now)
    )
    since = late.order_by("expect_on").values_list("expect_on", flat=True).first()
    who = display_name(row.matter.held_by) if row.matter.held_by else ""
    alias = (file.request.name or file.person.given) if file else ""
    return Worry(row.id, row.to_ask, day(since) if since else "", row.matter_id if file else None, alias, who)


@transaction.atomic
def look_at(*, keys: Keys, reply: OpenReply, found: Screening, now: datetime) -> bool:
    """Screen an answer; what is alarming goes to the matter at once where it opens, else to the list of worries.

    False where somebody else was faster. Raises DamagedFile, TooLong.
    """
    done = screen(keys=keys, reply=reply, found=found, now=now)
    if done and (found.danger or found.missing):
        with suppress(NotYourMatter):
            ask_after(keys=keys, correspondent=reply.letter.row.correspondent_id, now=now)
    return done


@transaction.atomic
def ask_after(*, keys: Keys, correspondent: UUID, now: datetime) -> UUID | None:
    """The matter gets a remark, and a next step where none was promised; the list forgets it until it happens again.

    Gives the matter; None where somebody else was faster. Raises NotYourMatter, TooLong.
    """
    chapter = keys.member.chapter if keys.member else ""
    row = Correspondent.objects.select_for_update().filter(id=correspondent, chapter=chapter).first()
    if row is None or not worrying(chapter, timezone.localdate(now)).filter(id=row.id).exists():
        return None
    file = open_file(keys, row.matter, now=now)
    if file is None or file.inner is None:
        raise NotYourMatter
    late = Letter.objects.filter(
        correspondent=row, state=LetterState.POSTED, expect_on__lt=timezone.localdate(now)
    )
    late.update(state=LetterState.SILENT, expect_on=None)
    Correspondent.objects.filter(id=row.id).update(to_ask=False)
    author = author_of(keys)
    words = _(
        "Letters are not answered, or did not arrive, or an answer was alarming. Find out how the person is."
    )
    file = tell(keys=keys, file=file, fact=Note(text=words), author=author, now=now, inner=True)
    if file.next_step is None:
        by = timezone.localdate(now + SOON).isoformat()
        step = NextStep(what=_("We find out how your person is: letters are not answered"), by=by)
        tell(keys=keys, file=file, fact=step, author=author, now=now)
    leave_trace(keys=keys, file=file, act="matter_changed", now=now)
    return row.matter_id
