"""What stands on a photographed page, read by a machine outside the server; switched off where it is absent."""

import shutil
from collections.abc import Sequence
from functools import cache

from peredacha.core.cleaning import Unacceptable
from peredacha.gateways.bindery import sentences
from peredacha.gateways.bindery.jobs import LANGUAGE, PROGRAM
from peredacha.gateways.binding import BINDERY, answer
from peredacha.gateways.processes import NoWork, worked

SOON = 10.0
"""How long the program may take to tell its languages [s]."""


@cache
def ocr_available() -> bool:
    """Whether Tesseract and its Russian data are on this machine; asked once in the life of a server process."""
    if shutil.which(PROGRAM) is None:
        return False
    try:
        languages, _errors = worked((PROGRAM, "--list-langs"), (), longest=SOON)
    except NoWork:
        return False
    return LANGUAGE.encode() in languages.split()


def read_page(
    body: bytes, leaf: int = 1, rotation: int = 0, *, bindery: Sequence[str] = BINDERY
) -> str | None:
    """The Russian text of one page of a photo or a PDF, turned to the right as asked; empty where there is none.

    None where the machine cannot read. A page takes some seconds of one processor, outside the server: read few at
    once, and never while somebody waits for a page. Raises Unacceptable with a sentence.
    """
    if not ocr_available():
        return None
    try:
        return answer(("read", str(leaf), str(rotation)), body, bindery=bindery).decode()
    except UnicodeDecodeError:
        raise Unacceptable(sentences.NOT_READ) from None
