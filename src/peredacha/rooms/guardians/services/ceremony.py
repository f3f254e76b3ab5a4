"""The hour at which a key of last resort is written down: share after share, each typed back before the next.

Until the last one is checked everything stands in the open visit alone, which only the browser's cookie opens.
"""

import json
import secrets
from dataclasses import dataclass
from datetime import date

from peredacha.rooms.guardians.services.recovery import announce_recovery, draw_shares
from peredacha.rooms.people.services import Visit, change_extra
from peredacha.rooms.vault.models import Recovery
from peredacha.rooms.vault.services import Keys

ASKED_BACK = 3
"""So many words of each share are typed back."""
EXTRA = "recovery"


@dataclass(frozen=True, repr=False)
class Share:
    """The share to be written down now: ``number`` of ``of``; ``places`` of the words asked back, from 0."""

    number: int
    of: int
    words: tuple[str, ...]
    places: tuple[int, ...]


def begin_ceremony(*, visit: Visit, needed: int, shares: int) -> None:
    """Draw a key and keep its shares in the visit; raises ValueError for numbers that cannot be."""
    drawn = draw_shares(needed=needed, shares=shares)
    places = [_places(len(share.split())) for share in drawn.shares]
    told = {"public": drawn.public.hex(), "needed": needed, "shares": drawn.shares, "places": places, "at": 0}
    change_extra(visit, **{EXTRA: json.dumps(told)})


def share_of(visit: Visit) -> Share | None:
    """The share that is due; None when no ceremony is under way."""
    if EXTRA not in visit.extra:
        return None
    told = json.loads(visit.extra[EXTRA])
    at = told["at"]
    words = tuple(told["shares"][at].split())
    return Share(at + 1, len(told["shares"]), words, tuple(told["places"][at]))


def check_share(*, visit: Visit, keys: Keys, typed: tuple[str, ...], today: date) -> Recovery | bool:
    """True when the words are right and the next share is due, False when not; the Recovery after the last one.

    Raises PermissionDenied, StandsAlready.
    """
    share = share_of(visit)
    if share is None or [word.strip().casefold() for word in typed] != [
        share.words[at] for at in share.places
    ]:
        return False
    told = json.loads(visit.extra[EXTRA])
    if share.number < share.of:
        told["shares"][share.number - 1] = ""
        change_extra(visit, **{EXTRA: json.dumps({**told, "at": share.number})})
        return True
    found = announce_recovery(
        keys=keys, public=bytes.fromhex(told["public"]), needed=told["needed"], shares=share.of, today=today
    )
    end_ceremony(visit=visit)
    return found


def end_ceremony(*, visit: Visit) -> None:
    """Forget the shares."""
    change_extra(visit, **{EXTRA: None})


def _places(words: int) -> tuple[int, ...]:
    return tuple(sorted(secrets.SystemRandom().sample(range(words), ASKED_BACK)))
