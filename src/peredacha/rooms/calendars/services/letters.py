"""Letters that are due go, each once: a claim stands before the letter leaves.

Whoever dies between the claim and the letter has sent nothing, and nobody sends it again: the calendar rings too, and
a second letter at night for the same day would frighten. Only a mail server that said "later" is asked again.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from uuid import UUID, uuid4

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from peredacha.core.sealing import subkey, tag
from peredacha.gateways.mail import Letter, NotSent, Post
from peredacha.rooms.calendars.models import Reminder, ReminderWish
from peredacha.rooms.calendars.selectors import may_come, still_read
from peredacha.rooms.calendars.services.reminding import Sealed, Turn, opened_reminder, sealed_reminder
from peredacha.rooms.conversations.services import notice_wish
from peredacha.rooms.salts.selectors import salts_of

IN_A_ROW = 3
"""After so many refusals in a row the run ends: the mail server is not well."""
NUMBER_LETTERS = 32


@dataclass(frozen=True)
class Reminded:
    """What one run did."""

    sent: int = 0
    later: int = 0
    dropped: int = 0
    """Too late, or nowhere to go."""


@dataclass(frozen=True, repr=False)
class Claimed:
    """Letters of one person that this worker alone may send now, as one."""

    wish: ReminderWish
    turns: tuple[tuple[UUID, Turn], ...]
    """By the random name of the reminder out of which they were taken."""
    address: str
    language: str
    in_time: bool


def send_reminders(*, now: datetime, post: Post) -> Reminded:
    """Send what is due; safe with several workers at once. Never inside a transaction."""
    sent = later = dropped = in_a_row = 0
    for wish in wishes_due(now):
        claimed = claim(wish, now=now) if in_a_row < IN_A_ROW else None
        if claimed is None:
            continue
        outcome = carry(claimed, post)
        if outcome is None:
            sent, in_a_row = sent + 1, 0
        elif outcome.temporary:
            put_back(claimed)
            later, in_a_row = later + 1, in_a_row + 1
        else:
            dropped += 1
    return Reminded(sent, later, dropped)


def wishes_due(now: datetime) -> list[ReminderWish]:
    """Who has a letter that is due, as it stood a moment ago."""
    found = {}
    for row, told in opened(Reminder.objects.select_related("wish__holder__member", "matter")):
        if any(is_due(one, now) for one in told.turns):
            found[row.wish_id] = row.wish
    return list(found.values())


def opened(rows: Iterable[Reminder]) -> list[tuple[Reminder, Sealed]]:
    """Reminders with what they say; those that do not open are left out."""
    there = list(rows)
    salts = salts_of({row.matter.safe_id for row in there})
    told = ((row, opened_reminder(row, salts.get(row.matter.safe_id, b""))) for row in there)
    return [(row, one) for row, one in told if one]


def is_due(turn: Turn, now: datetime) -> bool:
    """Whether the moment of a letter has come."""
    return turn.due <= now.astimezone(UTC).isoformat()


@transaction.atomic
def claim(wish: ReminderWish, *, now: datetime) -> Claimed | None:
    """Take the letters that are due out of the boxes; None where another worker was faster."""
    # Comparing and setting in one statement: of two workers only one goes on, on both databases.
    if not ReminderWish.objects.filter(id=wish.id, turn=wish.turn).update(turn=uuid4()):
        return None
    today, member = timezone.localdate(now), wish.holder.member
    rows = opened(Reminder.objects.filter(wish=wish.id).select_related("matter"))
    reading = still_read(wish.holder_id, {row.matter.safe_id for row, _told in rows}, today=today)
    turns: list[tuple[UUID, Turn]] = []
    box = notice_wish(member) if member else None
    where = (box.address, box.language) if box else ("", "ru")
    for row, told in rows:
        due = [one for one in told.turns if is_due(one, now)]
        if due:
            rewrite(row, replace(told, turns=tuple(one for one in told.turns if one not in due)))
        if row.matter.safe_id in reading:
            turns += [(row.id, one) for one in due]
            where = (told.address, told.language) if due and not member else where
    in_time = any(one.until > now.astimezone(UTC).isoformat() for _row, one in turns)
    return Claimed(wish, tuple(turns), *where, in_time and may_come(wish.holder, today=today))


def rewrite(row: Reminder, told: Sealed) -> None:
    """Seal a reminder anew; one that was taken away meanwhile stays away."""
    salt = salts_of([row.matter.safe_id]).get(row.matter.safe_id, b"")
    box = sealed_reminder(row.wish_id, row.matter_id, told, salt)
    Reminder.objects.filter(id=row.id).update(box=box)


def carry(claimed: Claimed, post: Post) -> NotSent | None:
    """Give the letter to the post; None when it was taken."""
    if not claimed.in_time or not claimed.address:
        return NotSent(temporary=False)
    try:
        post.send(letter_for(claimed.address, claimed.language, number_of(claimed.wish, claimed.turns)))
    except NotSent as refused:
        return refused
    except ValueError:
        return NotSent(temporary=False)
    return None


def number_of(wish: ReminderWish, turns: Sequence[tuple[UUID, Turn]]) -> str:
    """A name for the letter that tells nothing, the same at every try."""
    key = subkey(settings.NAMES_KEY, "calendars.letters")
    moments = sorted(one.due.encode() for _row, one in turns)
    return tag(key, wish.id.bytes, *moments).hex()[:NUMBER_LETTERS]


def letter_for(address: str, language: str, number: str) -> Letter:
    """The constant words; they name the site as people type it, no day and nobody."""
    with override(language):
        text = _(
            "A day of which you wanted to be reminded is near.\n\n"
            "Open %(site)s by typing the address yourself. This letter holds nothing else on purpose, "
            "and nobody reads an answer to it.\n"
        )
        return Letter(address, _("Reminder"), text % {"site": settings.SITE_ADDRESS}, number)


@transaction.atomic
def put_back(claimed: Claimed) -> None:
    """The mail server said "later": the letters wait again, as long as they are worth sending."""
    list(ReminderWish.objects.select_for_update().filter(id=claimed.wish.id))
    wanted = {row for row, _turn in claimed.turns}
    for row, told in opened(Reminder.objects.filter(id__in=wanted).select_related("matter")):
        again = {one for id, one in claimed.turns if id == row.id} | set(told.turns)
        rewrite(row, replace(told, turns=tuple(sorted(again, key=lambda one: one.due))))
