"""The person inside: told page by page, confirmed with one tap, shown with the age of what is known."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from peredacha.design.wording import one_in_words
from peredacha.rooms.errands.models import UNKNOWN, Recipient
from peredacha.rooms.errands.selectors import card_of, goods_choices, held_at
from peredacha.rooms.errands.services.counter import locked
from peredacha.rooms.errands.services.files import (
    OpenErrands,
    begin_errands,
    errands_of,
    known_of,
    tell_recipient,
    touch,
)
from peredacha.rooms.matters.services import MatterFile
from peredacha.rooms.vault.services import Keys

STALE = 14
"""After so many days [days] somebody should ask again where he is."""


@transaction.atomic
def tell_person(*, keys: Keys, file: MatterFile, told: Mapping[str, Any], now: datetime) -> OpenErrands:
    """Change what is known of the person; what somebody else told meanwhile stays. Raises TooLong, NotOpen.

    Where a card of a place is named, it decides how the law counts there.
    """
    fresh = locked(begin_errands(keys=keys, file=file, now=now), now=now)
    card = card_of(told.get("facility", ""), today=timezone.localdate(now))
    more: dict[str, Any] = {"held": held_at(card.kind)} if card else {}
    if "place" in told:
        more["heard"] = ""
    known = tell_recipient(opened=fresh, recipient=replace(fresh.recipient, **{**told, **more}), now=now)
    if known.recipient != fresh.recipient:
        touch(keys, file, now)
    return known


@transaction.atomic
def confirm_place(*, opened: OpenErrands, how: str, now: datetime, moved: bool = False) -> OpenErrands:
    """He is where he was, or ``moved``: where who packs heard that he is. Known today. Raises NotOpen."""
    fresh, today = locked(opened, now=now), timezone.localdate(now)
    known, heard = fresh.recipient, fresh.recipient.heard
    card = card_of(heard, today=today)
    if moved and card:
        known = replace(known, facility=heard, place="", held=held_at(card.kind))
    elif moved and heard not in ("", UNKNOWN):
        known = replace(known, facility="", place=heard)
    known = replace(known, confirmed_on=today.isoformat(), confirmed_by=how, heard="")
    return tell_recipient(opened=fresh, recipient=known, now=now)


def recipient_of(keys: Keys, file: MatterFile, *, now: datetime) -> Recipient:
    """The person as last told; before anything was told here, what the matter knows."""
    opened = errands_of(keys, file, now=now)
    return opened.recipient if opened else known_of(file)


@dataclass(frozen=True)
class PlaceAge:
    """Where he is, in words, and how long ago that was known for sure."""

    name: str
    """Empty where it is not known."""
    said: str
    days: int | None
    """Days since it was known; None where nobody ever knew for sure, or who packs heard otherwise."""
    heard: str = ""
    """Where who packs heard that he is now: a name, or “?”."""

    @property
    def stale(self) -> bool:
        """Whether somebody should ask before anything is carried."""
        return self.days is None or self.days > STALE


def place_age(recipient: Recipient, *, today: date) -> PlaceAge:
    """The place and its age."""
    card = card_of(recipient.facility, today=today)
    name = card.title if card else recipient.place
    if recipient.heard:
        return heard_of(recipient, name, today)
    if not recipient.confirmed_on:
        return PlaceAge(name, _("Nobody has confirmed yet that he is there."), None)
    day = date.fromisoformat(recipient.confirmed_on)
    days = max((today - day).days, 0)
    if not days:
        return PlaceAge(name, _("Known for sure today."), 0)
    ago = ngettext(
        "Known for sure %(days)s day ago, on %(day)s.", "Known for sure %(days)s days ago, on %(day)s.", days
    )
    return PlaceAge(name, ago % {"days": days, "day": one_in_words(day)}, days)


def heard_of(recipient: Recipient, name: str, today: date) -> PlaceAge:
    """The place while who packs heard otherwise; that is no fact before somebody confirms it."""
    card = card_of(recipient.heard, today=today)
    heard = card.title if card else recipient.heard
    said = _("Who packs was told that he is now here: %(place)s. Nobody has confirmed it.") % {"place": heard}
    if heard == UNKNOWN:
        said = _("Who packs was told that he is not there any more. Nobody knows where he is.")
    return PlaceAge(name, said, None, heard)


def avoided(recipient: Recipient) -> str:
    """What he must not have, in words; empty for nothing."""
    names = dict(goods_choices())
    return ", ".join(names.get(one, one) for one in recipient.avoids)
