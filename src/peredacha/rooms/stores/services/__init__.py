"""What the room does; what packing asks, and what a good is made with, is named here too."""

from peredacha.design.one_form import NotDone
from peredacha.rooms.goods.services import GoodDraft, Loaded, add_code, add_good
from peredacha.rooms.stores.selectors import Short, shortage, store_of, weight_of
from peredacha.rooms.stores.services.events import (
    Lacking,
    Movements,
    NotThere,
    forget,
    hold,
    leave,
    put_back,
    take,
)
from peredacha.rooms.stores.services.kits import drop_kit, make_kit, set_line
from peredacha.rooms.stores.services.places import add_drive, name_place
from peredacha.rooms.stores.services.stocking import Delivery, count_lot, receive, transfer, write_off
from peredacha.rooms.stores.services.tables import load_goods

__all__ = [
    "Delivery",
    "GoodDraft",
    "Lacking",
    "Loaded",
    "Movements",
    "NotDone",
    "NotThere",
    "Short",
    "add_code",
    "add_drive",
    "add_good",
    "count_lot",
    "drop_kit",
    "forget",
    "hold",
    "leave",
    "load_goods",
    "make_kit",
    "name_place",
    "put_back",
    "receive",
    "set_line",
    "shortage",
    "store_of",
    "take",
    "transfer",
    "weight_of",
    "write_off",
]
