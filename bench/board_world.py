"""Makes a chapter with many open parcels, and as many matters, in the database that the environment names.

board_world.py PARCELS. Prints JSON: the pages to ask for, and the cookie of Pavel.
"""

import json
import sys
from copy import copy
from dataclasses import replace
from datetime import datetime, timedelta
from random import Random
from uuid import UUID, uuid4

from django.db import transaction
from world import NAMES, SLICE, flushed_to_disk, many_matters, signed_in

from peredacha.core.carried import COARSE, ENDS
from peredacha.core.facts import Author, Fact, Person, Request
from peredacha.rooms.board.services import BoardFilters, board
from peredacha.rooms.errands.selectors import packers_of
from peredacha.rooms.facilities.selectors import list_facilities
from peredacha.rooms.matters.models import Matter
from peredacha.rooms.matters.selectors import queue_of
from peredacha.rooms.matters.services import open_by_helper, open_cards, open_file
from peredacha.rooms.parcels.models import BoardCard, Parcel, ParcelCard, ParcelRequest, WishLine
from peredacha.rooms.parcels.services import ParcelFile, ask_parcel
from peredacha.rooms.parcels.services.cards import drawn_card, sealed_card
from peredacha.rooms.people.services import COOKIE
from peredacha.rooms.salts.services import make_salts
from peredacha.rooms.vault.models import Holder, Safe
from peredacha.rooms.vault.services import Keys

KINDS = ("parcel", "parcel", "parcel", "packet", "medicine")
STATES = [state for state in COARSE if state not in ENDS]
FACILITIES = 12
"""So many places share the parcels of a chapter."""
FAR = 4
"""A page of the board that is not the first one."""


def main(parcels: int) -> None:
    """Make both and print where they are."""
    flushed_to_disk()
    now, chance = datetime.now().astimezone(), Random(1930)
    visit, pavel = signed_in(now)
    like = one_parcel(pavel, now)
    many_matters(pavel, like.row.matter, parcels, now)
    places = [one.public_id for one in list_facilities()][:FACILITIES]
    matters = list(Matter.objects.values_list("id", flat=True)[:parcels])
    for start in range(0, len(matters), SLICE):
        some(like, matters[start : start + SLICE], places, chance)
    chapter = like.row.chapter
    check(pavel, chapter, parcels, places[0])
    told = {
        "board": "/parcels/board/",
        "later": f"/parcels/board/?page={FAR}",
        "place": f"/parcels/board/?at={places[0]}",
        "places": "/parcels/places/",
        "queue": "/desk/",
    }
    print(json.dumps({"cookie": COOKIE, "token": visit.token, "pages": told}))


def one_parcel(pavel: Keys, now: datetime) -> ParcelFile:
    """A matter that a helper opened, and a parcel in it."""
    facts: list[Fact] = [Request(asks=("parcel",)), Person(surname="Кузнецов", given="Илья", sex="m")]
    matter = open_by_helper(keys=pavel, facts=facts, author=Author(), now=now)
    file = open_file(pavel, matter, now=now)
    if file is None:
        raise SystemExit("the matter does not open for who made it")
    request = ParcelRequest(wishes=(WishLine("tea"), WishLine("honey"), WishLine("underwear")))
    return ask_parcel(keys=pavel, file=file, request=request, now=now)


@transaction.atomic
def some(like: ParcelFile, matters: list[UUID], places: list[str], chance: Random) -> None:
    """A slice of them, one for each matter; nothing stands in their safes."""
    holder = packers_of(like.row.chapter)
    if holder is None:
        raise SystemExit("the chapter has no packers")
    rows = [(drawn := card(like, places, chance), parcel(like, one, drawn, chance)) for one in matters]
    safes = [one.safe_id for _drawn, one in rows]
    salts = make_salts(safes)
    Safe.objects.bulk_create(Safe(id=safe, salted=True) for safe in safes)
    Parcel.objects.bulk_create(one for _drawn, one in rows)
    ParcelCard.objects.bulk_create(
        sealed(like, one, drawn, holder, salts[one.safe_id]) for drawn, one in rows
    )


def card(like: ParcelFile, places: list[str], chance: Random) -> BoardCard:
    """What the board shows of an invented parcel."""
    name = f"Кузнецов{chance.randrange(10_000)} {chance.choice(NAMES)}"
    kind, state, facility = chance.choice(KINDS), chance.choice(STATES), chance.choice(places)
    weight = chance.randrange(20_000)
    return replace(drawn_card(like), name=name, kind=kind, state=state, facility=facility, grams=weight)


def parcel(like: ParcelFile, matter: UUID, drawn: BoardCard, chance: Random) -> Parcel:
    """A parcel of its own, otherwise like the other; not yet stored."""
    one = copy(like.row)
    one._state = copy(like.row._state)
    one.id, one.safe_id, one.matter_id = uuid4(), uuid4(), matter
    one.state = COARSE[drawn.state]
    one.next_on += timedelta(days=chance.randrange(-3, 21))
    one.held_by = like.keys.member if chance.random() < 0.3 else None
    return one


def sealed(like: ParcelFile, one: Parcel, drawn: BoardCard, holder: Holder, salt: bytes) -> ParcelCard:
    """Its card under the card key of the packers; not yet stored."""
    file = replace(like, row=one, safe=replace(like.safe, id=one.safe_id, salt=salt))
    form, body = sealed_card(file, drawn, holder)
    return ParcelCard(parcel_id=one.id, circle_id=holder.id, form=form, sealed=body)


def check(pavel: Keys, chapter: str, parcels: int, place: str) -> None:
    """Stop where the copies are not what the house makes."""
    all_of_them = board(pavel, chapter, filters=BoardFilters())
    there = board(pavel, chapter, filters=BoardFilters(facility=place))
    opened = open_cards(pavel, queue_of(chapter))
    if all_of_them.total < parcels or not all(one.card for one in all_of_them.cards) or not there.total:
        raise SystemExit("cards of the board do not open: bench/board_world.py no longer fits the house")
    if len(opened) < parcels or not all(one.card for one in opened):
        raise SystemExit("cards of the queue do not open: bench/world.py no longer fits the house")


if __name__ == "__main__":
    main(int(sys.argv[1]))
