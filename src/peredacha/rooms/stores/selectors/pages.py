"""Everything that the page of one good shows."""

from dataclasses import dataclass
from datetime import date

from peredacha.rooms.goods.selectors import kinds_in_words, name_of, weight_in_words
from peredacha.rooms.stores.models import Good
from peredacha.rooms.stores.selectors.events import movements_of
from peredacha.rooms.stores.selectors.shelves import LotLine, lots_of


@dataclass(frozen=True)
class GoodPage:
    """One good in the words of the page."""

    name: str
    about: str
    """One piece, its weight, its kinds."""
    lots: tuple[LotLine, ...]
    history: tuple[dict[str, str], ...]
    codes: tuple[str, ...]


def good_page(good: Good, today: date) -> GoodPage:
    """A good with its lots and its last events."""
    told = (str(good.get_unit_display()), weight_in_words(good.grams), kinds_in_words(good), season_of(good))
    codes = good.barcodes.order_by("code").values_list("code", flat=True)
    about = ", ".join(one for one in told if one)
    return GoodPage(
        name_of(good), about, tuple(lots_of(good, today)), tuple(movements_of(good)), tuple(codes)
    )


def season_of(good: Good) -> str:
    """Its season in words; empty for the whole year."""
    return str(good.get_season_display()) if good.season else ""
