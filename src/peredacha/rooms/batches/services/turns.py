"""Who is packed for first: whoever stands first in the one list of the least served."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from peredacha.core.packing.worth import LONGEST_WAIT
from peredacha.core.turns import LAST, Turn, turn_of, weight
from peredacha.rooms.boxes.services import Table
from peredacha.rooms.errands.selectors import all_errands
from peredacha.rooms.errands.services import served_cards
from peredacha.rooms.parcels.selectors import last_parcels
from peredacha.rooms.parcels.services import OpenCard
from peredacha.rooms.vault.services import Keys


def in_turn(
    keys: Keys, chapter: str, cards: Sequence[OpenCard], *, today: date
) -> list[tuple[OpenCard, Turn | None]]:
    """These parcels in the order of the list, each with how long its person waits; None where nothing is known."""
    rows = all_errands(chapter, [one.parcel.matter_id for one in cards])
    last = last_parcels(chapter, served_cards(keys, rows))
    turns = {
        one.matter_id: turn_of(
            one.id.bytes, {"parcel": last.get(one.matter_id)}, came=one.matter.week, today=today
        )
        for one in rows
    }
    places = {matter: weight(one, today=today, kind="parcel") for matter, one in turns.items()}
    ordered = sorted(cards, key=lambda one: places.get(one.parcel.matter_id, LAST))
    return [(one, turns.get(one.parcel.matter_id)) for one in ordered]


def waiting_in_turn(tables: Sequence[Table], days: Sequence[int]) -> list[Table]:
    """The tables with how long each waits [days], so that each waits longer than the next one.

    Of two who wait equally long the lot has decided already, and the packing is to know it.
    """
    waits = falling(days, LONGEST_WAIT)
    return [
        replace(table, order=replace(table.order, waits=number))
        for table, number in zip(tables, waits, strict=True)
    ]


def falling(days: Sequence[int], most: int) -> list[int]:
    """Numbers from 0 to ``most`` near these, each smaller than the one before it, as far as there is room for that.

    >>> falling([400, 400, 30, 30], 180)
    [180, 179, 31, 30]
    """
    found: list[int] = []
    for number in reversed(days):
        found.append(max(number, found[-1] + 1 if found else 0))
    steps = min(len(found), most + 1)
    return [min(number, most - place * steps // len(found)) for place, number in enumerate(reversed(found))]
