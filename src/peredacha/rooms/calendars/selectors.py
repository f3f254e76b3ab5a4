"""What the room reads without a key: feeds, who follows a matter, who still reads it."""

from collections.abc import Iterable
from datetime import date
from functools import reduce
from operator import and_
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from peredacha.rooms.calendars.models import DatesRow, Feed, FeedBox, FeedKind, Reminder, ReminderWish
from peredacha.rooms.matters.models import Matter
from peredacha.rooms.matters.selectors import queue_of
from peredacha.rooms.people.selectors import roles_of
from peredacha.rooms.vault.models import Grant, Holder

LEADING = frozenset({"coordinator", "steward"})
"""Whose feeds may show the dates of a whole chapter."""


def own_feeds(holder: UUID) -> list[Feed]:
    """The feeds of somebody's own matters, in the order in which they were made."""
    return list(Feed.objects.filter(holder=holder, kind=FeedKind.OWN))


def chapter_feeds(chapter: str) -> list[Feed]:
    """The feeds that show the dates of a whole chapter."""
    return list(Feed.objects.filter(chapter=chapter, kind=FeedKind.CHAPTER).order_by("made_on", "id"))


def is_followed(matter: Matter) -> bool:
    """Whether any calendar or letter waits for the dates of a matter, or once did; one question."""
    readers = Grant.objects.filter(safe=matter.safe_id).values("holder")
    own = Q(kind=FeedKind.OWN, holder__in=readers)
    shared = Q(kind=FeedKind.CHAPTER, chapter=matter.chapter)
    followed = (
        Q(Exists(Feed.objects.filter(own | shared)))
        | Q(Exists(FeedBox.objects.filter(matter=matter.id)))
        | Q(Exists(ReminderWish.objects.filter(holder__in=readers)))
        | Q(Exists(Reminder.objects.filter(matter=matter.id)))
    )
    return Matter.objects.filter(followed, id=matter.id).exists()


def feeds_for(readers: Iterable[UUID], chapter: str, *, today: date) -> list[Feed]:
    """Every feed that may show the dates of a matter of this chapter that these holders read."""
    own, shared = Q(kind=FeedKind.OWN, holder__in=list(readers)), Q(kind=FeedKind.CHAPTER, chapter=chapter)
    rows = Feed.objects.filter(own | shared).select_related("holder__member")
    return [one for one in rows if one.is_genuine and is_alive(one, today=today)]


def lacking(chapter: str, *, today: date) -> "QuerySet[Matter]":
    """Open matters whose dates some calendar of the whole chapter has not got yet, the nearest first."""
    feeds = [one for one in chapter_feeds(chapter) if one.is_genuine and is_alive(one, today=today)]
    there = [Q(Exists(FeedBox.objects.filter(feed=one, matter=OuterRef("pk")))) for one in feeds]
    return (
        queue_of(chapter).filter(~reduce(and_, there)).order_by("next_on", "id")
        if there
        else Matter.objects.none()
    )


def is_alive(feed: Feed, *, today: date) -> bool:
    """Whether who made a feed may still come in; for a chapter's feed, still leads it."""
    if feed.kind == FeedKind.CHAPTER:
        member = feed.holder.member
        return bool(member and member.chapter == feed.chapter and roles_of(member, today) & LEADING)
    return may_come(feed.holder, today=today)


def may_come(holder: Holder, *, today: date) -> bool:
    """Whether a family, or a helper with a role that runs."""
    return holder.member is None or bool(roles_of(holder.member, today))


def still_read(holder: UUID, safes: Iterable[UUID], *, today: date) -> set[UUID]:
    """Those of the safes that the holder may read today."""
    running = Q(ends_on=None) | Q(ends_on__gte=today)
    rows = Grant.objects.filter(running, holder=holder, safe__in=list(safes))
    return set(rows.values_list("safe", flat=True))


def rows_of(safe: UUID) -> list[DatesRow]:
    """The rows about dates in a safe; there is one at most."""
    return list(DatesRow.objects.filter(safe=safe))
