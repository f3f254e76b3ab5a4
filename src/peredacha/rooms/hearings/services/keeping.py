"""A court's card that somebody brings: laid down to be looked at, kept with what was chosen, or thrown away."""

from collections.abc import Collection
from dataclasses import asdict
from datetime import datetime
from typing import IO

from django.db import transaction

from peredacha.core.courtcards import CourtCard, read_card, read_card_file
from peredacha.core.facts import Told
from peredacha.design.wording import said
from peredacha.rooms.conversations.services import author_of
from peredacha.rooms.hearings.models import CardRow
from peredacha.rooms.hearings.services.changing import ChangedMeanwhile, settled
from peredacha.rooms.hearings.services.comparing import Compared, compared
from peredacha.rooms.hearings.services.shelf import KeptCard, Shelf, packed_card, read_shelf
from peredacha.rooms.hearings.services.standing import clock_of, locked
from peredacha.rooms.matters.models import FactRow
from peredacha.rooms.matters.services import MatterFile
from peredacha.rooms.vault.services import Keys, renewed_if_stale, rewrite_row, write_row, write_rows

MOST_BYTES = 8 * 1024 * 1024
"""Of a saved page so much is read at most; core refuses what is longer than one card."""


def read_brought(text: str, file: IO[bytes] | None) -> CourtCard | str:
    """The card in what was pasted, or in the bytes of a saved page; or one sentence that says what to bring."""
    found = read_card_file(file.read(MOST_BYTES + 1)) if file else read_card(text)
    return found if isinstance(found, CourtCard) else " ".join(map(said, found))


@transaction.atomic
def lay_down(*, keys: Keys, file: MatterFile, card: CourtCard, now: datetime) -> None:
    """Keep a card sealed until somebody has looked at it, in place of one that waits already. Raises TooLong."""
    fresh = locked(keys=keys, file=file, now=now)
    shelf, safe = read_shelf(fresh), renewed_if_stale(keys, fresh.safe)
    content = packed_card(card, kind="waiting", by=author_of(keys), at=now.isoformat())
    row = shelf.waiting.row if shelf.waiting else shelf.free
    if row:
        rewrite_row(row, safe, content)
    else:
        write_row(CardRow, safe, content)


def comparison(file: MatterFile, shelf: Shelf, *, now: datetime) -> Compared | None:
    """What keeping the card that waits would change; None when none waits."""
    if shelf.waiting is None:
        return None
    card = shelf.waiting.card
    return compared(file, shelf, card, today=now.astimezone(clock_of(file, card.court)).date())


@transaction.atomic
def keep_card(*, keys: Keys, file: MatterFile, mark: str, chosen: Collection[str], now: datetime) -> None:
    """Keep the card that waits under this mark, and tell the facts that were chosen, all in one step.

    Raises ChangedMeanwhile when another card waits, or none; TooLong.
    """
    fresh = locked(keys=keys, file=file, now=now)
    shelf = read_shelf(fresh)
    waiting, told = waiting_with(shelf, mark), comparison(fresh, shelf, now=now)
    by, safe = author_of(keys), renewed_if_stale(keys, fresh.safe)
    proposals = told.proposals if told else ()
    facts = [fact for one in proposals if one.key in chosen for fact in one.facts]
    if facts:
        write_rows(FactRow, safe, [Told(fact, by, now.isoformat()).packed() for fact in facts])
    rewrite_row(waiting.row, safe, packed_card(waiting.card, kind="card", by=by, at=now.isoformat()))
    settled(keys, locked(keys=keys, file=file, now=now), now)


@transaction.atomic
def throw_away(*, keys: Keys, file: MatterFile, mark: str, now: datetime) -> None:
    """The card that waits is not kept. Raises ChangedMeanwhile."""
    fresh = locked(keys=keys, file=file, now=now)
    waiting = waiting_with(read_shelf(fresh), mark)
    rewrite_row(
        waiting.row,
        renewed_if_stale(keys, fresh.safe),
        {"kind": "empty", "by": asdict(author_of(keys)), "at": now.isoformat()},
    )


def waiting_with(shelf: Shelf, mark: str) -> KeptCard:
    """The card that waits under this mark. Raises ChangedMeanwhile."""
    if shelf.waiting is None or shelf.waiting.mark != mark:
        raise ChangedMeanwhile
    return shelf.waiting
