"""Circles as anybody in the house may see them: who sits where, by random names."""

from uuid import UUID

from peredacha.rooms.people.models import Member, RoleKind
from peredacha.rooms.vault.models import Circle, CircleEpoch, CircleName, Holder, Seat
from peredacha.rooms.vault.selectors.holders import HELD, holder_of
from peredacha.statements import Asked

FITTING: dict[str, str] = {
    CircleName.RECEPTION: RoleKind.COORDINATOR,
    CircleName.LAWYERS: RoleKind.LAWYER,
    CircleName.EDITORS: RoleKind.EDITOR,
    CircleName.STEWARDS: RoleKind.STEWARD,
    CircleName.PACKERS: RoleKind.PACKER,
    CircleName.WRITERS: RoleKind.WRITER,
}
"""Which role fits which circle."""


RECEPTIONS = Asked(
    CircleEpoch,
    lambda: (
        CircleEpoch.objects.filter(circle__name=CircleName.RECEPTION)
        .order_by("circle__chapter", "-number")
        .values_list("circle__chapter", "circle_id", "number", "mark", *HELD)
    ),
)


def find_circle(chapter: str, name: str) -> Circle | None:
    """The circle of a chapter with this name."""
    return Circle.objects.filter(chapter=chapter, name=name).first()


def newest_epoch(circle: Circle) -> CircleEpoch | None:
    """The epoch in use; a row that somebody slipped into the database does not count."""
    rows = circle.epochs.order_by("-number").select_related("holder")
    return next((row for row in rows if row.is_genuine), None)


def reception_holder(chapter: str) -> Holder | None:
    """To whom a new request is sealed; None where the chapter has no reception yet."""
    return receptions().get(chapter)


def receptions() -> dict[str, Holder]:
    """By chapter, in order: to whom a new request is sealed. Only keys that the house itself wrote count."""
    found: dict[str, Holder] = {}
    for chapter, circle, number, mark, *held in RECEPTIONS():
        row = CircleEpoch(circle_id=circle, number=number, mark=mark, holder=holder_of(held))
        if chapter not in found and row.is_genuine:
            found[chapter] = row.holder
    return found


def seated_members(circle: Circle) -> list[Member]:
    """Who sits in the newest epoch of a circle."""
    epoch = newest_epoch(circle)
    if epoch is None:
        return []
    ids: list[UUID] = list(Seat.objects.filter(epoch=epoch).values_list("holder_id", flat=True))
    return list(Member.objects.filter(id__in=ids).order_by("id"))
