"""What an address answers: days and hours without words, or an empty calendar once it was ended."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from peredacha.core.feeds import DAY_ALARMS, HOUR_ALARMS, Entry, feed
from peredacha.rooms.calendars.models import EndedFeed, Feed, FeedBox, FeedKind
from peredacha.rooms.calendars.selectors import is_alive, still_read
from peredacha.rooms.calendars.services.changing import fallen
from peredacha.rooms.calendars.services.making import REMEMBERED
from peredacha.rooms.calendars.services.sealing import Secret, opened_box
from peredacha.rooms.salts.selectors import salts_of

REFRESH = timedelta(hours=1)
MOST_ENTRIES = 5_000
"""What one answer holds at most, the latest dates."""
MOST_BOXES = 2_000
NOBODYS = "a" * 32
"""For an address that cannot be one the same is asked as for a wrong one."""


def fetched(token: str, *, now: datetime) -> bytes | None:
    """The calendar behind an address, in the language of the page; None where there is nothing.

    An address that was ended, and one whose maker may no longer come in, give an empty calendar: phones then forget
    the dates, which they would keep for ever after an error.
    """
    secret = Secret.read(token) or Secret.read(NOBODYS)
    row = Feed.objects.filter(tag=secret.tag).select_related("holder__member").first() if secret else None
    today = timezone.localdate(now)
    if (
        secret is None
        or row is None
        or not row.is_genuine
        or bytes(row.public) != secret.pair.public.packed()
    ):
        ended = secret and EndedFeed.objects.filter(tag=secret.tag, ended_on__gte=today - REMEMBERED)
        return written([]) if ended and ended.exists() else None
    return written(entries_in(row, secret, now)) if is_alive(row, today=today) else written([])


def entries_in(row: Feed, secret: Secret, now: datetime) -> Iterator[Entry]:
    """Every date of a feed; one of a matter that its maker no longer reads is cancelled."""
    found = FeedBox.objects.filter(feed=row).select_related("matter").order_by("id")[:MOST_BOXES]
    boxes = [box for box in found if row.kind == FeedKind.OWN or box.matter.chapter == row.chapter]
    safes = {box.matter.safe_id for box in boxes}
    salts, reading = salts_of(safes), still_read(row.holder_id, safes, today=timezone.localdate(now))
    for box in boxes:
        may_read = row.kind == FeedKind.CHAPTER or box.matter.safe_id in reading
        for entry in opened_box(box, secret.pair, salts.get(box.matter.safe_id, b"")):
            yield entry if may_read else fallen(entry, now=now, at=entry.changed_at)


def written(entries: Iterator[Entry] | list[Entry]) -> bytes:
    """The calendar with words that tell nothing."""
    listed = sorted(entries, key=lambda one: (one.begins.isoformat(), one.uid))[-MOST_ENTRIES:]
    return feed(
        (worded(one) for one in listed),
        name=_("My days"),
        refresh=REFRESH,
        reminder=_("Reminder"),
        language=get_language() or "ru",
    )


def worded(entry: Entry) -> Entry:
    """An entry with its title and its alarms: an hour is a meeting, a day is not to be forgotten."""
    if entry.is_timed:
        return replace(entry, title=_("Meeting"), alarms=HOUR_ALARMS)
    return replace(entry, title=_("Not to forget"), alarms=DAY_ALARMS)
