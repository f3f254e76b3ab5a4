"""The keys that somebody opened by signing in or by a code of words; they live for one request."""

from collections.abc import Iterator
from dataclasses import replace
from uuid import UUID

from peredacha.core.sealing import KeyPair, NotSealedHere, PublicPair, is_signed, open_sealed
from peredacha.rooms.people.models import Member
from peredacha.rooms.people.services import Visit
from peredacha.rooms.vault.models import Holder, HolderKind, Seat
from peredacha.rooms.vault.services.keyring import CARD_KEY_BYTES, CircleKeys, Keys
from peredacha.rooms.vault.services.pins import KeyChanged, is_known, pins_of


def keys_of(visit: Visit, member: Member | None = None) -> Keys:
    """The keys of an open visit. Damaged seats open nothing and break nothing.

    Raises KeyChanged when the helper's own public key in the database is not the one of the own pair.
    """
    pair = KeyPair.unpacked(visit.keys)
    return Keys(visit.subject, pair) if member is None else member_keys(member, pair)


def member_keys(member: Member, pair: KeyPair) -> Keys:
    """The keys of a member with this pair; raises KeyChanged as above."""
    holder = holder_of(member)
    if bytes(holder.public) != pair.public.packed() or not holder.is_genuine:
        raise KeyChanged(holder)
    return fresh_keys(raw_keys(member, pair))


def raw_keys(member: Member, pair: KeyPair) -> Keys:
    """The keys of a member without a look at what the database says of them, and without circles: for the pages
    on which keys are compared."""
    return Keys(member.id, pair, member, pins=pins_of(member, pair))


def fresh_keys(keys: Keys) -> Keys:
    """The same keys with the circles as they are sealed now: after a seat was given, taken or renewed."""
    return replace(keys, circles=tuple(opened_seats(keys)))


def holder_of(member: Member) -> Holder:
    """The holder of a member who has finished joining; made when first needed."""
    found = Holder.objects.filter(id=member.id).first()
    if found:
        return found
    row = Holder(id=member.id, kind=HolderKind.MEMBER, member=member, public=bytes(member.public_pair or b""))
    holder, _made = Holder.objects.get_or_create(
        id=row.id,
        defaults={"kind": row.kind, "member": member, "public": row.public, "mark": row.marked().mark},
    )
    return holder


def opened_seats(keys: Keys) -> Iterator[CircleKeys]:
    """The circles in which one sits, newest epoch first; a seat that does not open or is forged is left out."""
    seats = Seat.objects.filter(holder=keys.holder).select_related("epoch__holder", "giver")
    for seat in seats.order_by("-epoch__number"):
        body = opened_seat(seat, keys)
        if body is None:
            continue
        card_key, pair = body[:CARD_KEY_BYTES], KeyPair.unpacked(body[CARD_KEY_BYTES:])
        if pair.public.packed() == bytes(seat.epoch.holder.public):
            yield CircleKeys(seat.epoch.holder_id, seat.epoch.circle_id, seat.epoch.number, pair, card_key)


def opened_seat(seat: Seat, keys: Keys) -> bytes | None:
    """What is sealed in a seat; None when the house did not write its epoch, or its giver did not sign it."""
    context, sealed = seat_context(seat.epoch.holder_id, keys.holder), bytes(seat.sealed)
    try:
        giver = PublicPair.unpacked(bytes(seat.giver.public))
        if not seat.epoch.is_genuine or not is_known(keys, seat.giver):
            return None
        signed = is_signed(giver, sealed, bytes(seat.signature), context)
        return open_sealed(keys.pair, sealed, context) if signed else None
    except NotSealedHere:
        return None


def seat_context(epoch_holder: UUID, holder: UUID) -> bytes:
    """What a seat is bound to."""
    return b"vault.seat" + epoch_holder.bytes + holder.bytes
