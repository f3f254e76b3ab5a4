"""What others may read of the stores."""

from peredacha.rooms.stores.selectors.drives import DriveLine, drives_of
from peredacha.rooms.stores.selectors.events import Moved, moved_between, movements_of, sums_of
from peredacha.rooms.stores.selectors.finding import Found, came_lately, find_goods
from peredacha.rooms.stores.selectors.kits import KitView, find_kit, kits_of
from peredacha.rooms.stores.selectors.packing import Short, held_for, shortage, store_of, weight_of
from peredacha.rooms.stores.selectors.pages import GoodPage, good_page
from peredacha.rooms.stores.selectors.places import find_lot, find_place, last_place, places_of, recent_drives
from peredacha.rooms.stores.selectors.shelves import (
    GoodLine,
    LotLine,
    going_off,
    lot_line,
    lots_of,
    running_short,
    shelves,
)
from peredacha.rooms.stores.selectors.veiling import veiled_errand

__all__ = [
    "DriveLine",
    "Found",
    "GoodLine",
    "GoodPage",
    "KitView",
    "LotLine",
    "Moved",
    "Short",
    "came_lately",
    "drives_of",
    "find_goods",
    "find_kit",
    "find_lot",
    "find_place",
    "going_off",
    "good_page",
    "held_for",
    "kits_of",
    "last_place",
    "lot_line",
    "lots_of",
    "moved_between",
    "movements_of",
    "places_of",
    "recent_drives",
    "running_short",
    "shelves",
    "shortage",
    "store_of",
    "sums_of",
    "veiled_errand",
    "weight_of",
]
