"""The first half of a sign-in: login name and passphrase. A wrong name costs the same time and gets the same
sentence as a wrong passphrase or a locked account.
"""

import hmac
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.utils import timezone

from peredacha.core.language import Phrase, phrase, plural_phrase
from peredacha.core.sealing import KeyPair, NotSealedHere, Stretched, open_envelope, tag
from peredacha.rooms.people.models import Member
from peredacha.rooms.people.selectors import find_login, login_tag, may_enter
from peredacha.rooms.people.services.devices import is_known_device
from peredacha.rooms.people.services.sessions import ASKED, FACTOR, HELPER, Visit, begin_visit
from peredacha.rooms.people.services.slowing import begin_try, forget_wrong, only_if_tried, take_back
from peredacha.rooms.people.services.stretching import stretch_in_turn

FREE_TRIES_OF_A_SOURCE = 30
LONGEST_WAIT_OF_A_SOURCE = timedelta(minutes=1)


@dataclass(frozen=True, repr=False)
class SignedIn:
    """The passphrase was right: a half-open visit that waits for the second factor."""

    member: Member
    visit: Visit


@dataclass(frozen=True)
class Refused:
    """Nobody is signed in; ``said`` is the one sentence for the page."""

    said: Phrase


NOBODY = Refused(
    phrase(
        "This name and this passphrase open nothing. Check both. If your account is locked or your role has ended, "
        "speak with your coordinator."
    )
)


def sign_in(
    *, login: str, passphrase: str, now: datetime, device: str = "", source: str = ""
) -> SignedIn | Refused:
    """Try the passphrase. Slow (half a second), never inside a transaction; raises AllPlacesTaken.

    ``device`` is the mark of the browser: from a device that the account knows, guessing elsewhere does not slow
    the owner. ``source`` is an address that is forgotten with the request; empty where many share it.
    """
    member = find_login(login)
    known = member is not None and is_known_device(member, device)
    account = (b"sign-in", login_tag(login), device.encode() if known else b"")
    place = (b"source", source.encode())
    if wait := _source_wait(place, now) or begin_try(*account, now=now):
        return Refused(too_early(wait))
    with only_if_tried(account, place):
        stretched = stretch_in_turn(
            passphrase, _salt(member, login), member.cost if member else settings.HELPER_COST
        )
    pair = opened_keys(member, stretched)
    if member is None or pair is None or not may_enter(member, timezone.localdate(now)):
        return NOBODY
    forget_wrong(*account)
    take_back(*place)
    extra = {FACTOR: ASKED}
    visit = begin_visit(kind=HELPER, subject=member.id, keys=pair.packed(), now=now, extra=extra)
    return SignedIn(member, visit)


def too_early(wait: timedelta) -> Phrase:
    """How long to wait before the next try, in whole minutes."""
    minutes = -(-wait // timedelta(minutes=1))
    return plural_phrase(
        "There were too many wrong tries. Wait {count} minute, then try again.",
        "There were too many wrong tries. Wait {count} minutes, then try again.",
        minutes,
    )


def _salt(member: Member | None, login: str) -> bytes:
    """The salt of the account; for a name that nobody has, one that is always the same for it."""
    return bytes(member.salt) if member else tag(settings.LOGIN_KEY, b"people.no-salt", login_tag(login))[:16]


def opened_keys(member: Member | None, stretched: Stretched) -> KeyPair | None:
    """The keys in the passphrase box; None for a wrong passphrase, a locked account, or nobody."""
    expected = bytes(member.verifier_hash) if member else b"\0" * len(stretched.verifier)
    right = hmac.compare_digest(expected, stretched.verifier)
    if member is None or not right or member.box is None:
        return None
    try:
        return KeyPair.unpacked(open_envelope(stretched.key, bytes(member.box), member.context("box")))
    except NotSealedHere:
        return None


def _source_wait(place: tuple[bytes, bytes], now: datetime) -> timedelta:
    """As begin_try, for a source; zero where it is not known."""
    if not place[1]:
        return timedelta(0)
    return begin_try(*place, now=now, free=FREE_TRIES_OF_A_SOURCE, longest=LONGEST_WAIT_OF_A_SOURCE)
