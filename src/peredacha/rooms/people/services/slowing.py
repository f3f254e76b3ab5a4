"""Slowing down whoever guesses: counted for all processes of the server together, and across a restart.

The counts stand in the database of open visits, which no backup takes, under keyed hashes. The hash of a source is
keyed by a random key that the processes of one start share in memory: with the whole disk and the boot key nobody
finds an address in it, and a restart forgets it. A count goes an hour after its wait.
"""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction

from peredacha.core.sealing import tag
from peredacha.rooms.people.models import WrongTries
from peredacha.rooms.people.services.stretching import AllPlacesTaken

FREE_TRIES = 5
LONGEST_WAIT = timedelta(minutes=15)
FORGOTTEN_AFTER = timedelta(hours=1)
MOST_LANES = 20_000
SLACK = timedelta(minutes=1)
"""A free try leaves no wait, also for a request that began a moment earlier."""
DATABASE = "sessions"
SOURCES = (b"source", b"code source")
"""First parts of lanes that name an address."""
_sources_key = secrets.token_bytes(32)
"""Drawn once at the start, before the server makes its processes."""


def wait_for(*parts: bytes, now: datetime) -> timedelta:
    """How long this lane (an account, a source, a locator) must still wait; zero when it may try."""
    row = WrongTries.objects.filter(tag=_tag(parts)).first()
    return max(row.until - now, timedelta(0)) if row else timedelta(0)


def begin_try(
    *parts: bytes, now: datetime, free: int = FREE_TRIES, longest: timedelta = LONGEST_WAIT
) -> timedelta:
    """How long this lane must still wait; zero: it may try, and the try is counted as a wrong one already.

    So a hundred tries that arrive at once are a hundred. After the right answer call :func:`forget_wrong`.
    """
    wait = wait_for(*parts, now=now)
    if not wait:
        with transaction.atomic(using=DATABASE):
            wait = wait_for(*parts, now=now)
            if not wait:
                _count(_tag(parts), now, free, longest)
    return wait


def take_back(*parts: bytes) -> None:
    """A try was no try, or not a wrong one: the count is one less, a wait that runs stays."""
    with transaction.atomic(using=DATABASE):
        row = WrongTries.objects.select_for_update().filter(tag=_tag(parts)).first()
        if row and row.wrong > 1:
            row.wrong -= 1
            row.save(update_fields=["wrong"])
        elif row:
            row.delete()


@contextmanager
def only_if_tried(*lanes: tuple[bytes, ...]) -> Iterator[None]:
    """What is done inside counts in these lanes only when a place was free for it."""
    try:
        yield
    except AllPlacesTaken:
        for lane in lanes:
            take_back(*lane)
        raise


def forget_wrong(*parts: bytes) -> None:
    """The right answer was given: the lane is free again."""
    WrongTries.objects.filter(tag=_tag(parts)).delete()


def forget_all_wrong() -> None:
    """Free every lane."""
    WrongTries.objects.all().delete()


def _count(key: bytes, now: datetime, free: int, longest: timedelta) -> None:
    WrongTries.objects.filter(until__lt=now - FORGOTTEN_AFTER).delete()
    row = WrongTries.objects.select_for_update().filter(tag=key).first()
    if row is None:
        _make_room()
        row = WrongTries(tag=key, wrong=0, until=now - SLACK)
    row.wrong += 1
    if row.wrong >= free:
        seconds = 2 ** min(row.wrong - free + 1, 20)
        row.until = now + min(timedelta(seconds=seconds), longest)
    else:
        row.until = now - SLACK
    row.save()


def _make_room() -> None:
    """A flood of made-up names pushes out lanes with few tries, never the account that somebody works at."""
    over = WrongTries.objects.count() - MOST_LANES + 1
    if over > 0:
        least = WrongTries.objects.order_by("wrong", "until").values_list("pk", flat=True)[:over]
        WrongTries.objects.filter(pk__in=list(least)).delete()


def _tag(parts: tuple[bytes, ...]) -> bytes:
    if parts[0] in SOURCES:
        return tag(_sources_key, *parts)
    return tag(settings.LOGIN_KEY, b"people.wrong", *parts)
