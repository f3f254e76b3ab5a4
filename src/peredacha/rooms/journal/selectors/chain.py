"""Whether the chain is whole, read link by link while others go on writing.

It shows what was changed, taken out, moved or cut off by somebody who touches single rows. Somebody who can
rewrite every row can also make a new chain: against that, write down the mark of today and ask for it later.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Q, Subquery
from django.db.models.functions import Coalesce

from peredacha.rooms.journal.models import ChainHead, Entry
from peredacha.rooms.journal.models.entries import START


@dataclass(frozen=True)
class Mark:
    """The end of the chain at one moment: how many entries, and the digest of the last one."""

    count: int
    digest: bytes

    def __str__(self) -> str:
        return f"{self.count}:{self.digest.hex()}"

    @classmethod
    def read(cls, text: str) -> "Mark":
        """The mark that was written down; raises ValueError when it is none."""
        count, _, digest = text.strip().partition(":")
        mark = cls(int(count), bytes.fromhex(digest))
        if mark.count < 0 or len(mark.digest) != len(START):
            raise ValueError("not a mark of a journal")
        return mark


@dataclass(frozen=True)
class Wrong:
    """The first entry that is not as it was written.

    ``kind``: ``missing``, ``changed`` (the entry itself), ``moved`` (it does not follow the one before),
    ``foreign`` (beyond the end), ``emptied`` (blanked by another hand than the house's), ``unknown`` (a mark
    that was written down is not in this chain).
    """

    number: int
    kind: str


@dataclass(frozen=True)
class Verdict:
    """What the reading found: the mark of the end, and the first wrong entry or None."""

    mark: Mark
    wrong: Wrong | None


def verify_chain(seen: Mark | None = None) -> Verdict:
    """Read the whole chain, with ``seen`` also whether that former end still stands in it."""
    head = ChainHead.objects.filter(pk=1).first() or ChainHead()
    mark = Mark(head.count, bytes(head.digest))
    first = next(_wrong_links(mark, seen), None) or _foreign() or _emptied(head)
    return Verdict(mark, first)


def _wrong_links(mark: Mark, seen: Mark | None) -> Iterator[Wrong]:
    """What is wrong from the first to the last entry of the mark, in the order of the numbers."""
    expected, previous = 1, START
    entries = Entry.objects.filter(number__range=(1, mark.count)).order_by("number")
    for entry in entries.iterator(chunk_size=1000):
        if entry.number != expected:
            yield Wrong(expected, "missing")
        if bytes(entry.previous) != previous:
            yield Wrong(entry.number, "moved")
        if bytes(entry.digest) != entry.hashed_link() or not _content_stands(entry):
            yield Wrong(entry.number, "changed")
        expected, previous = entry.number + 1, bytes(entry.digest)
        if seen and entry.number == seen.count and previous != seen.digest:
            yield Wrong(entry.number, "unknown")
    if expected != mark.count + 1:
        yield Wrong(expected, "missing")
    if previous != mark.digest:
        yield Wrong(max(mark.count, 1), "changed")
    if seen and seen.count > mark.count:
        yield Wrong(mark.count + 1, "missing")


def _content_stands(entry: Entry) -> bool:
    return entry.blank or bytes(entry.content_hash) == entry.hashed_content()


def _foreign() -> Wrong | None:
    """An entry outside the chain. End and entries are asked in one statement, so that a new one is none."""
    end = Coalesce(Subquery(ChainHead.objects.filter(pk=1).values("count")), 0)
    beyond = Entry.objects.filter(Q(number__lt=1) | Q(number__gt=end)).order_by("number")
    number = beyond.values_list("number", flat=True).first()
    return None if number is None else Wrong(number, "foreign")


def _emptied(before: ChainHead) -> Wrong | None:
    """An entry blanked past the house: more or fewer are blank than the head counted meanwhile."""
    blank = Entry.objects.filter(salt=None)
    found = blank.count()
    after = ChainHead.objects.filter(pk=1).first() or before
    if before.blanked <= found <= after.blanked:
        return None
    return Wrong(blank.order_by("number").values_list("number", flat=True).first() or before.count, "emptied")
