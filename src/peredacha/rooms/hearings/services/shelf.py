"""The sealed rows of the room put in order: cards as they were read, one that waits, every yes to be public."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from pydantic import TypeAdapter, ValidationError

from peredacha.core.courtcards import CourtCard, is_same_case
from peredacha.core.facts import Author
from peredacha.rooms.hearings.models import CardRow
from peredacha.rooms.hearings.selectors import rows_of
from peredacha.rooms.matters.services import MatterFile
from peredacha.rooms.vault.services import missing_places, read_rows

CARD: TypeAdapter[CourtCard] = TypeAdapter(CourtCard)
MOST_UNREAD, LONGEST_UNREAD = 40, 200


@dataclass(frozen=True, repr=False)
class KeptCard:
    """A card as it was read; ``mark``: a random name inside the seal."""

    row: CardRow
    mark: str
    card: CourtCard
    by: Author
    at: str


@dataclass(frozen=True, repr=False)
class DoorTold:
    """A yes to make one hearing public, and which public hearing came of it."""

    open: UUID
    """The random name of the public hearing."""
    hearing: str
    """The key of the hearing: the moment at which it was first told of."""
    at: str
    """Its moment when the public one was last told."""
    court: str
    """Its court then, as the matter tells it."""
    until: date
    yes: str
    """Who of the family said yes, where a helper wrote it down."""
    by: Author
    said_at: str
    withdrawn: bool = False


@dataclass(frozen=True, repr=False)
class Door:
    """A yes in its row."""

    row: CardRow
    told: DoorTold


@dataclass(frozen=True, repr=False)
class Shelf:
    """Everything of this room about a matter."""

    cards: tuple[KeptCard, ...]
    waiting: KeptCard | None
    free: CardRow | None
    """A row that holds nothing any more and can be used again."""
    doors: tuple[Door, ...]
    damaged: int
    missing: int

    def last_of(self, card: CourtCard) -> KeptCard | None:
        """The newest card of the same case."""
        return next((one for one in reversed(self.cards) if is_same_case(one.card, card)), None)

    def door_of(self, key: str, at: str) -> Door | None:
        """The yes that holds for a hearing: by its key, or by the moment at which it stands."""
        holding = [one for one in reversed(self.doors) if not one.told.withdrawn]
        by_key = next((one for one in holding if one.told.hearing == key), None)
        return by_key or next((one for one in holding if one.told.at == at), None)


DOOR: TypeAdapter[DoorTold] = TypeAdapter(DoorTold)


def packed_card(card: CourtCard, *, kind: str, by: Author, at: str) -> dict[str, Any]:
    """A card as the content of a sealed row; of lines that were not understood only the first."""
    unread = tuple(line[:LONGEST_UNREAD] for line in card.unread[:MOST_UNREAD])
    told = CARD.dump_python(replace(card, unread=unread), mode="json")
    return {"kind": kind, "mark": str(uuid4()), "card": told, "by": asdict(by), "at": at}


def packed_door(told: DoorTold) -> dict[str, Any]:
    """A yes as the content of a sealed row."""
    return {"kind": "door", "door": DOOR.dump_python(told, mode="json")}


def read_shelf(file: MatterFile) -> Shelf:
    """Everything of this room about a matter; what is damaged is counted and breaks nothing else."""
    rows = rows_of(file.safe.id)
    cards: list[KeptCard] = []
    waiting: KeptCard | None = None
    free: CardRow | None = None
    doors: list[Door] = []
    damaged = 0
    for read in read_rows(rows, file.safe):
        content = read.content or {}
        try:
            if content["kind"] == "empty":
                free = read.row
            elif content["kind"] == "door":
                doors.append(Door(read.row, DOOR.validate_python(content["door"])))
            elif content["kind"] == "waiting":
                waiting = read_card_row(read.row, content)
            else:
                cards.append(read_card_row(read.row, content))
        except (KeyError, TypeError, ValueError, ValidationError):
            damaged += 1
    return Shelf(tuple(cards), waiting, free, tuple(doors), damaged, len(missing_places(rows)))


def read_card_row(row: CardRow, content: Mapping[str, Any]) -> KeptCard:
    """The card in a row. Raises KeyError, TypeError, ValueError, ValidationError for one that makes no sense."""
    card = CARD.validate_python(content["card"])
    return KeptCard(row, content["mark"], card, Author(**content["by"]), content["at"])
