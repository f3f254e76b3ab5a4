"""The clock of letters: after half a year without a word the letter and its answers go; counters stay. Needs no key."""

from datetime import date

from django.db import transaction

from peredacha.rooms.conversations.services import remove_blobs
from peredacha.rooms.letters.models import Letter, Offer, ReplyScan
from peredacha.rooms.vault.services import erase_safes


def erase_due(*, today: date) -> int:
    """Erase letters whose clock has run out, and old offers; for the chores. Gives how many letters."""
    Offer.objects.filter(day__lt=today).delete()
    due = list(Letter.objects.filter(erase_on__lte=today).order_by("erase_on", "id"))
    for one in due:
        erase_letter(one)
    return len(due)


@transaction.atomic
def erase_letter(letter: Letter) -> None:
    """One letter with its answers, in every table and file."""
    names = list(ReplyScan.objects.filter(reply__letter=letter).values_list("blob", flat=True))
    letter.delete()
    erase_safes([letter.safe_id])
    remove_blobs(names)
