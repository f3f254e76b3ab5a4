"""The board of the packers: a page of cards; all of them are opened only where a filter looks into them."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from peredacha.rooms.board.selectors import open_parcels, with_cards
from peredacha.rooms.errands.selectors import packers_of
from peredacha.rooms.parcels.models import BoardCard
from peredacha.rooms.parcels.services import OpenCard, open_cards, scanned_cards
from peredacha.rooms.vault.services import Keys

PAGE = 30


@dataclass(frozen=True)
class BoardFilters:
    """What is asked for: ``until`` a day, a coarse ``state``, the public id of a ``facility``, a ``kind``, whose."""

    until: date | None = None
    state: str = ""
    facility: str = ""
    kind: str = ""
    held_by: UUID | None = None

    @property
    def needs_cards(self) -> bool:
        """Whether every card must be opened to know what is shown."""
        return bool(self.facility or self.kind)


@dataclass(frozen=True, repr=False)
class Board:
    """One page of the board."""

    cards: tuple[OpenCard, ...]
    total: int
    page: int
    filters: BoardFilters
    sits: bool
    """Whether these keys sit among the packers of the chapter."""

    @property
    def has_next(self) -> bool:
        """Whether there is a page after this one."""
        return self.page * PAGE < self.total


def board(keys: Keys, chapter: str, *, filters: BoardFilters, page: int = 1) -> Board:
    """Parcels of a chapter that have not ended, those due first; 30 a page, the first page is 1."""
    holder = packers_of(chapter)
    if holder is None or keys.pair_of(holder.id) is None:
        return Board((), 0, 1, filters, sits=False)
    found = open_parcels(chapter, state=filters.state, until=filters.until, held_by=filters.held_by)
    if filters.needs_cards:
        seen = scanned_cards(keys, found, holding=filters.facility)
        fitting = [name for name, card in seen if fits(card, filters)]
        total, number = len(fitting), within(page, len(fitting))
        names = fitting[(number - 1) * PAGE : number * PAGE]
    else:
        total = found.count()
        number = within(page, total)
        names = list(found.values_list("id", flat=True)[(number - 1) * PAGE : number * PAGE])
    return Board(tuple(open_cards(keys, with_cards(names))), total, number, filters, sits=True)


def within(page: int, total: int) -> int:
    """The page, or the nearest that there is."""
    return min(max(page, 1), max(1, -(-total // PAGE)))


def fits(card: BoardCard, filters: BoardFilters) -> bool:
    """Whether a card is of the facility and the kind that are asked for."""
    asked = ((filters.facility, card.facility), (filters.kind, card.kind))
    return all(not wanted or wanted == has for wanted, has in asked)


def places_on_board(keys: Keys, chapter: str) -> list[tuple[str, int]]:
    """The facilities of the parcels that have not ended and how many each has, the most first."""
    cards = (card for _name, card in scanned_cards(keys, open_parcels(chapter)))
    return Counter(one.facility for one in cards if one.facility).most_common()
