"""The second pair of eyes: a packer or a coordinator reads each letter once before it is printed."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from peredacha.core.letters import Finding
from peredacha.rooms.letters.models import Letter, LetterRow, LetterState
from peredacha.rooms.letters.selectors import is_writer, letters_in
from peredacha.rooms.letters.services import OpenLetter, erased_after, findings_in, open_letter, open_letters
from peredacha.rooms.vault.services import Keys, renewed_if_stale, write_row


class ReadAlready(Exception):
    """Somebody else was faster, the letters were stopped, or it is the reader's own letter."""


@dataclass(frozen=True, repr=False)
class Shelf:
    """The letters of a chapter in one state: those that these keys open, and how many they do not."""

    letters: tuple[OpenLetter, ...]
    closed: int


def shelf(keys: Keys, *states: str, now: datetime) -> Shelf:
    """The letters of the own chapter in these states, oldest first."""
    rows = list(letters_in(keys.member.chapter, *states)) if keys.member else []
    opened = tuple(open_letters(keys, rows, now=now))
    return Shelf(opened, len(rows) - len(opened))


def to_read(keys: Keys, *, now: datetime) -> Shelf:
    """What waits to be read, without one's own letters."""
    found = shelf(keys, LetterState.WAITING, now=now)
    return Shelf(tuple(one for one in found.letters if not is_writer(one.row, keys.holder)), found.closed)


def letter_to_read(keys: Keys, letter: Letter, *, now: datetime) -> OpenLetter:
    """One letter that waits. Raises ReadAlready."""
    opened = open_letter(keys, letter, now=now)
    if opened is None or letter.state != LetterState.WAITING or is_writer(letter, keys.holder):
        raise ReadAlready
    return opened


def findings_of(opened: OpenLetter) -> tuple[Finding, ...]:
    """What a censor may stop in it, for the second reader."""
    return findings_in(opened.text, opened.card)


@transaction.atomic
def let_through(*, keys: Keys, letter: Letter, now: datetime) -> None:
    """The letter may be printed. Raises ReadAlready."""
    moved(keys, letter, LetterState.PASSED, now)


@transaction.atomic
def send_back(*, keys: Keys, letter: Letter, says: str, now: datetime) -> None:
    """The letter goes back to its writer with one sentence. Raises ReadAlready, TooLong."""
    opened = moved(keys, letter, LetterState.RETURNED, now)
    safe = renewed_if_stale(keys, opened.safe)
    write_row(LetterRow, safe, {"kind": "back", "says": says, "at": now.isoformat()})


def moved(keys: Keys, letter: Letter, state: LetterState, now: datetime) -> OpenLetter:
    """A letter that waited, in its next state. Raises ReadAlready."""
    opened = letter_to_read(keys, letter, now=now)
    found = Letter.objects.filter(id=letter.id, state=LetterState.WAITING)
    if not found.update(state=state, erase_on=erased_after(now)):
        raise ReadAlready
    return opened
