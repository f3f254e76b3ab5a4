"""The store as :mod:`peredacha.core.packing` packs from it. Keys of goods and lots are their random names as text."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q, Sum

from peredacha.core.language import Text
from peredacha.core.packing import Good as Thing
from peredacha.core.packing import Lot as Pile
from peredacha.core.packing import Store
from peredacha.rooms.goods.selectors import name_of
from peredacha.rooms.stores.models import Good, Lot, Movement
from peredacha.rooms.stores.selectors.shelves import where_of
from peredacha.rooms.stores.selectors.veiling import veiled_errand


@dataclass(frozen=True)
class Short:
    """A good of which more pieces are wanted than lie there."""

    good: str
    name: str
    wanted: int
    there: int

    @property
    def missing(self) -> int:
        """How many more are needed."""
        return self.wanted - self.there


def store_of(chapter: str, *, on: date) -> Store:
    """Everything that can be packed on that day: every good, and the lots of which there are pieces that are good."""
    goods = {str(one.id): thing(one) for one in Good.objects.filter(chapter=chapter) if not one.gone}
    rows = Lot.objects.filter(good__chapter=chapter, good__gone=False, pieces__gt=0).select_related("place")
    fresh = rows.filter(Q(best_before=None) | Q(best_before__gte=on))
    piles = (Pile(str(one.id), str(one.good_id), one.pieces, one.best_before, where_of(one)) for one in fresh)
    return Store(goods, tuple(piles))


def thing(good: Good) -> Thing:
    """A good as it is packed."""
    groups = frozenset(good.groups.split())
    return Thing(str(good.id), named(good), good.grams, groups, good.size, good.season)


def named(good: Good) -> Text:
    """Its name in each language that it has."""
    return {"ru": good.name_ru, **({"en": good.name_en} if good.name_en else {})}


def shortage(chapter: str, wanted: Mapping[str, int], *, on: date) -> list[Short]:
    """The goods of which fewer pieces lie there on that day than are wanted, the most missing first.

    ``wanted``: pieces by the key of a good; a key that nobody knows is left out.
    """
    there: dict[str, int] = {}
    for pile in store_of(chapter, on=on).lots:
        there[pile.good] = there.get(pile.good, 0) + pile.pieces
    goods = goods_by_key(chapter, wanted)
    found = [Short(key, name_of(good), wanted[key], there.get(key, 0)) for key, good in goods.items()]
    return sorted((one for one in found if one.missing > 0), key=lambda one: (-one.missing, one.name))


def weight_of(chapter: str, pieces: Mapping[str, int]) -> int:
    """What these pieces by the key of their good weigh together [grams], without a box."""
    return sum(good.grams * pieces[key] for key, good in goods_by_key(chapter, pieces).items())


def goods_by_key(chapter: str, keys: Iterable[str]) -> dict[str, Good]:
    """The goods of the chapter that these keys name."""
    names = [name for name in map(uuid_of, keys) if name]
    return {str(one.id): one for one in Good.objects.filter(chapter=chapter, id__in=names)}


def held_for(errand: UUID) -> dict[str, int]:
    """Pieces by the key of their good that were taken for a parcel and not put back."""
    moved = Movement.objects.filter(errand=veiled_errand(errand)).order_by()
    totals = moved.values_list("lot__good").annotate(total=Sum("pieces"))
    return {str(good): -total for good, total in totals if total < 0}


def uuid_of(key: str) -> UUID | None:
    """A key as the random name that it is; None where it is none."""
    try:
        return UUID(key)
    except ValueError:
        return None
