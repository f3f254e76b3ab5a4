"""The post goes: letters that are due, one at a time, never lost, never doubled but after a crash in the last step.

A letter is claimed in the database, given to the mail server, and only then settled. Where the machine dies between
the server's yes and the settling, the letter goes once more under the same number.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import F, Q
from django.utils.translation import gettext as _
from django.utils.translation import override

from peredacha.gateways.mail import Letter, NotSent, Post, Security, SmtpPost
from peredacha.rooms.conversations.models import Notice, NoticeState
from peredacha.rooms.conversations.services.addressees import Box, open_box
from peredacha.rooms.conversations.services.noticing import REST, fresh_number, in_steps, next_morning
from peredacha.rooms.salts.selectors import salts_of

PER_RUN = 10
"""Letters in one run; the caller runs again while there are more."""
CLAIM = timedelta(minutes=30)
"""After so long a letter that was claimed by a worker who died is taken up again."""
FIRST_WAIT = timedelta(minutes=5)
TRIES = 8
IN_A_ROW = 3
"""After so many refusals in a row the run ends: the mail server is not well."""
KEPT = timedelta(days=14)
"""A letter that failed for good is shown to the stewards for so long."""


@dataclass(frozen=True)
class Posted:
    """What one run did."""

    sent: int = 0
    later: int = 0
    failed: int = 0
    more: bool = False
    """Whether another run should follow at once."""


def house_post() -> Post | None:
    """The post of this installation; None where no mail server is named. Raises ValueError for a wrong setting."""
    if not settings.SMTP_HOST:
        return None
    return SmtpPost(
        host=settings.SMTP_HOST,
        port=settings.SMTP_PORT,
        sender=settings.SMTP_FROM,
        user=settings.SMTP_USER,
        password=settings.SMTP_PASSWORD,
        security=Security(settings.SMTP_TLS),
    )


def send_due(*, now: datetime, post: Post) -> Posted:
    """Send what is due, at most a few letters; safe with several workers at once. Never inside a transaction."""
    tidy(now)
    sent = later = failed = in_a_row = 0
    for _turn in range(PER_RUN):
        row = claim(now) if in_a_row < IN_A_ROW else None
        if row is None:
            return Posted(sent, later, failed)
        outcome = carry(row, post)
        if outcome is None:
            settle(row, now)
            sent, in_a_row = sent + 1, 0
        elif outcome.temporary and row.tries < TRIES:
            postpone(row, now)
            later, in_a_row = later + 1, in_a_row + 1
        else:
            give_up(row, now)
            failed += 1
    return Posted(sent, later, failed, more=True)


def claim(now: datetime) -> Notice | None:
    """The next letter that is due, marked as this worker's; one whose worker died is taken up after a while."""
    due = Notice.objects.filter(
        Q(state=NoticeState.WAITING) | Q(state=NoticeState.SENDING), due_at__lte=now
    ).order_by("due_at", "id")
    for row in due[: 4 * PER_RUN]:
        # Comparing and setting in one statement: of two workers only one changes the row, on both databases.
        same = Notice.objects.filter(id=row.id, state=row.state, due_at=row.due_at, tries=row.tries)
        if same.update(state=NoticeState.SENDING, due_at=now + CLAIM, tries=F("tries") + 1):
            row.tries, row.state, row.due_at = row.tries + 1, NoticeState.SENDING, now + CLAIM
            return row
    return None


def carry(row: Notice, post: Post) -> NotSent | None:
    """Give a letter to the post; None when it was taken."""
    box = box_of(row)
    if box is None:
        return NotSent(temporary=False)
    try:
        post.send(letter_for(box, row.number))
    except NotSent as refused:
        return refused
    except ValueError:
        return NotSent(temporary=False)
    return None


def box_of(row: Notice) -> Box | None:
    """Where a letter goes; None where that does not open."""
    return open_box(row.holder_id, row.box, salts_of([row.holder_id]).get(row.holder_id, b""))


def letter_for(box: Box, number: str) -> Letter:
    """The constant words; they name the site as people type it, nobody and nothing else."""
    with override(box.language):
        text = _(
            "Something new waits for you.\n\n"
            "Open %(site)s by typing the address yourself. This letter holds nothing else on purpose, "
            "and nobody reads an answer to it.\n"
        )
        words = text % {"site": settings.SITE_ADDRESS}
        return Letter(box.address, _("Something new to read"), words, number)


@transaction.atomic
def settle(row: Notice, now: datetime) -> None:
    """The server said yes: the address goes, and the empty row keeps the next letter back for its time."""
    found = mine(row)
    if found is None:
        return
    box = box_of(found)
    rest = in_steps(next_morning(now) if box and box.daily else now + REST)
    if found.again:
        found.state, found.number = NoticeState.WAITING, fresh_number()
    else:
        found.state, found.box = NoticeState.RESTING, None
    found.due_at, found.tries, found.again = rest, 0, False
    found.save()


@transaction.atomic
def postpone(row: Notice, now: datetime) -> None:
    """Later: after 5 minutes, then 10, 20, up to eight times."""
    found = mine(row)
    if found is None:
        return
    found.state, found.again = NoticeState.WAITING, False
    found.due_at = in_steps(now + FIRST_WAIT * 2 ** (found.tries - 1))
    found.save()


@transaction.atomic
def give_up(row: Notice, now: datetime) -> None:
    """This letter is not taken; the stewards see that there is one."""
    found = mine(row)
    if found:
        found.state, found.due_at, found.again = NoticeState.FAILED, in_steps(now), False
        found.save()


def mine(row: Notice) -> Notice | None:
    """The row as it stands now, locked; None where it was erased meanwhile, or taken up by another worker."""
    same = Notice.objects.select_for_update().filter(id=row.id, state=NoticeState.SENDING, tries=row.tries)
    return same.first()


def tidy(now: datetime) -> None:
    """Take rows away that have rested long enough, and failed ones that the stewards had time to see."""
    Notice.objects.filter(state=NoticeState.RESTING, due_at__lte=now).delete()
    Notice.objects.filter(state=NoticeState.FAILED, due_at__lte=now - KEPT).delete()


def count_failed() -> int:
    """How many letters the mail server does not take; for the stewards, without names."""
    return Notice.objects.filter(state=NoticeState.FAILED).count()


def try_failed_again(*, now: datetime) -> int:
    """Let every failed letter wait for the post once more; gives how many."""
    return Notice.objects.filter(state=NoticeState.FAILED).update(
        state=NoticeState.WAITING, tries=0, due_at=in_steps(now)
    )
