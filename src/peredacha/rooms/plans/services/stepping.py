"""Steps with a version that was made: to the lawyer, back, to the office, and what the office answered."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from peredacha.core.law import Span, Start, count_deadline
from peredacha.rooms.calendars.services import Dated
from peredacha.rooms.conversations.services import addressees_of, author_of, wish_notices
from peredacha.rooms.matters.services import MatterFile, leave_trace, refresh
from peredacha.rooms.plans.models import PaperRow
from peredacha.rooms.plans.selectors import current_filings, current_land
from peredacha.rooms.plans.services.binders import PaperFile, Step, Version, packed_author, read_binder
from peredacha.rooms.vault.services import Keys, renewed_if_stale, write_row


class ChangedMeanwhile(Exception):
    """The paper is another one than was looked at: it was changed, or the step no longer fits."""


@dataclass(frozen=True)
class Answering:
    """Until when an answer is due; ``due`` is None where no rule of the land says it."""

    since: date
    due: date | None
    left: int
    """Days from today to the day on which it is due; below 0 when it is over."""


@transaction.atomic
def take_step(
    *,
    keys: Keys,
    file: MatterFile,
    paper: PaperFile,
    step: Step,
    digest: str,
    now: datetime,
    text: str = "",
    on: date | None = None,
    number: str = "",
) -> None:
    """Note a step with the newest version, once; who else reads the matter hears that there is something new.

    Raises TooLong; ChangedMeanwhile when ``digest`` names another version.
    """
    PaperRow.objects.select_for_update().get(id=paper.row.id)
    fresh = read_binder(file).find(paper.id)
    last = fresh.last if fresh else None
    if last is None or last.digest != digest:
        raise ChangedMeanwhile
    on_day, by = on.isoformat() if on else "", author_of(keys)
    before = fresh.steps[-1] if fresh and fresh.steps else None
    if before and (before.step, before.text, before.on, before.number) == (step, text, on_day, number):
        return
    content: dict[str, Any] = {"kind": "step", "paper": str(paper.id), "step": step, "version": last.id}
    content |= {"digest": digest, "text": text, "on": on_day, "number": number}
    content |= {"by": packed_author(by), "at": now.isoformat()}
    write_row(PaperRow, renewed_if_stale(keys, file.safe), content)
    refresh(keys=keys, file=file, now=now)
    wish_notices(addressees_of(file, author=by, inner=False, now=now), now=now)
    leave_trace(keys=keys, file=file, act="matter_changed", now=now)


def last_day(version: Version) -> date | None:
    """The last day to hand a version in; the earliest where the law leaves a range, None where no rule runs."""
    card = version.filing.card
    rule, told = card.deadline, version.recipe.facts.get(card.counts_from or "")
    if rule is None or not isinstance(told, str) or rule not in current_land().rules:
        return None
    due = count_deadline(current_land(), rule, Start(date.fromisoformat(told))).due
    return day_of(due, latest=False)


def answering(paper: PaperFile, *, now: datetime) -> Answering | None:
    """The counter of days to the answer; None while nothing was handed in."""
    step, today = paper.handed_in, timezone.localdate(now)
    if step is None:
        return None
    since, rule = date.fromisoformat(step.on), paper.filing.card.answer
    if rule is None or rule not in current_land().rules:
        return Answering(since, None, 0)
    due = day_of(count_deadline(current_land(), rule, Start(since)).due, latest=True)
    return Answering(since, due, (due - today).days if due else 0)


def days_of_papers(file: MatterFile, *, now: datetime) -> list[Dated]:
    """The days of all papers of a matter, for its calendars: the last to hand in, and the one of the answer."""
    found = []
    for paper in read_binder(file).papers:
        waits = answering(paper, now=now) if paper.state == "filed" else None
        by = last_day(paper.last) if paper.last and not paper.handed_in else None
        found += [Dated(f"{paper.id} answer", waits.due)] if waits and waits.due else []
        found += [Dated(f"{paper.id} file", by)] if by else []
    return found


def day_of(span: Span[date] | None, *, latest: bool) -> date | None:
    """The later or the earlier day of a range."""
    if span is None:
        return None
    found = span.latest if latest else span.earliest
    return found.date() if isinstance(found, datetime) else found


def against_silence(paper: PaperFile) -> str:
    """The filing of the land that goes on when no answer comes; empty where there is none."""
    return next((one for one in paper.filing.card.if_silent if one in current_filings()), "")
