"""Entries of an erased matter, emptied of everything that could lead to somebody."""

from collections.abc import Iterable

from django.db import transaction

from peredacha.rooms.journal.models import Entry
from peredacha.rooms.journal.services.recording import locked_head


@transaction.atomic
def blank_entries(subject_tags: Iterable[bytes]) -> int:
    """Take actor, tag, salt and sealed part out of the entries that bear one of the tags; how many they were.

    Day, act, chapter and the digests stay, so the chain still closes and the month still counts them.
    """
    head = locked_head()
    found = Entry.objects.filter(subject_tag__in=list(subject_tags))
    blanked = found.update(actor=None, subject_tag=None, sealed=None, salt=None)
    head.blanked += blanked
    head.save(update_fields=["blanked"])
    return blanked
