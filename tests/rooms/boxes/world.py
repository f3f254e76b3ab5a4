"""Petya before his table: a window that refused honey, a store with tea, and Vera's parcel with its day planned."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any
from unittest import mock

from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from tests.rooms.errands.world import Packing, packing, vera_asks_for_food
from tests.rooms.matters.world import FamilyAtDoor, keys
from tests.rooms.parcels.world import as_seen, petya_walks, vera_wants
from tests.rooms.people.world import Enrolled
from tests.rooms.stores.world import lies

from peredacha.core.packing import NotPacked
from peredacha.rooms.boxes.services import Table, table_for
from peredacha.rooms.errands.services import tell_recipient
from peredacha.rooms.facilities.models import Facility
from peredacha.rooms.facilities.services import note_outcome
from peredacha.rooms.goods.models import Good
from peredacha.rooms.goods.services import GoodDraft, add_good
from peredacha.rooms.parcels.models import ParcelRequest, WishLine
from peredacha.rooms.parcels.services import ParcelFile
from peredacha.rooms.stores.models import Lot

SHELF = {
    "tea": ("Чай чёрный", 100, "tea", 10),
    "honey": ("Мёд", 500, "honey", 4),
    "soap": ("Мыло", 110, "soap", 6),
    "sugar": ("Сахар", 1000, "sugar", 30),
}
"""What lies in the store: Russian name, grams, class, pieces."""
WISHES = (WishLine("tea", pieces=2), WishLine("honey"), WishLine("soap", pieces=2))


@dataclass
class Laid:
    """A chapter with its store and one parcel that waits."""

    chapter: Packing
    goods: dict[str, Good]
    parcel: ParcelFile

    @property
    def petya(self) -> Enrolled:
        """The packer."""
        return self.chapter.petya

    def key(self, name: str) -> str:
        """The key of a good by its short name."""
        return str(self.goods[name].id)


def the_store(**pieces: int) -> dict[str, Good]:
    """Four goods on a shelf; ``pieces`` where there are other numbers of them."""
    goods = {}
    for name, (ru, grams, group, number) in SHELF.items():
        good = add_good(
            chapter="demo", told=GoodDraft(name_ru=ru, name_en=name.title(), grams=grams, groups=group)
        )
        if pieces.get(name, number):
            lies(good, pieces.get(name, number))
        goods[name] = good
    return goods


def the_window(kind: str = "colony") -> Facility:
    """A colony whose window refused honey two times."""
    card = Facility.objects.create(
        chapter="demo",
        code=f"window-{kind}",
        kind=kind,
        region="RU-ZRC",
        name_ru="Колония № 6",
        address_ru="101000, Заречье, дорога 1",
    )
    for _once in range(2):
        day = timezone.localdate() - timedelta(days=20)
        note_outcome(facility=card.public_id, thing="honey", verdict="refused", reason="banned", on=day)
    return card


def planned(
    chapter: Packing, vera: FamilyAtDoor, request: ParcelRequest | None = None, **known: Any
) -> ParcelFile:
    """A parcel of Vera whose day is planned, as Petya opens it."""
    asked = request or ParcelRequest(wishes=WISHES, words="Он мёрзнет.")
    return petya_walks(chapter, vera_wants(vera, asked, **known), "planned")


def the_table(request: ParcelRequest | None = None, **pieces: int) -> Laid:
    """The chapter, the store and Vera's parcel for a window that refused honey."""
    chapter, goods, vera = packing(), the_store(**pieces), vera_asks_for_food()
    parcel = planned(chapter, vera, request, facility=the_window().public_id)
    return Laid(chapter, goods, parcel)


def seen(world: Laid) -> Table:
    """The parcel as it lies on the table now."""
    return table_for(as_seen(keys(world.petya), world.parcel), now=timezone.now())


def knows(world: Laid, **known: Any) -> None:
    """Something more is told of the person."""
    errands = as_seen(keys(world.petya), world.parcel).errands
    tell_recipient(opened=errands, recipient=replace(errands.recipient, **known), now=timezone.now())


def page(name: str, *places: Any) -> str:
    """The address of a page of the room."""
    return reverse(f"boxes:{name}", args=places)


def text_of(answer: HttpResponse) -> str:
    """A page without the spaces that hold words together."""
    return answer.content.decode().replace("\xa0", " ")


@contextmanager
def no_solver() -> Iterator[None]:
    """The solver gives nothing."""
    broken = mock.Mock(side_effect=NotPacked)
    with mock.patch("peredacha.rooms.boxes.services.proposing.packed", broken):
        yield


def lots_of(good: Good) -> list[tuple[str, int]]:
    """Where it lies and how many pieces."""
    return [(str(one.id), one.pieces) for one in Lot.objects.filter(good=good)]
