"""What is typed or scanned at the shelf."""

from peredacha.rooms.stores.forms.naming import DriveForm, KitForm, KitLineForm, PlaceForm
from peredacha.rooms.stores.forms.scanning import FindForm
from peredacha.rooms.stores.forms.stocking import CountForm, MoveForm, ReceiveForm, WriteOffForm

__all__ = [
    "CountForm",
    "DriveForm",
    "FindForm",
    "KitForm",
    "KitLineForm",
    "MoveForm",
    "PlaceForm",
    "ReceiveForm",
    "WriteOffForm",
]
