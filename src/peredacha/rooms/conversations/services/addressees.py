"""Who hears of a new message, and where: helpers as they wished, a family only if it asked for it."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from peredacha.core.facts import Author
from peredacha.core.sealing import NotSealedHere, open_envelope, salted_key, seal, subkey
from peredacha.gateways.mail import ADDRESS
from peredacha.rooms.conversations.models import Notice, NoticeWish
from peredacha.rooms.matters.services import MatterFile
from peredacha.rooms.people.models import Member
from peredacha.rooms.people.selectors import may_enter
from peredacha.rooms.vault.models import CircleName, HolderKind
from peredacha.rooms.vault.selectors import find_circle, holders_of, seated_members


@dataclass(frozen=True)
class Box:
    """Where a letter goes: the address, the language of its words, and whether once a day is enough."""

    address: str
    language: str = "ru"
    daily: bool = False


@dataclass(frozen=True)
class Addressee:
    """Somebody who hears of a message."""

    holder: UUID
    box: Box


def notices_key(holder: UUID, salt: bytes) -> bytes:
    """The key of a box here, from the boot key and from the salt, where its holder has one."""
    key = subkey(settings.NAMES_KEY, "conversations.notices")
    return salted_key(key, salt, context_of(holder)) if salt else key


def sealed_box(holder: UUID, box: Box, salt: bytes = b"") -> bytes:
    """A box sealed by the boot key, bound to its holder: background work opens it, a seized disk does not.

    ``salt``: a family's, so that an old backup with the boot key does not know its address once it was erased.
    """
    return seal(notices_key(holder, salt), json.dumps(asdict(box)).encode(), context_of(holder))


def open_box(holder: UUID, sealed: bytes | memoryview | None, salt: bytes = b"") -> Box | None:
    """What lies in a box; None where it is damaged, another's, or sealed by another boot key or salt."""
    try:
        key, body = notices_key(holder, salt), bytes(sealed or b"")
        return Box(**json.loads(open_envelope(key, body, context_of(holder))))
    except (NotSealedHere, ValueError, TypeError):
        return None


def context_of(holder: UUID) -> bytes:
    """What a box is bound to."""
    return b"conversations.notice" + holder.bytes


def notice_wish(member: Member) -> Box | None:
    """What a helper wished; None for no notices."""
    row = NoticeWish.objects.filter(member=member).first()
    return open_box(member.id, row.box) if row else None


@transaction.atomic
def change_wish(*, member: Member, box: Box | None) -> None:
    """Other notices from now on, or none; what waits for the old address goes."""
    Notice.objects.filter(holder=member.id).delete()
    if box is None:
        NoticeWish.objects.filter(member=member).delete()
    else:
        NoticeWish.objects.update_or_create(member=member, defaults={"box": sealed_box(member.id, box)})


def addressees_of(file: MatterFile, *, author: Author, inner: bool, now: datetime) -> list[Addressee]:
    """Everybody who hears of a new message of ``author``, in the order of their random names.

    Helpers to whom the talk is sealed in person; while nobody holds the matter, whoever sits in the reception.
    The family, if it asked for letters, when a helper wrote to it.
    """
    found = [*helpers_of(file, author, inner, now), *family_of(file, author, inner)]
    return sorted(found, key=lambda one: one.holder)


def helpers_of(file: MatterFile, author: Author, inner: bool, now: datetime) -> Iterable[Addressee]:
    """The helpers who hear of it, without the author."""
    safe = file.matter.inner_safe_id if inner else file.matter.safe_id
    ids = {one.id for one in holders_of(safe) if one.kind == HolderKind.MEMBER}
    circle = None if file.matter.held_by_id else find_circle(file.matter.chapter, CircleName.RECEPTION)
    if circle:
        ids |= {one.id for one in seated_members(circle)}
    today = timezone.localdate(now)
    for row in NoticeWish.objects.filter(member__in=ids).select_related("member"):
        box = open_box(row.member_id, row.box)
        if box and str(row.member_id) != author.id and may_enter(row.member, today):
            yield Addressee(row.member_id, box)


def family_of(file: MatterFile, author: Author, inner: bool) -> Iterable[Addressee]:
    """The family, where it has a page to read on and gave an address for notices."""
    family, reach = file.matter.family_id, file.reach
    wishes = reach.notices and reach.way == "mail" and ADDRESS.fullmatch(reach.value.strip())
    if family and wishes and not inner and author.who != "family":
        yield Addressee(family, Box(reach.value.strip(), file.request.language))
