"""One date of a feed, and how it changes without losing its identity."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

DAY_ALARMS = (timedelta(days=-1), timedelta(hours=9))
"""For a whole day: at midnight before it, and at nine in its morning."""
HOUR_ALARMS = (timedelta(days=-1), timedelta(hours=-2))
"""For an hour: a day and two hours before it."""


@dataclass(frozen=True)
class Entry:
    """One date: a whole day, or an hour of a place with its own clock.

    ``uid`` stays the same for as long as the date lives, wherever it moves; random, it tells nothing. ``begins`` is a
    day, or a moment with the zone of the place (a ``ZoneInfo``), so that a phone in another zone shows both hours
    right. ``sequence`` counts the changes, ``changed_at`` [moment with a zone] is the last of them.
    """

    uid: str
    title: str
    begins: date
    changed_at: datetime
    lasts: timedelta = timedelta(hours=1)
    """How long an hour is kept free; a day is always a whole day."""
    sequence: int = 0
    cancelled: bool = False
    alarms: tuple[timedelta, ...] = ()

    def __post_init__(self) -> None:
        """Raises ValueError for a moment without a zone: nobody could say when it is."""
        for moment in (self.begins, self.changed_at):
            if isinstance(moment, datetime) and moment.tzinfo is None:
                raise ValueError("a moment in a feed needs the zone of its place")

    @property
    def is_timed(self) -> bool:
        """Whether it has an hour."""
        return isinstance(self.begins, datetime)


def moved(before: Entry | None, now: Entry | None, *, at: datetime) -> Entry | None:
    """What the feed says of a date that stood as ``before`` and is to stand as ``now``.

    Nothing changed: the same entry, so that no phone rings. Changed: the next sequence. Gone (``now`` is None):
    cancelled, once. Come back after it was cancelled: the next sequence again. Both None: None.
    """
    if before is None:
        return now
    wanted = replace(now, uid=before.uid) if now else replace(before, cancelled=True)
    same = replace(wanted, sequence=before.sequence, changed_at=before.changed_at)
    return before if same == before else replace(same, sequence=before.sequence + 1, changed_at=at)
