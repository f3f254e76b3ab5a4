"""Families and the matters that their words open: a key for a caller, doors from one matter to another."""

from collections.abc import Iterable
from uuid import UUID

from django.db import transaction

from peredacha.core.sealing import KeyPair, ReturnCode, subkey
from peredacha.rooms.matters.models import FamilyDoor, Matter
from peredacha.rooms.matters.services.files import MatterFile
from peredacha.rooms.people.services import end_visits
from peredacha.rooms.vault.models import Holder
from peredacha.rooms.vault.services import Keys, erase_holders, grant


def first_check_word(pair: KeyPair, language: str) -> str:
    """The check word that a family's first card bears and its first visit shows; drawn from the family's own keys.

    So it can be told with the eight words and is kept nowhere. Each visit leaves a random one in its place.
    """
    return ReturnCode.from_seed(subkey(pair.seed, "matters.first-check-word"), language).words[0]


@transaction.atomic
def seat_family(*, keys: Keys, file: MatterFile, family: Holder) -> None:
    """Let a family's key open the outer safe, and name it as the family of the matter.

    A key given before goes: use this only while nobody has come back with its words.
    """
    before = Matter.objects.select_for_update().get(id=file.matter.id).family_id
    grant(keys=keys, opened=file.safe, holder=family)
    Matter.objects.filter(id=file.matter.id).update(family=family)
    if before and before != family.id:
        erase_holders([before])
    file.matter.family = family


def families_of(matter: Matter) -> list[Holder]:
    """Every family whose words open this matter."""
    doors = FamilyDoor.objects.filter(matter=matter).values("holder")
    found = list(Holder.objects.filter(id__in=doors).order_by("id"))
    led_away = FamilyDoor.objects.filter(holder=matter.family_id).exists()
    return found if matter.family is None or led_away else [matter.family, *found]


@transaction.atomic
def lead_families(*, families: Iterable[Holder], to: Matter) -> dict[str, str]:
    """Let the words of these families open another matter; gives where each door led before, for :func:`lead_back`."""
    before = {}
    for one in families:
        door = FamilyDoor.objects.filter(holder=one).first()
        before[str(one.id)] = str(door.matter_id) if door else ""
        FamilyDoor.objects.update_or_create(holder=one, defaults={"matter": to})
    return before


@transaction.atomic
def lead_back(before: dict[str, str]) -> None:
    """Let the words open again what they opened before."""
    for holder, matter in before.items():
        doors = FamilyDoor.objects.filter(holder=UUID(holder))
        if matter:
            doors.update(matter=UUID(matter))
        else:
            doors.delete()


@transaction.atomic
def settle_doors(matter: Matter) -> None:
    """Before a matter is erased: families that it only lent go with it, a family that was led away keeps its key."""
    for holder in list(FamilyDoor.objects.filter(matter=matter).values_list("holder_id", flat=True)):
        end_visits(kind="family", subject=holder)
        erase_holders([holder])
    if FamilyDoor.objects.filter(holder=matter.family_id).exists():
        Matter.objects.filter(id=matter.id).update(family=None)
        matter.family = None
