"""Letters that nobody needs, and the end of all: put away with a reason, taken back, erased by the clock."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone

from peredacha.rooms.conversations.services import author_of, remove_blobs
from peredacha.rooms.mailroom.models import MailScan, PaperLetter, PaperState
from peredacha.rooms.mailroom.selectors import STANDING, due_letters
from peredacha.rooms.mailroom.services.opening import OpenPaper, write_answer
from peredacha.rooms.vault.services import erase_safes

KEPT = timedelta(days=30)
"""So long a letter that was put away can be taken back."""


@transaction.atomic
def put_away(*, paper: OpenPaper, reason: str, words: str, now: datetime) -> bool:
    """Nobody needs this letter; False where somebody else was faster. Raises TooLong."""
    day = timezone.localdate(now) + KEPT
    found = PaperLetter.objects.filter(id=paper.row.id, state__in=STANDING)
    if not found.update(state=PaperState.AWAY, next_on=None, erase_on=day):
        return False
    told = {"reason": reason, "words": words, "by": vars(author_of(paper.keys)), "at": now.isoformat()}
    write_answer(paper, "away", told)
    return True


@transaction.atomic
def take_back(*, paper: OpenPaper, now: datetime) -> bool:
    """It is needed after all; False where it stands on the shelf already, or is erased."""
    state = PaperState.SEEN if paper.is_seen else PaperState.WAITING
    found = PaperLetter.objects.filter(id=paper.row.id, state=PaperState.AWAY, safe__isnull=False)
    return bool(found.update(state=state, next_on=timezone.localdate(now), erase_on=None))


def erase_due_mail(*, today: date) -> int:
    """Erase letters that were put away and whose clock has run out; for the chores. Gives how many."""
    due = due_letters(today)
    for one in due:
        erase_paper(one)
    return len(due)


@transaction.atomic
def erase_paper(row: PaperLetter) -> None:
    """Take everything of a letter out but its line in the book. Needs no key."""
    if row.safe_id is None:
        return
    names = list(MailScan.objects.filter(safe=row.safe_id).values_list("blob", flat=True))
    erase_safes([row.safe_id])
    transaction.on_commit(lambda: remove_blobs(names) and None)
