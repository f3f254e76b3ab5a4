"""Measures a feed: feeds.py [--count N].

One feed of so many dates, half of them hearings with an hour, half last days, each with two alarms; beside it the same
entries by icalendar, the library with which the file of a plan is made. One process, three runs of each in turn, the
median. Both texts are read by icalendar and must hold the same dates.
"""

import argparse
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Event

sys.path[:0] = [str(Path(__file__).parents[1] / "src")]

from peredacha.core.feeds import DAY_ALARMS, HOUR_ALARMS, Entry, feed  # noqa: E402

ZONE, NOW = ZoneInfo("Europe/Moscow"), datetime(2026, 11, 22, tzinfo=UTC)
RUNS = 3


def entries(count: int) -> list[Entry]:
    """Hearings and last days in turn, over two years."""
    first = datetime(2026, 1, 1, 10, tzinfo=ZONE)
    return [
        Entry(f"{n:032x}", "Встреча", first + timedelta(days=n % 700), NOW, alarms=HOUR_ALARMS)
        if n % 2
        else Entry(
            f"{n:032x}",
            "Дело: последний день",
            first.date() + timedelta(days=n % 700),
            NOW,
            alarms=DAY_ALARMS,
        )
        for n in range(count)
    ]


def ours(listed: list[Entry]) -> bytes:
    """The feed of the house."""
    return feed(listed, name="Даты", refresh=timedelta(hours=1), reminder="Напоминание")


def theirs(listed: list[Entry]) -> bytes:
    """The same by the library."""
    calendar = Calendar()
    calendar.add("prodid", "-//bench//EN")
    calendar.add("version", "2.0")
    for one in listed:
        event, lasts = Event(), one.lasts if one.is_timed else timedelta(days=1)
        told = (
            ("uid", one.uid), ("dtstamp", one.changed_at), ("last-modified", one.changed_at), ("status", "CONFIRMED"),
            ("sequence", one.sequence), ("summary", one.title), ("class", "PRIVATE"),
            ("dtstart", one.begins), ("dtend", one.begins + lasts),
        )  # fmt: skip
        for name, value in told:
            event.add(name, value)
        for before in one.alarms:
            alarm = Alarm()
            alarm.add("action", "DISPLAY")
            alarm.add("description", "Напоминание")
            alarm.add("trigger", before)
            event.add_component(alarm)
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def dates(text: bytes) -> dict[str, date]:
    """What stands in a feed, by identity."""
    found: Any = Calendar.from_ical(text)
    return {str(one["uid"]): one["dtstart"].dt for one in found.walk("VEVENT")}


def took(act: Callable[[list[Entry]], bytes], listed: list[Entry]) -> float:
    """How long one feed takes [ms]."""
    begun = perf_counter()
    act(listed)
    return (perf_counter() - begun) * 1000


def main() -> None:
    """Measure, compare, print."""
    parser = argparse.ArgumentParser(description="Measure a feed of calendar dates.")
    parser.add_argument("--count", type=int, default=5000, help="how many dates")
    listed = entries(parser.parse_args().count)
    if dates(ours(listed[:200])) != dates(theirs(listed[:200])):
        raise SystemExit("the two feeds do not hold the same dates")
    pairs = [(took(ours, listed), took(theirs, listed)) for _ in range(RUNS)]
    mine, peer = (median(times) for times in zip(*pairs))
    print(
        f"{len(listed):,} dates: ours {mine:.0f} ms (aim 200), icalendar {peer:.0f} ms, {peer / mine:.0f}× as fast"
    )


if __name__ == "__main__":
    main()
