"""One act written at the end of the chain."""

import secrets
from datetime import date
from uuid import UUID

from django.db import transaction

from peredacha.rooms.journal.models import Act, ChainHead, Entry
from peredacha.statements import Asked, add, change

SALT_BYTES = 16
HEAD = Asked(
    ChainHead, lambda: ChainHead.objects.select_for_update().filter(pk=1).values_list("count", "digest")
)
MOVED_ON = 'UPDATE "journal_chainhead" SET "count" = %s, "digest" = %s WHERE "id" = 1'


def locked_head() -> ChainHead:
    """The head of the chain, held until the transaction ends: two writers come one after the other."""
    locked = ChainHead.objects.select_for_update().filter(pk=1)
    if head := locked.first():
        return head
    ChainHead.objects.get_or_create(pk=1)
    return locked.get()


def end_of_chain() -> tuple[int, bytes]:
    """The number that comes next and the digest before it, held until the transaction ends."""
    for count, digest in HEAD():
        return count + 1, bytes(digest)
    head = locked_head()
    return head.count + 1, bytes(head.digest)


@transaction.atomic(savepoint=False)
def record(
    *,
    act: str,
    chapter: str,
    actor: UUID | None = None,
    subject_tag: bytes | None = None,
    sealed: bytes | None = None,
    today: date,
) -> Entry:
    """Write one act at the end of the chain; it stands or falls with the caller's transaction.

    ``act``: a word of :class:`Act`. ``chapter``: its key, empty for the whole house. ``actor``: the pseudonym of
    a helper; None for a family or the system. ``subject_tag``: an HMAC [32 bytes] that only the circle of the
    matter can make. ``sealed``: exact time and details, already sealed. Call it last in a transaction: until
    that ends, every other writer of the house waits. Raises ValueError for a word that is no act.
    """
    number, previous = end_of_chain()
    entry = Entry(
        number=number,
        day=today,
        act=Act(act),
        chapter=chapter,
        actor=actor,
        subject_tag=subject_tag,
        sealed=sealed,
        salt=secrets.token_bytes(SALT_BYTES),
        previous=previous,
    )
    entry.content_hash = entry.hashed_content()
    entry.digest = entry.hashed_link()
    add(entry)
    change(ChainHead, MOVED_ON, number, entry.digest)
    return entry
