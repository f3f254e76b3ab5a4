"""A notice is wished when a message is written, with the keys at hand; who reads it later learns no reason."""

import secrets
from collections.abc import Iterable
from datetime import datetime, time, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from peredacha.rooms.conversations.models import Notice, NoticeState
from peredacha.rooms.conversations.services.addressees import Addressee, Box, sealed_box
from peredacha.rooms.people.selectors import find_member
from peredacha.rooms.salts.services import salt_for
from peredacha.rooms.vault.services import holder_of

STEP = timedelta(minutes=5)
LEAST, MOST = 5, 60
"""The random delay [minutes], so that who sees the post does not learn when somebody wrote."""
MORNING = time(8)
REST = timedelta(hours=1)
"""One letter an hour at most."""


def fresh_number() -> str:
    """A random name for a letter [32 hex letters]."""
    return secrets.token_hex(16)


def in_steps(moment: datetime) -> datetime:
    """The moment, cut to whole steps of five minutes."""
    return moment - timedelta(
        minutes=moment.minute % 5, seconds=moment.second, microseconds=moment.microsecond
    )


def due_from(box: Box, now: datetime) -> datetime:
    """When a letter for something that is new now may go: after a random delay, or in the next morning."""
    delay = timedelta(minutes=LEAST + secrets.randbelow(MOST - LEAST + 1))
    return in_steps((next_morning(now) if box.daily else now) + delay)


def next_morning(now: datetime) -> datetime:
    """Eight o'clock of the next morning, in the time of this place."""
    local = timezone.localtime(now)
    day = local.date() + timedelta(days=local.time() >= MORNING)
    return timezone.make_aware(datetime.combine(day, MORNING))  # the zone is given here


@transaction.atomic
def wish_notices(addressees: Iterable[Addressee], *, now: datetime) -> None:
    """Let each of them have a letter: one that waits stays one, one that was just sent keeps the next back."""
    for one in addressees:
        wish(one, now)


def wish(one: Addressee, now: datetime) -> None:
    """One letter for one holder; inside a transaction."""
    member = find_member(one.holder)
    if member:
        holder_of(member)
    salt = b"" if member else salt_for(one.holder)
    due, box = due_from(one.box, now), sealed_box(one.holder, one.box, salt)
    row, made = Notice.objects.select_for_update().get_or_create(
        holder_id=one.holder, defaults={"due_at": due, "box": box, "number": fresh_number()}
    )
    if made:
        return
    changes: dict[str, Any] = {"box": box}
    if row.state == NoticeState.SENDING:
        changes["again"] = True
    elif row.state in (NoticeState.RESTING, NoticeState.FAILED):
        later = max(due, row.due_at) if row.state == NoticeState.RESTING else due
        changes |= {"state": NoticeState.WAITING, "due_at": later, "tries": 0, "number": fresh_number()}
    Notice.objects.filter(id=row.id).update(**changes)
