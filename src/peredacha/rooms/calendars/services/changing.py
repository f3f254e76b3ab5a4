"""How the dates of a matter go from what was told to calendars to what is true now."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta

from django.utils import timezone

from peredacha.core.feeds import Entry, moved
from peredacha.rooms.calendars.services.dating import DRAWN, NEXT, Name

KEPT = timedelta(days=90)
"""So long after its day a date stays in the calendars."""
FRESH = timedelta(days=7)
"""What lies further back when it is first told is history: no calendar needs it."""
MOST = 120
"""Dates of one matter at most, the latest ones: they must fit one sealed row."""
BACK = 2
"""Somebody who lost the dates and may read them again must see a higher number than the one that took them."""

Dates = Mapping[Name, Entry]


def day_of(entry: Entry) -> date:
    """The day of an entry, on the clock of its place."""
    return entry.begins.date() if isinstance(entry.begins, datetime) else entry.begins


def is_over(entry: Entry, now: datetime) -> bool:
    """Whether it lies behind: its hour, or its whole day."""
    if isinstance(entry.begins, datetime):
        return entry.begins <= now
    return entry.begins < timezone.localdate(now)


def changed(before: Dates, wanted: Dates, told: frozenset[str], *, now: datetime) -> dict[Name, Entry]:
    """The dates as calendars are to show them from now on.

    ``told``: the sources whose dates are all in ``wanted``; others stay as they were. What is gone and lies ahead is
    cancelled; what lies behind stays as it was, and goes after some months.
    """
    before, sources = without_done_step(before, wanted, now), DRAWN | told
    found: dict[Name, Entry] = {}
    for name, entry in before.items():
        if name[0] in sources:
            kept = moved(entry, wanted.get(name), at=now)
            found[name] = entry if kept is None or (name not in wanted and is_over(entry, now)) else kept
        else:
            found[name] = entry
    today = timezone.localdate(now)
    for name, entry in wanted.items():
        if name not in before and not entry.cancelled and day_of(entry) >= today - FRESH:
            found[name] = replace(entry, changed_at=now)
    recent = [(name, one) for name, one in found.items() if day_of(one) >= today - KEPT]
    return dict(sorted(recent, key=lambda pair: day_of(pair[1]))[-MOST:])


def without_done_step(before: Dates, wanted: Dates, now: datetime) -> Dates:
    """The dates, with a next step whose day is over under a name of its own: what follows is another date."""
    step, coming = before.get((NEXT, NEXT)), wanted.get((NEXT, NEXT))
    if step is None or coming is None or not is_over(step, now) or step.begins == coming.begins:
        return before
    others = {name: one for name, one in before.items() if name != (NEXT, NEXT)}
    return {**others, (NEXT, step.begins.isoformat()): step}


def all_fallen(before: Dates, *, now: datetime) -> dict[Name, Entry]:
    """The same dates, everything ahead cancelled once."""
    return {name: fallen(one, now=now, at=now) for name, one in before.items()}


def fallen(entry: Entry, *, now: datetime, at: datetime) -> Entry:
    """An entry that is no longer for this calendar, cancelled since ``at``; what lies behind stays."""
    return entry if is_over(entry, now) else moved(entry, None, at=at) or entry


def back_again(dates: Dates, *, now: datetime) -> dict[Name, Entry]:
    """The same dates with higher numbers: somebody may read them again."""
    return {name: replace(one, sequence=one.sequence + BACK, changed_at=now) for name, one in dates.items()}
