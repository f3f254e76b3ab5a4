"""Letters printed in one go, each with its number: sheet with the address, the text, a form to answer on."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from re import search

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from peredacha.core.slips import LINE, NAME, AddressSheet, Code, LetterText, ReplyForm, Sheet
from peredacha.gateways.slips import print_slips
from peredacha.rooms.errands.models import Recipient
from peredacha.rooms.facilities.selectors import find_facility
from peredacha.rooms.letters.models import Correspondent, Letter, LetterState
from peredacha.rooms.letters.selectors import code_of
from peredacha.rooms.letters.services import OpenLetter, erased_after, errands_behind
from peredacha.rooms.postroom.services.reading import shelf
from peredacha.rooms.vault.services import Keys

MOST_AT_ONCE = 200
"""So many letters are printed in one go."""


@dataclass(frozen=True, repr=False)
class Address:
    """To whom and where, as it stands on paper; ``facility``: the public id of its card, or empty."""

    to: str
    place: str
    index: str = ""
    facility: str = ""


@dataclass(frozen=True, repr=False)
class Printed:
    """One PDF, how many letters are in it, and of which aliases no letter could be addressed."""

    body: bytes
    letters: int
    without_address: tuple[str, ...]


class NothingToPrint(Exception):
    """No letter can be printed; ``without_address``: aliases whose address is missing or too long."""

    def __init__(self, without_address: tuple[str, ...] = ()) -> None:
        """With those left out."""
        super().__init__()
        self.without_address = without_address


def address_of(known: Recipient, *, now: datetime) -> Address | None:
    """How an envelope is addressed; None where something is missing, or fits on no envelope."""
    card = find_facility(known.facility, today=timezone.localdate(now)) if known.facility else None
    place = (card.address or card.name) if card else known.place
    index = search(r"(?<!\d)\d{6}(?!\d)", place)
    parts = (place.replace(index[0], "") if index else place).split(",")
    where = ", ".join(filter(None, map(str.strip, parts)))
    if card and card.address and len(where) + len(card.name) + 2 <= LINE:
        where = f"{card.name}, {where}"
    year = known.born_on[:4] or known.birth_year
    to = f"{known.name}, {year} г. р." if year else known.name
    fits = 0 < len(where) <= LINE and bool(known.surname) and len(to) <= NAME
    return Address(to, where, index[0] if index else "", known.facility) if fits else None


def print_letters(*, keys: Keys, back_to: Sequence[str], again: bool = False, now: datetime) -> Printed:
    """What was let through, with its numbers; ``again``: once more what was printed and not posted yet.

    ``back_to``: lines of the address for answers; they are printed and not kept. A letter whose person cannot be
    addressed waits. Raises NothingToPrint, NotPrinted.
    """
    state = LetterState.PRINTED if again else LetterState.PASSED
    ready, left_out = addressed(keys, shelf(keys, state, now=now).letters, now=now)
    if not ready:
        raise NothingToPrint(left_out)
    numbers = {one.row.id: numbered(one.row, LetterState.PRINTED, now=now) for one, _address in ready}
    sheets = [
        sheet
        for one, address in ready
        if (number := numbers[one.row.id])
        for sheet in sheets_of(one, address, number, back_to)
    ]
    return Printed(print_slips(sheets), sum(1 for one in numbers.values() if one), left_out)


def addressed(
    keys: Keys, letters: Sequence[OpenLetter], *, now: datetime
) -> tuple[list[tuple[OpenLetter, Address]], tuple[str, ...]]:
    """The letters with their addresses, and the aliases of those without one."""
    ready: list[tuple[OpenLetter, Address]] = []
    left_out: dict[str, None] = {}
    for one in letters[:MOST_AT_ONCE]:
        errands = errands_behind(keys, one.row, now=now)
        address = address_of(errands.recipient, now=now) if errands else None
        if address:
            ready.append((one, address))
        else:
            left_out[one.alias] = None
    return ready, tuple(left_out)


@transaction.atomic
def numbered(letter: Letter, state: LetterState, *, now: datetime) -> int | None:
    """The number of a letter that goes on; None where letters were stopped meanwhile, or it left already."""
    Correspondent.objects.select_for_update().filter(id=letter.correspondent_id).first()
    fresh = Letter.objects.filter(
        id=letter.id, state__in=(LetterState.PASSED, LetterState.PRINTED), correspondent__stopped=False
    ).first()
    if fresh is None:
        return None
    others = Letter.objects.filter(correspondent=fresh.correspondent_id)
    number = fresh.number or (others.aggregate(last=Max("number"))["last"] or 0) + 1
    Letter.objects.filter(id=fresh.id).update(state=state, number=number, erase_on=erased_after(now))
    return number


def sheets_of(one: OpenLetter, address: Address, number: int, back_to: Sequence[str]) -> Iterator[Sheet]:
    """The three papers of a letter."""
    code, sender = Code(code_of(one.row.id)), tuple(back_to)
    yield AddressSheet(number, address.to, address.place, address.index, sender, code=code)
    yield LetterText(number, tuple(filter(None, map(str.strip, one.text.split("\n")))), code)
    yield ReplyForm(number, sender, code=code)
