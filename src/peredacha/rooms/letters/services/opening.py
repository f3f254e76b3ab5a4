"""What lies in the safes of the room, opened: the card of an alias, a letter with all that was said of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from peredacha.rooms.letters.models import AliasRow, Card, Correspondent, Letter, LetterRow
from peredacha.rooms.vault.models import Holder
from peredacha.rooms.vault.selectors import holders_of
from peredacha.rooms.vault.services import Keys, OpenSafe, grant, open_safes, read_rows, renewed_if_stale

NO_CARD = Card()


@dataclass(frozen=True, repr=False)
class OpenCorrespondent:
    """Somebody who may be written to, as these keys open it."""

    row: Correspondent
    keys: Keys
    safe: OpenSafe
    card: Card


@dataclass(frozen=True, repr=False)
class Answer:
    """What of an answer the writer may see: the day on which it came, words; the random name of its row."""

    reply: str
    on: date
    words: str


@dataclass(frozen=True, repr=False)
class OpenLetter:
    """A letter as these keys open it."""

    row: Letter
    keys: Keys
    safe: OpenSafe
    alias: str = ""
    text: str = ""
    card: Card = NO_CARD
    """The card as it was when the text was written."""
    back: str = ""
    """Why it was sent back; empty once it was written again."""
    posted_on: date | None = None
    way: str = ""
    answers: tuple[Answer, ...] = ()
    damaged: int = 0


def open_correspondent(keys: Keys, row: Correspondent, *, now: datetime) -> OpenCorrespondent | None:
    """One card; None where these keys do not open it, or it is damaged."""
    safe = open_safes(keys, [row.safe_id], now=now).get(row.safe_id)
    if safe is None:
        return None
    rows = read_rows(AliasRow.objects.filter(safe_id=safe.id), safe)
    try:
        card = Card.unpacked([one.content or {} for one in rows][-1])
    except (IndexError, TypeError):
        return None
    return OpenCorrespondent(row, keys, safe, card)


def open_letter(keys: Keys, row: Letter, *, now: datetime) -> OpenLetter | None:
    """One letter; None where these keys do not open it."""
    return next(open_letters(keys, [row], now=now), None)


def open_letters(keys: Keys, rows: Sequence[Letter], *, now: datetime) -> Iterator[OpenLetter]:
    """Those of these letters that the keys open, in their order."""
    safes = open_safes(keys, [one.safe_id for one in rows], now=now)
    for row in rows:
        if row.safe_id in safes:
            yield read_letter(keys, row, safes[row.safe_id])


def read_letter(keys: Keys, row: Letter, safe: OpenSafe) -> OpenLetter:
    """The last word on everything about a letter."""
    opened = OpenLetter(row, keys, safe)
    for one in read_rows(LetterRow.objects.filter(safe_id=safe.id), safe):
        try:
            opened = told_on(opened, one.content or {})
        except (KeyError, TypeError, ValueError):
            opened = replace(opened, damaged=opened.damaged + 1)
    return opened


def told_on(opened: OpenLetter, content: dict[str, Any]) -> OpenLetter:
    """The letter with one more line read. Raises KeyError, TypeError, ValueError."""
    match content["kind"]:
        case "text":
            card = Card.unpacked(content["card"])
            return replace(opened, text=str(content["text"]), card=card, alias=card.alias, back="")
        case "back":
            return replace(opened, back=str(content["says"]))
        case "posted":
            return replace(opened, posted_on=date.fromisoformat(content["on"]), way=str(content["way"]))
        case "answer":
            on = date.fromisoformat(content["on"])
            answer = Answer(str(content["reply"]), on, str(content["words"]))
            return replace(opened, answers=(*opened.answers, answer))
    raise ValueError


def opened_to(keys: Keys, safe: OpenSafe, holder: Holder | None) -> OpenSafe:
    """The safe with this holder among its readers, ready to be written into. Raises KeyChanged."""
    if holder and holder.id not in {one.id for one in holders_of(safe.id)}:
        grant(keys=keys, opened=safe, holder=holder)
    return renewed_if_stale(keys, safe)
