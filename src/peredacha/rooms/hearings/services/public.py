"""What everybody may see: public hearings by day, and the feed that a phone subscribes to."""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from hashlib import sha256
from itertools import groupby
from zoneinfo import ZoneInfo

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from peredacha.core.feeds import Entry, feed
from peredacha.design.wording import language
from peredacha.rooms.hearings.models import OpenHearing, OpenState
from peredacha.rooms.hearings.selectors import open_hearings
from peredacha.rooms.hearings.services.standing import NO_HOUR

REFRESH = timedelta(hours=4)
LASTS = timedelta(hours=2)


@dataclass(frozen=True)
class OpenLine:
    """One public hearing in words; ``chapter`` is told where there are several."""

    hour: str
    words: str
    court: str
    chapter: str
    off: bool


@dataclass(frozen=True)
class OpenDay:
    """The public hearings of one day."""

    day: str
    lines: tuple[OpenLine, ...]


@dataclass(frozen=True)
class OpenFeed:
    """A feed as bytes, and the mark by which a phone knows that nothing changed."""

    body: bytes
    mark: str


def told_open(*, now: datetime) -> tuple[OpenDay, ...]:
    """Public hearings by day; those withdrawn are not told of, those that fell away say so."""
    shown = [one for one in open_hearings(now) if one.state == OpenState.OPEN or one.court]
    several = len({one.chapter for one in shown}) > 1
    days = groupby(sorted(shown, key=lambda one: there(one).replace(tzinfo=None)), key=day_of)
    return tuple(OpenDay(day, tuple(told_line(one, several=several) for one in lines)) for day, lines in days)


def told_line(one: OpenHearing, *, several: bool) -> OpenLine:
    """One public hearing in words."""
    return OpenLine(
        hour=f"{there(one):%H:%M}" if has_hour(one) else "",
        words=one.words or _("Open hearing"),
        court=one.court,
        chapter=one.chapter if several else "",
        off=one.state == OpenState.OFF,
    )


def there(one: OpenHearing) -> datetime:
    """Its moment by the clock of the court."""
    return one.at.astimezone(ZoneInfo(one.zone))


def has_hour(one: OpenHearing) -> bool:
    """Whether its hour is known."""
    return there(one).time() != NO_HOUR


def day_of(one: OpenHearing) -> str:
    """Its day in full words."""
    return date_format(there(one).replace(tzinfo=None), "l, j E Y")


def open_feed(*, now: datetime) -> OpenFeed:
    """Every public hearing of today and later as a calendar; one that fell away stands in it as cancelled."""
    entries = [entry_of(one) for one in open_hearings(now)]
    body = feed(
        entries, name=_("Open hearings"), refresh=REFRESH, reminder=_("Open hearing"), language=language()
    )
    return OpenFeed(body, f'"{sha256(body).hexdigest()[:32]}"')


def entry_of(one: OpenHearing) -> Entry:
    """A public hearing as an entry of the feed; it names the day of its last change, not the hour."""
    return Entry(
        uid=str(one.id),
        title=": ".join(filter(None, (one.words or _("Open hearing"), one.court))),
        begins=there(one) if has_hour(one) else there(one).date(),
        changed_at=datetime.combine(one.changed_on, time(), UTC),
        lasts=LASTS,
        sequence=one.sequence,
        cancelled=one.state == OpenState.OFF,
    )
