"""The family's code of words: made, shown once, and the way back with it."""

from uuid import UUID

from django.conf import settings
from django.db import IntegrityError, transaction

from peredacha.core.sealing import KeyPair, NotSealedHere, fresh_salt, open_envelope, seal, subkey, tag
from peredacha.core.sealing import ReturnCode as Code
from peredacha.rooms.people.services import stretch_in_turn
from peredacha.rooms.vault.models import Holder, HolderKind, ReturnCode
from peredacha.rooms.vault.services.keyring import Keys
from peredacha.statements import add

BOX = b"vault.code.box"


def sealed_code(*, code: Code, pair: KeyPair, holder: UUID) -> ReturnCode:
    """The row of a code, not yet stored. Runs the key derivation: call it outside a transaction.

    Raises AllPlacesTaken, see :func:`peredacha.rooms.people.services.stretch_in_turn`.
    """
    salt, cost = fresh_salt(), settings.FAMILY_COST
    key = stretch_in_turn(code.secret, salt, cost).key
    return ReturnCode(
        holder_id=holder,
        locator_tag=locator_tag(code),
        salt=salt,
        cost=cost,
        box=seal(key, pair.packed(), BOX + holder.bytes),
    )


def locator_tag(code: Code) -> bytes:
    """By what the row of a code is found: a keyed hash of its first two words."""
    return tag(settings.LOCATOR_KEY, b"vault.locator", code.locator)


@transaction.atomic(savepoint=False)
def store_family(*, row: ReturnCode, pair: KeyPair) -> Holder | None:
    """Store a family's holder and code; None when another family has the same two first words."""
    holder = Holder(id=row.holder_id, kind=HolderKind.FAMILY, public=pair.public.packed()).marked()
    add(holder)
    try:
        with transaction.atomic():
            add(row)
    except IntegrityError:
        holder.delete()
        return None
    return holder


def open_code(code: Code) -> Keys | None:
    """The family's keys; None for a wrong code. An unknown one takes the same work as a wrong one."""
    row = ReturnCode.objects.filter(locator_tag=locator_tag(code)).first()
    salt = bytes(row.salt) if row else subkey(settings.LOCATOR_KEY, "salt of " + locator_tag(code).hex())[:16]
    key = stretch_in_turn(code.secret, salt, row.cost if row else settings.FAMILY_COST).key
    if row is None:
        return None
    try:
        return Keys(
            row.holder_id, KeyPair.unpacked(open_envelope(key, bytes(row.box), BOX + row.holder_id.bytes))
        )
    except NotSealedHere:
        return None


def mark_written_down(holder: UUID) -> None:
    """The family has the words on paper: they are never shown again."""
    ReturnCode.objects.filter(holder=holder).update(written_down=True)


def is_written_down(holder: UUID) -> bool:
    """Whether the words of this family were typed back once."""
    return ReturnCode.objects.filter(holder=holder, written_down=True).exists()
