"""Pages of a binder bound outside the server: in a fresh process without keys, whose memory ends with it."""

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from peredacha.core.binder import Front, Sheet
from peredacha.core.cleaning import LIMITS, Unacceptable
from peredacha.core.cleaning.answers import NoAnswer
from peredacha.core.cleaning.sentences import EMPTY, too_large
from peredacha.core.language import Phrase
from peredacha.gateways.bindery import jobs, sentences
from peredacha.gateways.bindery.jobs import MOST_PAGES, Damaged
from peredacha.gateways.processes import NoWork, worked

__all__ = ["MOST_PAGES", "Bound", "Damaged", "NotBound", "bind", "count_leaves", "picture_of"]

BINDERY = (sys.executable, "-P", "-m", "peredacha.gateways.bindery")
LONGEST = 600.0
"""After so long a whole PDF is given up [s]."""
LONGEST_FILE = 120.0
"""After so long one file is given up [s]."""
PREVIEW = 600
"""Long side of a picture to look at [pixels]."""


@dataclass(frozen=True, repr=False)
class Bound:
    """One PDF on A4, and the pages that are not in it: each leaves a page that says so, with its number."""

    pdf: bytes
    damaged: tuple[Damaged, ...]


class NotBound(Exception):
    """The PDF could not be made; ``said`` is the sentence for who asked. It holds nothing of the pages."""

    def __init__(self, said: Phrase) -> None:
        super().__init__(said.message)
        self.said = said


def bind(
    front: Front,
    sheets: Sequence[Sheet],
    opened: Callable[[str], bytes],
    *,
    bindery: Sequence[str] = BINDERY,
    longest: float = LONGEST,
) -> Bound:
    """The front, then each sheet cleaned, turned, shrunk into the margins of A4 and stamped in its corner.

    ``opened`` gives the bytes of a file (photo or PDF, cleaned or not) by its digest. It is asked for one file at a
    time, once for sheets of it that follow one another, so that the server never holds all of them. Raises
    NotBound, and what ``opened`` raises. ``longest``: how long it may take [s]; a photo of 12 megapixels takes about
    half of one.
    """
    if not 0 < len(sheets) <= MOST_PAGES:
        raise NotBound(sentences.TOO_MANY if sheets else sentences.NOT_BOUND)
    job = jobs.Job(front, tuple(sheets))
    try:
        pdf, line = worked((*bindery, "bind"), _given(job, opened), longest=longest)
        damaged = jobs.heard(line)
    except (NoWork, NoAnswer):
        raise NotBound(sentences.NOT_BOUND) from None
    if isinstance(damaged, Phrase) or not pdf.startswith(b"%PDF-"):
        raise NotBound(sentences.NOT_BOUND)
    return Bound(pdf, damaged)


def count_leaves(body: bytes, *, bindery: Sequence[str] = BINDERY) -> int:
    """How many pages a photo (one) or a PDF has. Raises Unacceptable with the sentence for the sender."""
    said = answer(("count",), body, bindery=bindery)
    if not said.isdigit() or not 1 <= int(said) <= LIMITS.pages:
        raise Unacceptable(sentences.DIED)
    return int(said)


def picture_of(
    body: bytes,
    leaf: int = 1,
    rotation: int = 0,
    *,
    longest_side: int = PREVIEW,
    bindery: Sequence[str] = BINDERY,
) -> bytes:
    """One page as a small JPEG to look at while the pages are put in order. Raises Unacceptable."""
    made = answer(("picture", str(leaf), str(rotation), str(longest_side)), body, bindery=bindery)
    if not made.startswith(b"\xff\xd8\xff"):
        raise Unacceptable(sentences.DIED)
    return made


def answer(
    asked: Sequence[str], body: bytes, *, bindery: Sequence[str] = BINDERY, longest: float = LONGEST_FILE
) -> bytes:
    """What the bindery says of one file; nothing in ``asked`` may be personal. Raises Unacceptable."""
    if not body:
        raise Unacceptable(EMPTY)
    if len(body) > LIMITS.file_bytes:
        raise Unacceptable(too_large(LIMITS))
    try:
        said, line = worked((*bindery, *asked), (body,), longest=longest)
        words = jobs.heard(line)
    except (NoWork, NoAnswer):
        raise Unacceptable(sentences.DIED) from None
    if isinstance(words, Phrase):
        raise Unacceptable(words)
    return said


def _given(job: jobs.Job, opened: Callable[[str], bytes]) -> Iterator[bytes]:
    yield jobs.sized(jobs.JOB.dump_json(job))
    yield from (jobs.sized(opened(digest)) for digest, _run in job.runs)
