"""The clock: two weeks after its end a parcel is erased with everything that says who it was for; counters stay."""

from datetime import date

from django.db import transaction

from peredacha.rooms.matters.models import Matter
from peredacha.rooms.parcels.models import Parcel
from peredacha.rooms.parcels.selectors import due_parcels, parcels_of_matter
from peredacha.rooms.stores.services import forget
from peredacha.rooms.vault.models import Safe
from peredacha.rooms.vault.services import erase_safes


def erase_due(today: date) -> int:
    """Erase every parcel whose clock has run out; gives how many. Needs no key; press the bytes out afterwards."""
    due = due_parcels(today)
    for parcel in due:
        erase_parcel(parcel)
    return len(due)


@transaction.atomic
def erase_parcel(parcel: Parcel) -> None:
    """The safe with its rows, salt, card and clear row; the store forgets for which parcel it gave its things."""
    Safe.objects.select_for_update().filter(id=parcel.safe_id).first()
    forget(errand=parcel.id)
    erase_safes([parcel.safe_id])


def let_go(matter: Matter) -> None:
    """Before a matter is erased: the store forgets for which of its parcels it gave things. Needs no key."""
    for parcel in parcels_of_matter(matter):
        forget(errand=parcel.id)
