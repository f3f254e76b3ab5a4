"""Slowing down whoever guesses. All of it lives in the memory of this process and is keyed by a random key,
so that nothing here tells a login name or an address, and a restart forgets everything.
"""

import secrets
from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime, timedelta
from threading import Lock

from peredacha.core.sealing import tag

FREE_TRIES = 5
LONGEST_WAIT = timedelta(minutes=15)
FORGOTTEN_AFTER = timedelta(hours=1)
MOST_LANES = 20_000
_process_key = secrets.token_bytes(32)


@dataclass
class _Lane:
    wrong: int
    until: datetime
    last: datetime


_lanes: OrderedDict[bytes, _Lane] = OrderedDict()
_lock = Lock()


def wait_for(*parts: bytes, now: datetime) -> timedelta:
    """How long this lane (an account, a source, a locator) must still wait; zero when it may try."""
    with _lock:
        lane = _lanes.get(_key(parts))
        return max(lane.until - now, timedelta(0)) if lane else timedelta(0)


def note_wrong(
    *parts: bytes, now: datetime, free: int = FREE_TRIES, longest: timedelta = LONGEST_WAIT
) -> None:
    """One wrong try. After ``free`` of them each next wait is twice as long, up to ``longest``."""
    key = _key(parts)
    with _lock:
        lane = _lanes.pop(key, None)
        if lane is None or now - lane.last > FORGOTTEN_AFTER:
            lane = _Lane(0, now, now)
        lane.wrong += 1
        lane.last = now
        if lane.wrong >= free:
            seconds = 2 ** min(lane.wrong - free + 1, 20)
            lane.until = now + min(timedelta(seconds=seconds), longest)
        _lanes[key] = lane
        while len(_lanes) > MOST_LANES:
            _lanes.popitem(last=False)


def forget_wrong(*parts: bytes) -> None:
    """The right answer was given: the lane is free again."""
    with _lock:
        _lanes.pop(_key(parts), None)


def forget_all_wrong() -> None:
    """Free every lane of this process."""
    with _lock:
        _lanes.clear()


def _key(parts: tuple[bytes, ...]) -> bytes:
    return tag(_process_key, *parts)
