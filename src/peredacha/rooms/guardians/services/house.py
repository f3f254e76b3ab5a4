"""The lock of the whole house: sealed by anybody who helps, opened by several together.

While it holds, only the public pages answer. Nothing is destroyed: the boxes of the members are moved into one
that only the key of last resort opens, and come back byte for byte.
"""

import json
import secrets
from base64 import b64decode, b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.conf import settings
from django.db import connections, transaction
from django.urls import reverse
from django.utils import timezone

from peredacha.core.sealing import NotSealedHere, PublicPair, open_sealed, seal_to, subkey, tag
from peredacha.rooms.guardians.selectors import recovery_of
from peredacha.rooms.guardians.services.recovery import recovery_keys, steward_chapter
from peredacha.rooms.guardians.services.restarting import ask_to_restart
from peredacha.rooms.journal.models import Act
from peredacha.rooms.journal.services import record
from peredacha.rooms.people.models import Member
from peredacha.rooms.people.services import end_all_visits
from peredacha.rooms.vault.models import House, RecoveryState, SealedBoxes, SealLink, mark_of
from peredacha.rooms.vault.selectors import is_right_boot_key
from peredacha.rooms.vault.services import Keys

TOKEN_BYTES = 32
BOXES = ("box", "recovery_box")


@dataclass(frozen=True)
class Unsealed:
    """What was opened, and which chapters still wait for their shares."""

    restored: int
    waiting: tuple[str, ...]


class NothingSealed(Exception):
    """The house is not sealed."""


class WrongBootKey(Exception):
    """Without shares the house opens only with the boot key of before."""


def the_house() -> House:
    """The one row; made when first needed."""
    return House.objects.get_or_create(pk=1)[0]


def seal_house() -> None:
    """Seal it at once: every visit ends, the boxes go to the keys of last resort, the server forgets its key.

    Works without any key. In a chapter without a key of last resort the boxes stay where they are, and the house
    is opened again with the boot key alone. Sealing twice changes nothing.
    """
    with transaction.atomic():
        house = House.objects.select_for_update().get(pk=the_house().pk)
        house.sealed = True
        house.save(update_fields=["sealed"])
        for chapter in Member.objects.values_list("chapter", flat=True).distinct().order_by("chapter"):
            _move_boxes(chapter)
        record(act=Act.SEALED, chapter="", today=timezone.localdate())
    try:
        end_all_visits()
        _leave_no_trace()
    finally:
        ask_to_restart()


def _move_boxes(chapter: str) -> None:
    recovery = recovery_of(chapter)
    trusted = recovery and (recovery.holder.is_genuine or not is_right_boot_key())
    if recovery is None or not trusted or recovery.state != RecoveryState.STANDING:
        return
    members = Member.objects.select_for_update().filter(chapter=chapter).order_by("id")
    boxes = {member.id.hex: [_text(getattr(member, name)) for name in BOXES] for member in members}
    if SealedBoxes.objects.filter(chapter=chapter).exists():
        return
    body = json.dumps(boxes).encode()
    try:
        blob = seal_to(PublicPair.unpacked(bytes(recovery.holder.public)), body, _context(chapter))
    except NotSealedHere:
        return
    SealedBoxes.objects.create(chapter=chapter, holder=recovery.holder, blob=blob)
    Member.objects.filter(chapter=chapter).update(**dict.fromkeys(BOXES))


def unseal_with_shares(shares: Sequence[str]) -> Unsealed:
    """Bring the boxes back, as they were. The house opens when no chapter waits any more.

    Raises WrongShares, NothingSealed.
    """
    keys = recovery_keys(shares)
    with transaction.atomic():
        house = House.objects.select_for_update().get(pk=the_house().pk)
        if not house.sealed:
            raise NothingSealed
        restored = sum(_restore(row, keys) for row in SealedBoxes.objects.filter(holder=keys.holder))
        waiting = tuple(SealedBoxes.objects.order_by("chapter").values_list("chapter", flat=True))
        _open_unless(waiting, house)
    return Unsealed(restored, waiting)


