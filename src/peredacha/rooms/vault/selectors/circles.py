"""Circles as anybody in the house may see them: who sits where, by random names."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from peredacha.rooms.people.models import Member, RoleKind
from peredacha.rooms.people.selectors import members_with, roles_of
from peredacha.rooms.vault.models import Circle, CircleEpoch, CircleName, Holder, Seat, SeatProposal

FITTING: dict[str, str] = {
    CircleName.RECEPTION: RoleKind.COORDINATOR,
    CircleName.LAWYERS: RoleKind.LAWYER,
    CircleName.EDITORS: RoleKind.EDITOR,
    CircleName.STEWARDS: RoleKind.STEWARD,
}
"""Which role fits which circle."""


@dataclass(frozen=True)
class CircleLine:
    """A circle of a chapter: who sits, whose role no longer fits, who waits, what was proposed."""

    circle: Circle
    seated: tuple[Member, ...]
    unfit: frozenset[UUID]
    """Who sits though the role has ended, or the account is closed."""
    waiting: tuple[Member, ...]
    proposals: tuple[SeatProposal, ...]


def find_circle(chapter: str, name: str) -> Circle | None:
    """The circle of a chapter with this name."""
    return Circle.objects.filter(chapter=chapter, name=name).first()


def newest_epoch(circle: Circle) -> CircleEpoch | None:
    """The epoch in use; a row that somebody slipped into the database does not count."""
    rows = circle.epochs.order_by("-number").select_related("holder")
    return next((row for row in rows if row.is_genuine), None)


def reception_holder(chapter: str) -> Holder | None:
    """To whom a new request is sealed; None where the chapter has no reception yet."""
    rows = CircleEpoch.objects.filter(circle__chapter=chapter, circle__name=CircleName.RECEPTION)
    newest = rows.order_by("-number").select_related("holder")
    return next((row.holder for row in newest if row.is_genuine), None)


def receptions() -> dict[str, Holder]:
    """By chapter, in order: to whom a new request is sealed. Only keys that the house itself wrote count."""
    rows = CircleEpoch.objects.filter(circle__name=CircleName.RECEPTION).select_related("circle", "holder")
    found: dict[str, Holder] = {}
    for row in rows.order_by("circle__chapter", "-number"):
        if row.circle.chapter not in found and row.is_genuine:
            found[row.circle.chapter] = row.holder
    return found


def seated_members(circle: Circle) -> list[Member]:
    """Who sits in the newest epoch of a circle."""
    epoch = newest_epoch(circle)
    if epoch is None:
        return []
    ids: list[UUID] = list(Seat.objects.filter(epoch=epoch).values_list("holder_id", flat=True))
    return list(Member.objects.filter(id__in=ids).order_by("id"))


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
