"""What goes to the bindery and comes back: a line of JSON before the files, a line of JSON beside the answer.

What comes back was made by a process that opened strangers' files: of it only words and numbers are taken, and
bytes that begin as they should. The names of files are never told to it.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from io import RawIOBase
from itertools import groupby
from typing import Any

from pydantic import TypeAdapter, ValidationError

from peredacha.core.binder import Front, Sheet
from peredacha.core.cleaning.answers import NoAnswer, in_json, sentence
from peredacha.core.language import Phrase

WIDTH = 8
MOST_PAGES = 500
"""Pages of one PDF."""
PROGRAM, LANGUAGE = "tesseract", "rus"
"""Who reads pages, and in which of its languages."""


@dataclass(frozen=True, repr=False)
class Job:
    """The front, and the sheets in order."""

    front: Front
    sheets: tuple[Sheet, ...]

    @property
    def runs(self) -> tuple[tuple[str, tuple[Sheet, ...]], ...]:
        """Sheets of one file that follow one another, with its digest: such a file is opened once for them."""
        return tuple(
            (digest, tuple(run)) for digest, run in groupby(self.sheets, key=lambda sheet: sheet.digest)
        )


@dataclass(frozen=True)
class Damaged:
    """A page that is not in the PDF: the number of its sheet, and the sentence for whoever put it in."""

    number: int
    said: Phrase


JOB: TypeAdapter[Job] = TypeAdapter(Job)


def sized(body: bytes) -> bytes:
    """The bytes with their length before them."""
    return len(body).to_bytes(WIDTH, "big") + body


def read_sized(given: RawIOBase) -> bytes:
    """The next bytes that ``sized`` wrote. Raises EOFError where there are fewer."""
    return _exactly(given, int.from_bytes(_exactly(given, WIDTH), "big"))


def _exactly(given: RawIOBase, length: int) -> bytes:
    """So many bytes and no more: not one of the next file is held."""
    held = bytearray()
    while len(held) < length:
        piece = given.read(length - len(held))
        if not piece:
            raise EOFError
        held += piece
    return bytes(held)


def told(answer: Sequence[Damaged] | Phrase) -> str:
    """The line beside a PDF: which pages are not in it; or the sentence why there is no answer."""
    if isinstance(answer, Phrase):
        return json.dumps({"no": in_json(answer)})
    return json.dumps({"damaged": [{"number": one.number, "said": in_json(one.said)} for one in answer]})


def heard(line: bytes) -> tuple[Damaged, ...] | Phrase:
    """The line again. Raises NoAnswer for what is no such line."""
    try:
        words: Any = json.loads(line.decode().strip().rpartition("\n")[2])
        if "no" in words:
            return sentence(words["no"])
        return tuple(Damaged(int(one["number"]), sentence(one["said"])) for one in words["damaged"])
    except (ValueError, KeyError, TypeError, AttributeError, ValidationError):
        raise NoAnswer from None
