"""Tables of the stores; none of them holds a person. What lies there is named in the room of the goods."""

from peredacha.rooms.goods.models import Good
from peredacha.rooms.stores.models.events import INCOMING, Drive, Movement, MovementKind
from peredacha.rooms.stores.models.kits import Kit, KitLine
from peredacha.rooms.stores.models.shelves import LONGEST_PLACE, LONGEST_SHELF, MOST_PIECES, Lot, Place

__all__ = [
    "INCOMING",
    "LONGEST_PLACE",
    "LONGEST_SHELF",
    "MOST_PIECES",
    "Drive",
    "Good",
    "Kit",
    "KitLine",
    "Lot",
    "Movement",
    "MovementKind",
    "Place",
]