def unseal_with_boot_key() -> Unsealed:
    """Open a house in which no chapter had a key of last resort; raises NothingSealed, WrongBootKey."""
    with transaction.atomic():
        house = House.objects.select_for_update().get(pk=the_house().pk)
        if not house.sealed:
            raise NothingSealed
        waiting = tuple(SealedBoxes.objects.order_by("chapter").values_list("chapter", flat=True))
        if not waiting and not is_right_boot_key():
            raise WrongBootKey
        _open_unless(waiting, house)
    return Unsealed(0, waiting)


def _open_unless(waiting: tuple[str, ...], house: House) -> None:
    house.sealed = bool(waiting)
    house.checked_on = timezone.localdate()
    house.save(update_fields=["sealed", "checked_on"])
    if not waiting:
        record(act=Act.UNSEALED, chapter="", today=timezone.localdate())


def _restore(row: SealedBoxes, keys: Keys) -> int:
    boxes = json.loads(open_sealed(keys.pair, bytes(row.blob), _context(row.chapter)))
    for member, texts in boxes.items():
        found = {name: _bytes(text) for name, text in zip(BOXES, texts)}
        Member.objects.filter(id=member).update(**found)
    row.delete()
    return len(boxes)


def remember_boot_key() -> None:
    """Keep a check of the boot key, so that a start with another one is refused once members exist."""
    house = the_house()
    if not house.sealed and (not Member.objects.exists() or not bytes(house.boot_check)):
        House.objects.filter(pk=house.pk).update(boot_check=mark_of(b"boot"))


def is_wrong_boot_key() -> bool:
    """Whether members exist and joined under another boot key; a sealed house starts with any."""
    house = the_house()
    return not house.sealed and Member.objects.exists() and not is_right_boot_key()


def make_link(*, member: Member) -> str:
    """The secret [43 letters] of an address that seals the house once; it is kept nowhere."""
    token = secrets.token_urlsafe(TOKEN_BYTES)
    SealLink.objects.create(tag=_link_tag(token), member=member)
    return token


def link_address(token: str) -> str:
    """The whole address, to be kept where nobody else looks."""
    return settings.SITE_ADDRESS.rstrip("/") + reverse("guardians:by_link", kwargs={"token": token})


def is_link(token: str) -> bool:
    """Whether this address was made beforehand and has not been used or withdrawn."""
    return SealLink.objects.filter(tag=_link_tag(token)).exists()


def seal_by_link(token: str) -> bool:
    """Seal the house by an address; False for a wrong or used one."""
    if not SealLink.objects.filter(tag=_link_tag(token)).delete()[0]:
        return False
    seal_house()
    return True


def withdraw_links(*, member: Member) -> int:
    """Make every address of this member void; gives how many."""
    return SealLink.objects.filter(member=member).delete()[0]


def set_check_in(*, member: Member, days: int | None, today: date) -> None:
    """After so many days without a steward's sign the house is sealed; None: never. Raises PermissionDenied."""
    steward_chapter(member, today)
    House.objects.filter(pk=the_house().pk).update(check_in_days=days, checked_on=today)


def check_in(*, member: Member, today: date) -> None:
    """A steward is there. Raises PermissionDenied."""
    steward_chapter(member, today)
    House.objects.filter(pk=the_house().pk).update(checked_on=today)


def check_in_overdue(today: date) -> bool:
    """Whether the daily chore is to seal the house now, because no steward gave a sign."""
    house = House.objects.filter(pk=1, sealed=False).first()
    if house is None or house.checked_on is None or house.check_in_days is None:
        return False
    return today > house.checked_on + timedelta(days=house.check_in_days)


def _leave_no_trace() -> None:
    """Do not leave moved boxes and ended visits in the spare pages of the database."""
    for one in connections.all():
        if one.in_atomic_block:
            continue
        with one.cursor() as cursor:
            if one.vendor == "sqlite":
                cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            elif one.vendor == "postgresql":
                cursor.execute(f"VACUUM FULL {one.ops.quote_name(Member._meta.db_table)}")


def _link_tag(token: str) -> bytes:
    return tag(subkey(settings.LOGIN_KEY, "vault.links"), token.encode("utf-8", "replace"))


def _context(chapter: str) -> bytes:
    return b"vault.boxes" + chapter.encode()


def _text(box: bytes | memoryview | None) -> str | None:
    return None if box is None else b64encode(bytes(box)).decode()


def _bytes(text: str | None) -> bytes | None:
    return None if text is None else b64decode(text)
