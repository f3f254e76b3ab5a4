"""What can be read without a key: the house, its circles, the key of last resort."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from peredacha.rooms.people.models import Member
from peredacha.rooms.people.selectors import members_with, roles_of
from peredacha.rooms.vault.models import Circle, House, Recovery, RecoveryState, SealLink, SeatProposal
from peredacha.rooms.vault.selectors import FITTING, seated_members


def recovery_of(chapter: str) -> Recovery | None:
    """The key of last resort that was announced or stands in a chapter; None where loss is final."""
    rows = Recovery.objects.filter(chapter=chapter).exclude(state=RecoveryState.STOPPED)
    return rows.select_related("holder").first()


def find_house() -> House | None:
    """The row of the house, if it has one."""
    return House.objects.filter(pk=1).first()


def count_links(member: Member) -> int:
    """How many sealing addresses of a member are in force."""
    return SealLink.objects.filter(member=member).count()


@dataclass(frozen=True)
class CircleLine:
    """A circle of a chapter: who sits, whose role no longer fits, who waits, what was proposed."""

    circle: Circle
    seated: tuple[Member, ...]
    unfit: frozenset[UUID]
    """Who sits though the role has ended, or the account is closed."""
    waiting: tuple[Member, ...]
    proposals: tuple[SeatProposal, ...]


def circles_of(chapter: str, today: date) -> list[CircleLine]:
    """Every circle of one chapter with its people, in the order of their names above."""
    found = {one.name: one for one in Circle.objects.filter(chapter=chapter)}
    return [_line(found[name], today) for name in FITTING if name in found]


def _line(circle: Circle, today: date) -> CircleLine:
    kind = FITTING[circle.name]
    seated, fitting = seated_members(circle), members_with(circle.chapter, kind, today)
    proposals = circle.proposals.filter(ends_on__gte=today).select_related("member", "by").order_by("pk")
    proposed = {one.member_id for one in proposals}
    return CircleLine(
        circle,
        tuple(seated),
        frozenset(one.id for one in seated if kind not in roles_of(one, today)),
        tuple(one for one in fitting if one not in seated and one.id not in proposed),
        tuple(proposals),
    )
