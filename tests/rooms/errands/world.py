"""A chapter that packs: Pavel in the reception, Petya among the packers, Vera whose son sits in a colony."""

from dataclasses import dataclass, replace
from datetime import date

from django.utils import timezone
from tests.rooms.matters.world import FamilyAtDoor, asks, file_of, keys, reception
from tests.rooms.people.world import Enrolled, enrol

from peredacha.core.facts import Person, Reach, Request
from peredacha.rooms.errands.models import Recipient
from peredacha.rooms.errands.services import (
    OpenErrands,
    begin_errands,
    errands_of,
    open_errands,
    tell_recipient,
)
from peredacha.rooms.vault.models import CircleName
from peredacha.rooms.vault.services import Keys, found_circle, seat_member

ILYA = Person(surname="Кузнецов", given="Илья", patronymic="Олегович", sex="m", born_on="1999-05-04")
ADMITTED = "2026-03-10"


@dataclass
class Packing:
    """Pavel who leads, Petya who packs."""

    pavel: Enrolled
    petya: Enrolled


def packing(chapter: str = "demo", leads: str = "Pavel", packs: str = "Petya") -> Packing:
    """The reception and the packers of a chapter; Petya sits among the packers alone."""
    pavel = reception(leads, chapter)
    circle = found_circle(keys=keys(pavel), chapter=chapter, name=CircleName.PACKERS)
    petya = enrol(packs, ("packer",), chapter)
    seat_member(keys=keys(pavel), circle=circle, member=petya.member)
    return Packing(pavel, petya)


def vera_asks_for_food() -> FamilyAtDoor:
    """Vera asks for a parcel for her son Ilya."""
    request = Request(asks=("parcel",), words="Нужна передача.", answers={"stage": "colony"}, name="Вера")
    return asks(request, Reach(way="phone", value="+7 900 000-00-00"), ILYA)


def errands_for(opener: Keys, vera: FamilyAtDoor, **known: object) -> OpenErrands:
    """The errands of Vera's matter with what is known of her son."""
    now = timezone.now()
    opened = begin_errands(keys=opener, file=file_of(opener, vera.matter), now=now)
    told = {"regime": "strict", "conditions": "ordinary", "admitted_on": ADMITTED, **known}
    recipient: Recipient = replace(opened.recipient, **told)
    return tell_recipient(opened=opened, recipient=recipient, now=now)


def seen_by(opener: Keys, vera: FamilyAtDoor) -> OpenErrands | None:
    """The errands as somebody who reads the matter opens them."""
    return errands_of(opener, file_of(opener, vera.matter), now=timezone.now())


def seen_by_packer(petya: Enrolled, opened: OpenErrands) -> OpenErrands | None:
    """The errands as a packer opens them, without the matter."""
    return open_errands(keys(petya), opened.row, now=timezone.now())


def today() -> date:
    """The day of the test."""
    return timezone.localdate()
