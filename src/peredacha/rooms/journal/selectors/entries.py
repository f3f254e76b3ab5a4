"""The entries of a matter, for those who can make its tags."""

from collections.abc import Iterable

from peredacha.rooms.journal.models import Entry


def entries_for(tags: Iterable[bytes]) -> tuple[Entry, ...]:
    """Every entry that bears one of ``tags``, the oldest first. No tags, no entries."""
    return tuple(Entry.objects.filter(subject_tag__in=list(tags)).order_by("number"))
