"""The first look at a letter: four questions, each kept at once; a term is counted from the day of the paper."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from peredacha.core.law import Start, count_deadline
from peredacha.rooms.conversations.services import author_of
from peredacha.rooms.mailroom.models import QUESTIONS, PaperLetter, PaperState
from peredacha.rooms.mailroom.selectors import STANDING, current_land
from peredacha.rooms.mailroom.services.opening import OpenPaper, open_paper, write_answer


def next_question(paper: OpenPaper) -> str:
    """The first question that nobody answered; empty after the last one."""
    return next((one for one in QUESTIONS if one not in paper.told), "")


@transaction.atomic
def tell_answer(
    *, paper: OpenPaper, question: str, told: Mapping[str, Any], now: datetime
) -> OpenPaper | None:
    """The answer to one question; the last word holds. Gives the letter as it stands then, None where it is gone.

    Raises TooLong.
    """
    if not PaperLetter.objects.select_for_update().filter(id=paper.row.id, state__in=STANDING).exists():
        return None
    write_answer(paper, question, {**told, "by": vars(author_of(paper.keys)), "at": now.isoformat()})
    again = open_paper(paper.keys, paper.row.id, now=now)
    if again and again.is_seen:
        again.row.state, again.row.next_on = PaperState.SEEN, next_day(again, timezone.localdate(now))
        again.row.save(update_fields=["state", "next_on"])
    return again


def next_day(paper: OpenPaper, today: date) -> date:
    """By when the letter must lie in a matter: at once, for whatever it brings begins to run there."""
    before = paper.row.next_on or today
    return min(before, today)


def last_day(told: Mapping[str, Any]) -> date | None:
    """The last day of the term that a paper began, counted from the day on which he received it.

    None where the paper or its term is not known.
    """
    rule, on = told.get("rule"), told.get("on")
    if not rule or not on or rule not in current_land().rules:
        return None
    due = count_deadline(current_land(), str(rule), Start(date.fromisoformat(str(on))), None).due
    earliest = due.earliest if due else None
    return earliest.date() if isinstance(earliest, datetime) else earliest
