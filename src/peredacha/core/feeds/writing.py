"""Entries as the text of a calendar: lines of at most 75 bytes, ended as the format wants."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from peredacha.core.feeds.entries import Entry
from peredacha.core.feeds.zones import zone_lines

LONGEST = 75
"""So many bytes a line may have, its end not counted."""
PRODUCT = "-//Peredacha//feed//EN"
MARKS = str.maketrans("", "", "-:")
ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None})


def feed(
    entries: Iterable[Entry], *, name: str, refresh: timedelta, reminder: str, language: str = "ru"
) -> bytes:
    """The calendar with these entries.

    ``name``: how the calendar is called on the phone. ``refresh``: how often a phone should ask again. ``reminder``:
    the word that an alarm shows. The same entries give the same bytes.
    """
    listed = list(entries)
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:{PRODUCT}",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"NAME;LANGUAGE={language}:{escaped(name)}",
        f"X-WR-CALNAME:{escaped(name)}",
        f"REFRESH-INTERVAL;VALUE=DURATION:{duration(refresh)}",
        f"X-PUBLISHED-TTL:{duration(refresh)}",
    ]
    for zone, moments in sorted(zones_of(listed).items(), key=lambda pair: pair[0].key):
        lines += zone_lines(zone, min(moments), max(moments))
    rings = {one: "".join(alarm_text(before, reminder) for before in one) for one in alarms_of(listed)}
    events = (event_text(one, rings.get(one.alarms, "")) for one in listed)
    return "".join([*map(folded, lines), *events, "END:VCALENDAR\r\n"]).encode()


def event_text(one: Entry, rings: str) -> str:
    """One entry with its alarms, which are written already; every line but the words is short."""
    changed = utc(one.changed_at)
    return (
        f"BEGIN:VEVENT\r\n{folded(f'UID:{escaped(one.uid)}')}DTSTAMP:{changed}\r\nLAST-MODIFIED:{changed}\r\n"
        f"SEQUENCE:{one.sequence}\r\nSTATUS:{'CANCELLED' if one.cancelled else 'CONFIRMED'}\r\n"
        f"{folded(f'SUMMARY:{escaped(one.title)}')}CLASS:PRIVATE\r\n{when(one)}"
        f"{'' if one.cancelled else rings}END:VEVENT\r\n"
    )


def alarm_text(before: timedelta, reminder: str) -> str:
    """One reminder, which shows no words but ``reminder``."""
    told = folded(f"DESCRIPTION:{escaped(reminder)}")
    return f"BEGIN:VALARM\r\nACTION:DISPLAY\r\n{told}TRIGGER:{duration(before)}\r\nEND:VALARM\r\n"


def alarms_of(entries: Iterable[Entry]) -> set[tuple[timedelta, ...]]:
    """Every way in which an entry rings."""
    return {one.alarms for one in entries}


def when(one: Entry) -> str:
    """The lines that say when: a whole day keeps nobody busy, an hour does."""
    if isinstance(one.begins, datetime):
        begins, ends = timed(one.begins), timed(one.begins + one.lasts)
        return f"DTSTART{begins}\r\nDTEND{ends}\r\nTRANSP:OPAQUE\r\n"
    begins, ends = compact(one.begins), compact(one.begins + timedelta(days=1))
    return f"DTSTART;VALUE=DATE:{begins}\r\nDTEND;VALUE=DATE:{ends}\r\nTRANSP:TRANSPARENT\r\n"


def timed(moment: datetime) -> str:
    """A moment on the clock of its place; without a named zone, on that of Greenwich. With what stands before it."""
    if isinstance(moment.tzinfo, ZoneInfo) and moment.tzinfo.key != "UTC":
        return f";TZID={moment.tzinfo.key}:{compact(moment.replace(tzinfo=None))}"
    return f":{utc(moment)}"


def zones_of(entries: Iterable[Entry]) -> dict[ZoneInfo, list[date]]:
    """Every named zone with the days on which it is used."""
    found: dict[ZoneInfo, list[date]] = {}
    for one in entries:
        zone = one.begins.tzinfo if isinstance(one.begins, datetime) else None
        if isinstance(zone, ZoneInfo) and zone.key != "UTC":
            found.setdefault(zone, []).append(one.begins)
    return found


def utc(moment: datetime) -> str:
    """A moment on the clock of Greenwich, to the second."""
    return compact(moment.astimezone(UTC).replace(tzinfo=None)) + "Z"


def compact(when: date) -> str:
    """20261203, or 20261203T103000: a day, or a moment without a zone."""
    told = when.isoformat(timespec="seconds") if isinstance(when, datetime) else when.isoformat()
    return told.translate(MARKS)


def duration(length: timedelta) -> str:
    """A length as the format writes it: -P1D, PT9H, P1DT30M."""
    sign, seconds = ("-" if length < timedelta() else ""), abs(int(length.total_seconds()))
    days, rest = divmod(seconds, 86400)
    parts = [(rest // 3600, "H"), (rest % 3600 // 60, "M"), (rest % 60, "S")]
    hours = "".join(f"{count}{unit}" for count, unit in parts if count)
    told = (f"{days}D" if days else "") + (f"T{hours}" if hours else "")
    return f"{sign}P{told or 'T0S'}"


def escaped(text: str) -> str:
    """Words with the signs of the format taken for words."""
    return text.translate(ESCAPED)


def folded(line: str) -> str:
    """A line broken where it is too long, never inside a letter."""
    if len(line.encode()) <= LONGEST:
        return line + "\r\n"
    parts, part, used, room = [], "", 0, LONGEST
    for letter in line:
        size = len(letter.encode())
        if used + size > room:
            parts.append(part)
            part, used, room = "", 0, LONGEST - 1
        part, used = part + letter, used + size
    return "\r\n ".join([*parts, part]) + "\r\n"
