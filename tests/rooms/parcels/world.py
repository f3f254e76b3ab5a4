"""A parcel for Vera's son, walked along its chain by Petya; a window that has a card."""

from datetime import date, timedelta

from django.utils import timezone
from tests.rooms.errands.world import Packing, errands_for
from tests.rooms.matters.world import FamilyAtDoor, file_of, keys

from peredacha.rooms.parcels.models import ContentLine, Contents, ParcelRequest, WishLine
from peredacha.rooms.parcels.services import ParcelFile, ask_parcel, lay_in, open_parcel, take_step
from peredacha.rooms.people.models import Member
from peredacha.rooms.vault.services import Keys

WISHES = (WishLine("tea"), WishLine("honey"), WishLine("underwear"))
TEA = ContentLine("Чай чёрный 100 г", "tea-1", 2, 230, ("tea",))
HONEY = ContentLine("Мёд 500 г", "honey-1", 1, 620, ("honey",))
BOX = Contents.of((TEA, HONEY), 400)


def today() -> date:
    """The day of the test."""
    return timezone.localdate()


def vera_wants(vera: FamilyAtDoor, request: ParcelRequest | None = None, **known: object) -> ParcelFile:
    """Vera asks for a parcel; what is known of her son is told before."""
    errands_for(vera.keys, vera, **known)
    asked = request or ParcelRequest(wishes=WISHES, words="Он мёрзнет.")
    return ask_parcel(keys=vera.keys, file=file_of(vera.keys, vera.matter), request=asked, now=timezone.now())


def as_seen(opener: Keys, parcel: ParcelFile) -> ParcelFile:
    """The parcel as somebody opens it now; it must open."""
    found = open_parcel(opener, parcel.id, now=timezone.now())
    assert found is not None
    return found


def petya_walks(chapter: Packing, parcel: ParcelFile, until: str) -> ParcelFile:
    """Petya takes every step up to a state, one day after the other told as today."""
    file, now, day = as_seen(keys(chapter.petya), parcel), timezone.now(), today()
    for step in ("agreed", "placed", "planned", "packed", "handed", "delivered"):
        if step == "packed":
            file = lay_in(parcel=file, contents=BOX, now=now)
        else:
            on = day + timedelta(days=3) if step == "planned" else day
            file = take_step(parcel=file, step=step, now=now, on=on, code=HOW.get(step, ""))
        if step == until:
            break
    return file


HOW = {"agreed": "prisoner", "placed": "call"}


def named(member: Member) -> str:
    """The random name of a helper."""
    return str(member.id)
