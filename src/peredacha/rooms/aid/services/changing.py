"""What helpers write into an offer: answers, things of the list, steps. Two at once lose nothing."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date, datetime, timedelta
from types import MappingProxyType
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from peredacha.core.law import Start, count_deadline
from peredacha.jurisdictions.aid import OFFER
from peredacha.rooms.aid.models import AidRow, AidState, Offer
from peredacha.rooms.aid.selectors import current_land, papers_of_land, readers_of
from peredacha.rooms.aid.services.offers import OpenOffer, clock
from peredacha.rooms.conversations.services import author_of
from peredacha.rooms.tallies.models import TallyKind
from peredacha.rooms.tallies.services import count
from peredacha.rooms.vault.models import Grant
from peredacha.rooms.vault.services import (
    Keys,
    OpenSafe,
    grant,
    read_row,
    renewed_if_stale,
    rewrite_row,
    write_row,
)

NEXT_STATES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "draft": ("offered",),
        "offered": ("asked", "agreed", "refused", "silent"),
        "asked": ("answered", "agreed", "refused"),
        "answered": ("agreed", "asked", "refused", "silent"),
        "agreed": ("signed", "delivered", "asked", "refused"),
        "signed": ("delivered", "refused"),
        "delivered": ("accepted", "refused"),
        "accepted": (),
        "refused": ("agreed", "asked"),
        "silent": ("asked", "agreed", "refused"),
    }
)
"""By state, what can happen next."""
OWN_PACE: Mapping[str, int] = MappingProxyType(
    {"asked": 7, "agreed": 14, "signed": 14, "delivered": 7, "refused": 7, "silent": 3}
)
"""After so many days [d] somebody looks again: our own reminder, no term of any law."""
WAITS_FOR_LAW = ("offered", "answered")


class ChangedMeanwhile(Exception):
    """Somebody else wrote first: the offer stands elsewhere now."""


def next_day(state: str, on: date) -> date | None:
    """The day on which somebody looks again: the last day of the answer by the land's own term, or our own pace."""
    if state in WAITS_FOR_LAW:
        rule = next((one.card.answer for one in papers_of_land().values()), None)
        if rule and rule in current_land().rules:
            due = count_deadline(current_land(), rule, Start(on)).due
            found = due.latest if due else None
            return found.date() if isinstance(found, datetime) else found
    pace = OWN_PACE.get(state)
    return on + timedelta(days=pace) if pace else None


def ready(keys: Keys, opened: OpenOffer) -> OpenSafe:
    """The safe for writing, with a fresh key where somebody left, and open to a circle that was founded later."""
    safe = renewed_if_stale(keys, opened.safe)
    granted = Grant.objects.filter(safe=safe.id, epoch=safe.epoch).values_list("holder_id", flat=True)
    have = set(granted)
    for holder in readers_of(opened.offer.chapter):
        if holder.id not in have:
            grant(keys=keys, opened=safe, holder=holder)
    return safe


def locked(opened: OpenOffer, state: str) -> Offer:
    """The offer, which nobody else changes until the transaction ends. Raises ChangedMeanwhile."""
    offer = Offer.objects.select_for_update().get(id=opened.offer.id)
    if offer.state != state:
        raise ChangedMeanwhile
    return offer


@transaction.atomic
def answer(*, keys: Keys, opened: OpenOffer, key: str, name: str, value: Any, now: datetime) -> None:
    """Keep one answer for the paper ``key``; None: left out on purpose. Raises TooLong, ChangedMeanwhile.

    A letter that was handed in stays as it is.
    """
    offer = locked(opened, "draft" if key == OFFER else opened.offer.state)
    safe = ready(keys, opened)
    for row in AidRow.objects.select_for_update().filter(safe=safe.id):
        content = read_row(row, safe).content
        if content and content.get("kind") == "told":
            rewrite_row(row, safe, {**content, "facts": {**content["facts"], f"{key} {name}": value}})
            break
    keep_longer(offer, now)


@transaction.atomic
def add_good(*, keys: Keys, opened: OpenOffer, good: Mapping[str, Any], now: datetime) -> None:
    """Add a thing to the list of a draft, once for each form. Raises TooLong, ChangedMeanwhile.

    ``good``: ``name``, ``goods``, ``pieces``, ``grams``, ``certificate``, ``receipt`` and the mark ``once``.
    """
    offer = locked(opened, "draft")
    safe = ready(keys, opened)
    seen = (read_row(row, safe).content or {} for row in AidRow.objects.filter(safe=safe.id))
    if good["once"] and any(one.get("once") == good["once"] for one in seen):
        return
    write_row(AidRow, safe, {"kind": "good", **good})
    keep_longer(offer, now)


@transaction.atomic
def drop_good(*, keys: Keys, opened: OpenOffer, row_id: UUID) -> None:
    """Take a thing out of the list of a draft. Raises ChangedMeanwhile."""
    locked(opened, "draft")
    safe = ready(keys, opened)
    row = AidRow.objects.filter(id=row_id, safe=safe.id).first()
    content = read_row(row, safe).content if row else None
    if row and content and content.get("kind") == "good":
        rewrite_row(row, safe, {"kind": "good", "gone": True})


@transaction.atomic
def take_step(
    *,
    keys: Keys,
    opened: OpenOffer,
    seen: str,
    state: str,
    on: date,
    now: datetime,
    text: str = "",
    number: str = "",
    look_on: date | None = None,
) -> None:
    """Note what happened; ``seen`` is the state that stood on the page, ``look_on`` a day chosen by hand.

    What was taken is counted for its place. Raises ChangedMeanwhile, TooLong.
    """
    offer = locked(opened, seen)
    if state not in NEXT_STATES[offer.state]:
        raise ChangedMeanwhile
    told: dict[str, Any] = {"state": state, "on": on.isoformat(), "text": text, "number": number}
    told |= {"by": asdict(author_of(keys)), "at": now.isoformat()}
    write_row(AidRow, ready(keys, opened), {"kind": "step", **told})
    offer.state, offer.next_on = state, look_on or next_day(state, on)
    keep_longer(offer, now)
    if state == AidState.ACCEPTED:
        count(
            chapter=offer.chapter,
            kind=TallyKind.AID_GIVEN,
            facility=offer.facility,
            grams=opened.grams,
            today=timezone.localdate(now),
        )


def keep_longer(offer: Offer, now: datetime) -> None:
    """Somebody wrote: the clock begins anew."""
    offer.erase_on = clock(timezone.localdate(now))
    offer.save(update_fields=["state", "next_on", "erase_on"])
