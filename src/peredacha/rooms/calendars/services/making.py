"""Feeds are made, filled with what the keys open, and ended; letters are switched on and off."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from peredacha.core.facts import Author
from peredacha.rooms.calendars.models import EndedFeed, Feed, FeedKind, ReminderWish
from peredacha.rooms.calendars.selectors import chapter_feeds, lacking, own_feeds
from peredacha.rooms.calendars.services.publishing import publish
from peredacha.rooms.calendars.services.sealing import Secret
from peredacha.rooms.conversations.services import addressees_of, notice_wish
from peredacha.rooms.matters.models import Matter
from peredacha.rooms.matters.selectors import matter_of_family, matters_of_safes
from peredacha.rooms.matters.services import open_file
from peredacha.rooms.vault.models import Holder
from peredacha.rooms.vault.selectors import safes_of
from peredacha.rooms.vault.services import Keys, holder_of

MOST_FEEDS = 5
"""One person needs no more: a phone, a computer, somebody near."""
MOST_MATTERS = 100
"""So many matters of a chapter are told to its feeds in one step, the nearest first: one to three seconds."""
REMEMBERED = timedelta(days=30)
"""So long an ended address gives an empty calendar."""


class TooManyFeeds(Exception):
    """End one first."""


class NowhereToWrite(Exception):
    """There is no mail address to which letters may go."""


def make_feed(*, keys: Keys, kind: FeedKind, now: datetime) -> Secret:
    """A new feed, filled with the dates that these keys open; gives the secret, which is kept nowhere.

    Raises TooManyFeeds, KeyChanged.
    """
    secret = Secret.fresh()
    write_feed(keys, kind, secret, timezone.localdate(now))
    publish_all(keys=keys, kind=kind, now=now)
    return secret


@transaction.atomic
def write_feed(keys: Keys, kind: FeedKind, secret: Secret, today: date) -> None:
    """The row of a new feed. Raises TooManyFeeds, KeyChanged."""
    holder = holder_of(keys.member) if keys.member else Holder.objects.get(id=keys.holder)
    # Several at once are counted one after the other; rows that only name the holder need not wait.
    Holder.objects.select_for_update(no_key=True).get(id=holder.id)
    chapter = keys.member.chapter if keys.member and kind == FeedKind.CHAPTER else ""
    standing = chapter_feeds(chapter) if chapter else own_feeds(holder.id)
    if len(standing) >= MOST_FEEDS:
        raise TooManyFeeds
    number = max((one.number for one in standing), default=0) + 1
    row = Feed(holder=holder, kind=kind, chapter=chapter, number=number, made_on=today, tag=secret.tag)
    row.public = secret.pair.public.packed()
    row.marked().save()
    EndedFeed.objects.filter(ended_on__lt=today - REMEMBERED).delete()


def publish_all(*, keys: Keys, kind: FeedKind, now: datetime) -> None:
    """Tell the dates of every matter that these keys open for feeds of this kind. Raises KeyChanged.

    Each in a transaction of its own: whoever locks many matters at once waits for others who wait for them.
    """
    for matter in matters_for(keys, kind, now):
        file = open_file(keys, matter, now=now)
        if file:
            publish(keys=keys, file=file, now=now)


def matters_for(keys: Keys, kind: FeedKind, now: datetime) -> Iterator[Matter]:
    """The family's matter; those that a helper holds in person; some of the chapter."""
    if keys.member is None:
        yield from filter(None, [matter_of_family(keys.holder)])
    elif kind == FeedKind.CHAPTER:
        today = timezone.localdate(now)
        yield from lacking(keys.member.chapter, today=today)[:MOST_MATTERS]
    else:
        yield from matters_of_safes(safes_of([keys.holder]))


def find_own(keys: Keys, feed: UUID, *, leads: bool) -> Feed | None:
    """A feed that whoever has these keys may end: an own one, or, for who leads it, one of the own chapter."""
    row = Feed.objects.filter(id=feed).first()
    shared = row is not None and leads and keys.member is not None and row.chapter == keys.member.chapter
    return row if row and (row.holder_id == keys.holder or (shared and row.chapter)) else None


@transaction.atomic
def end_feed(feed: Feed, *, today: date) -> None:
    """From now on the address gives an empty calendar, and after a month nothing."""
    EndedFeed.objects.get_or_create(tag=bytes(feed.tag), defaults={"ended_on": today})
    feed.delete()


def wants_letters(holder: UUID) -> bool:
    """Whether letters go before each day."""
    return ReminderWish.objects.filter(holder=holder).exists()


def has_address(keys: Keys, *, now: datetime) -> bool:
    """Whether there is a mail address to which letters without content may go."""
    if keys.member:
        return notice_wish(keys.member) is not None
    matter = matter_of_family(keys.holder)
    file = open_file(keys, matter, now=now) if matter else None
    heard = addressees_of(file, author=Author("house"), inner=False, now=now) if file else []
    return any(one.holder == keys.holder for one in heard)


def want_letters(*, keys: Keys, now: datetime) -> None:
    """A letter before each day from now on. Raises NowhereToWrite, KeyChanged."""
    if not has_address(keys, now=now):
        raise NowhereToWrite
    holder = holder_of(keys.member).id if keys.member else keys.holder
    ReminderWish.objects.get_or_create(holder_id=holder)
    publish_all(keys=keys, kind=FeedKind.OWN, now=now)


def stop_letters(holder: UUID) -> None:
    """No letters from now on; those that waited are gone."""
    ReminderWish.objects.filter(holder=holder).delete()
