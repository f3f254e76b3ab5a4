"""Who may no longer read, and still holds seats or grants."""

from dataclasses import dataclass
from datetime import date

from peredacha.rooms.people.models import Member, MemberState
from peredacha.rooms.people.selectors import roles_of
from peredacha.rooms.vault.models import Grant, Seat


@dataclass(frozen=True)
class Leaver:
    """A member to be taken out: how many seats and safes are still sealed to him or her."""

    member: Member
    seats: int
    safes: int


def may_stay(member: Member) -> bool:
    """Whether a member keeps what is renewed: also who rests, or locked the own account."""
    return member.state in (MemberState.ACTIVE, MemberState.PAUSED, MemberState.LOCKED)


def leavers_of(chapter: str, today: date) -> list[Leaver]:
    """Members of one chapter who are frozen, have left or have no role, and still hold something."""
    rows = Member.objects.filter(chapter=chapter).exclude(state=MemberState.LOCKED).order_by("id")
    found = [_told(one) for one in rows if not roles_of(one, today)]
    return [one for one in found if one.seats or one.safes]


def _told(member: Member) -> Leaver:
    seats = Seat.objects.filter(holder=member.id).values("epoch__circle").distinct().count()
    safes = Grant.objects.filter(holder=member.id).values("safe").distinct().count()
    return Leaver(member, seats, safes)
