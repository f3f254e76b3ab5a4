"""The clock of a place over the years of a feed: a phone need not know its history."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo


@cache
def zone_lines(zone: ZoneInfo, first: date, last: date) -> tuple[str, ...]:
    """The lines of a zone that hold from ``first`` to ``last``: how it stands before, and each change between."""
    begin = datetime(first.year, 1, 1, tzinfo=UTC)
    end = datetime(last.year + 1, 12, 31, tzinfo=UTC)
    lines = ["BEGIN:VTIMEZONE", f"TZID:{zone.key}"]
    before = begin - timedelta(days=366)
    lines += observance(zone, before, before)
    for change in changes(zone, before, end):
        lines += observance(zone, change, change - timedelta(seconds=1))
    return (*lines, "END:VTIMEZONE")


def observance(zone: ZoneInfo, moment: datetime, earlier: datetime) -> list[str]:
    """How the clock stands from a moment on; ``earlier``: a moment before it."""
    now, was = moment.astimezone(zone), earlier.astimezone(zone)
    kind = "DAYLIGHT" if now.dst() else "STANDARD"
    starts = (moment + (was.utcoffset() or timedelta())).strftime("%Y%m%dT%H%M%S")
    return [
        f"BEGIN:{kind}",
        f"DTSTART:{starts}",
        f"TZOFFSETFROM:{offset(was)}",
        f"TZOFFSETTO:{offset(now)}",
        f"TZNAME:{now.tzname()}",
        f"END:{kind}",
    ]


def changes(zone: ZoneInfo, begin: datetime, end: datetime) -> Iterator[datetime]:
    """Every moment between two at which the clock was set, to the second."""
    day = begin
    while day < end:
        following = day + timedelta(days=1)
        if difference(zone, day) != difference(zone, following):
            yield first_after(zone, day, following)
        day = following


def first_after(zone: ZoneInfo, low: datetime, high: datetime) -> datetime:
    """The first second at which the clock stands as at ``high``, found by halving."""
    while high - low > timedelta(seconds=1):
        middle = low + timedelta(seconds=(high - low).total_seconds() // 2)
        low, high = (middle, high) if difference(zone, middle) == difference(zone, low) else (low, middle)
    return high


def difference(zone: ZoneInfo, moment: datetime) -> timedelta | None:
    """How far the clock is from that of Greenwich."""
    return moment.astimezone(zone).utcoffset()


def offset(moment: datetime) -> str:
    """+0300."""
    return moment.strftime("%z")
