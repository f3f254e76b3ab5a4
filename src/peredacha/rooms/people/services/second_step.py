"""The second half of a sign-in: a code or a passkey opens the visit, under a new id."""

from datetime import datetime

from django.utils import timezone

from peredacha.core.language import phrase
from peredacha.rooms.people.models import Member
from peredacha.rooms.people.selectors import find_member, may_enter
from peredacha.rooms.people.services.factors import use_code
from peredacha.rooms.people.services.sessions import ASKED, FACTOR, HELPER, Visit, begin_visit, end_visit
from peredacha.rooms.people.services.signing_in import Refused, too_early
from peredacha.rooms.people.services.slowing import begin_try, forget_wrong

WRONG_CODE = Refused(
    phrase("This code does not fit. Take the newest code of the app; each code works only once.")
)


def waiting_member(visit: Visit | None) -> Member | None:
    """The member of a half-open visit that waits for the second factor."""
    if visit is None or visit.kind != HELPER or visit.extra.get(FACTOR) != ASKED:
        return None
    return find_member(visit.subject)


def give_code(*, visit: Visit, typed: str, now: datetime) -> Visit | Refused:
    """The open visit when the code is right; wrong ones slow the account's second step down."""
    member = waiting_member(visit)
    if member is None:
        return WRONG_CODE
    lane = (b"second-factor", member.id.bytes)
    if wait := begin_try(*lane, now=now):
        return Refused(too_early(wait))
    today = timezone.localdate(now)
    if not may_enter(member, today) or not use_code(member=member, typed=typed, now=now, today=today):
        return WRONG_CODE
    forget_wrong(*lane)
    return open_wholly(visit=visit, now=now)


def open_wholly(*, visit: Visit, now: datetime) -> Visit:
    """A whole visit with the keys of a half-open one, which ends: its id and secret are never used again."""
    end_visit(visit)
    extra = {name: text for name, text in visit.extra.items() if name != FACTOR}
    return begin_visit(kind=HELPER, subject=visit.subject, keys=visit.keys, now=now, extra=extra)
