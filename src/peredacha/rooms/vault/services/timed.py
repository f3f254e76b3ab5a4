"""Access for a time: given with its purpose, over by itself, and still told when it is over."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from peredacha.rooms.vault.models import Grant, Holder, Safe, TermRow
from peredacha.rooms.vault.services.keyring import Keys
from peredacha.rooms.vault.services.rows import read_rows, write_row
from peredacha.rooms.vault.services.safes import OpenSafe, Term, grant


@dataclass(frozen=True)
class TermOn:
    """An access to a safe for a time: to whom, until when and what for, and whether it runs."""

    holder: UUID
    term: Term
    runs: bool


@transaction.atomic
def grant_for(*, keys: Keys, opened: OpenSafe, holder: Holder, term: Term) -> None:
    """Let a holder read until the term ends, and write that into the safe for whoever reads it later."""
    grant(keys=keys, opened=opened, holder=holder, term=term)
    told = {"holder": str(holder.id), "ends_at": term.ends_at.isoformat(), "purpose": term.purpose}
    write_row(TermRow, opened, told)


def terms_on(safe: UUID, opened: OpenSafe, *, now: datetime) -> list[TermOn]:
    """Every access for a time that was given to a safe, the newest first; damaged lines are left out."""
    granted = set(Grant.objects.filter(safe=safe, ends_on__isnull=False).values_list("holder", flat=True))
    found = []
    for read in read_rows(TermRow.objects.filter(safe=safe).order_by("-sequence"), opened):
        if read.content is not None:
            holder = UUID(read.content["holder"])
            term = Term(datetime.fromisoformat(read.content["ends_at"]), read.content["purpose"])
            found.append(TermOn(holder, term, holder in granted and now < term.ends_at))
    return found


@transaction.atomic
def close_expired(today: date) -> int:
    """Delete the grants whose last day is over, and mark their safes to be renewed; needs no keys."""
    over = Grant.objects.filter(ends_on__lt=today)
    Safe.objects.filter(id__in=list(over.values_list("safe", flat=True))).update(stale=True)
    return over.delete()[0]
