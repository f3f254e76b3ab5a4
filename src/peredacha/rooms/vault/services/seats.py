"""Seats in a circle, given by two: one member of the circle proposes, a second one confirms."""

from datetime import date, timedelta

from django.core.exceptions import PermissionDenied
from django.db import transaction

from peredacha.core.sealing import NotSealedHere, PublicPair, is_signed, sign
from peredacha.rooms.people.models import Member
from peredacha.rooms.people.selectors import roles_of
from peredacha.rooms.vault.models import LASTS_DAYS, Circle, CircleName, Holder, SeatProposal
from peredacha.rooms.vault.selectors import FITTING, seated_members
from peredacha.rooms.vault.services.circles import NoSeat, seat_member
from peredacha.rooms.vault.services.keyring import Keys

TWO = 2


@transaction.atomic
def give_seat_to(*, keys: Keys, circle: Circle, member: Member, today: date) -> SeatProposal | None:
    """Give a seat, or propose it where two must agree: in the reception, once two sit there.

    None when the seat stands. Raises NoSeat, KeyChanged, and PermissionDenied for another chapter or a member
    whose role does not fit.
    """
    _check(keys, circle, member, today)
    if circle.name != CircleName.RECEPTION or len(seated_members(circle)) < TWO:
        seat_member(keys=keys, circle=circle, member=member)
        return None
    SeatProposal.objects.filter(circle=circle, member=member).delete()
    ends_on = today + timedelta(days=LASTS_DAYS)
    signature = sign(keys.pair, _told(circle, member, ends_on), b"vault.proposal")
    return SeatProposal.objects.create(
        circle=circle, member=member, by_id=keys.holder, ends_on=ends_on, signature=signature
    )


@transaction.atomic
def confirm_seat(*, keys: Keys, proposal: SeatProposal, today: date) -> None:
    """A second member of the circle agrees: the seat stands.

    Raises PermissionDenied for the proposer, a proposal that ran out, or one that its proposer did not sign or
    could no longer make; NoSeat, KeyChanged.
    """
    circle, member = proposal.circle, proposal.member
    _check(keys, circle, member, today)
    by = proposal.by_id
    seated = {one.id for one in seated_members(circle)}
    if by == keys.holder or by not in seated or today > proposal.ends_on or not _is_signed(proposal):
        raise PermissionDenied
    seat_member(keys=keys, circle=circle, member=member)
    proposal.delete()


def _check(keys: Keys, circle: Circle, member: Member, today: date) -> None:
    if keys.member is None or not keys.member.chapter == circle.chapter == member.chapter:
        raise PermissionDenied
    if FITTING[circle.name] not in roles_of(member, today):
        raise PermissionDenied
    if not any(one.circle == circle.id for one in keys.circles):
        raise NoSeat


def _is_signed(proposal: SeatProposal) -> bool:
    told = _told(proposal.circle, proposal.member, proposal.ends_on)
    by: Holder = proposal.by
    try:
        giver = PublicPair.unpacked(bytes(by.public))
    except NotSealedHere:
        return False
    return by.is_genuine and is_signed(giver, told, bytes(proposal.signature), b"vault.proposal")


def _told(circle: Circle, member: Member, ends_on: date) -> bytes:
    return circle.id.bytes + member.id.bytes + ends_on.isoformat().encode()
