"""Ready sets, and how many of each the store can give now."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from peredacha.rooms.goods.selectors import name_of, weight_in_words
from peredacha.rooms.stores.models import Kit
from peredacha.rooms.stores.selectors.packing import store_of


@dataclass(frozen=True)
class KitView:
    """A ready set: pieces by good, its weight, and how many whole sets lie there."""

    id: UUID
    name: str
    lines: tuple[tuple[str, str, int], ...]
    """Key of the good, its name, pieces."""
    grams: int
    sets: int

    @property
    def pieces(self) -> dict[str, int]:
        """Pieces by the key of a good."""
        return {key: pieces for key, _name, pieces in self.lines}

    @property
    def weight(self) -> str:
        """Its weight in words, without a box."""
        return weight_in_words(self.grams)


def kits_of(chapter: str, *, on: date) -> list[KitView]:
    """The ready sets of a chapter by name, as the store stands on that day."""
    there: dict[str, int] = {}
    for pile in store_of(chapter, on=on).lots:
        there[pile.good] = there.get(pile.good, 0) + pile.pieces
    return [
        view_of(kit, there) for kit in Kit.objects.filter(chapter=chapter).prefetch_related("lines__good")
    ]


def find_kit(chapter: str, kit: UUID, *, on: date) -> KitView | None:
    """One ready set; None where there is none."""
    return next((one for one in kits_of(chapter, on=on) if one.id == kit), None)


def view_of(kit: Kit, there: dict[str, int]) -> KitView:
    """A set with the pieces that lie there by good."""
    rows = list(kit.lines.all())
    lines = tuple((str(one.good_id), name_of(one.good), one.pieces) for one in rows)
    sets = min((there.get(key, 0) // pieces for key, _name, pieces in lines), default=0)
    return KitView(kit.id, kit.name, lines, sum(one.good.grams * one.pieces for one in rows), sets)
