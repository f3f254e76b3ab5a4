"""Letters that left the house: on which day, by which way, and until when an answer may come."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Literal, TypeAlias
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from peredacha.rooms.letters.models import Letter, LetterRow, LetterState
from peredacha.rooms.letters.selectors import letters_in, usual_days
from peredacha.rooms.letters.services import OpenLetter, erased_after, errands_behind, open_letters
from peredacha.rooms.postroom.services.printing import numbered
from peredacha.rooms.tallies.services import count
from peredacha.rooms.vault.services import Keys, renewed_if_stale, write_row

Way: TypeAlias = Literal["post", "electronic"]


def post_letters(*, keys: Keys, letters: Iterable[UUID], on: date, way: Way, now: datetime) -> int:
    """These letters are on their way since the day ``on``; gives how many. One that left already stays as it is."""
    if keys.member is None:
        return 0
    wanted = set(letters)
    rows = letters_in(keys.member.chapter, LetterState.PRINTED, LetterState.PASSED).filter(id__in=wanted)
    return sum(posted(keys, one, on, way, now) for one in open_letters(keys, list(rows), now=now))


@transaction.atomic
def posted(keys: Keys, one: OpenLetter, on: date, way: Way, now: datetime) -> bool:
    """One letter; False where letters were stopped, or it left already."""
    number = numbered(one.row, LetterState.POSTED, now=now)
    if number is None:
        return False
    errands = errands_behind(keys, one.row, now=now)
    facility = errands.recipient.facility if errands else ""
    until = on + timedelta(days=usual_days(one.row.chapter, facility))
    kept = max(erased_after(now), until + timedelta(weeks=1))
    Letter.objects.filter(id=one.row.id).update(expect_on=until, erase_on=kept)
    content = {"kind": "posted", "on": on.isoformat(), "way": way, "at": now.isoformat()}
    write_row(LetterRow, renewed_if_stale(keys, one.safe), content)
    count(chapter=one.row.chapter, kind="letter_sent", facility=facility, today=timezone.localdate(now))
    return True
