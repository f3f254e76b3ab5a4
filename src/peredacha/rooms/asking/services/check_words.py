"""The check word: each visit with the eight words leaves one for the next visit, as a stranger's visit would too.

A family that does not find the word of its card knows that somebody else came with its words. It is never asked.
"""

import json
from dataclasses import asdict, dataclass
from datetime import date
from uuid import UUID

from django.db import IntegrityError, transaction

from peredacha.core.sealing import KeyPair, NotSealedHere, ReturnCode, open_envelope, seal, subkey
from peredacha.rooms.asking.models import CheckWord
from peredacha.rooms.matters.services import first_check_word
from peredacha.rooms.people.services import FAMILY, Visit

GREETING = "greeting"


@dataclass(frozen=True, repr=False)
class Greeting:
    """What the page of one visit says: the ``word`` left before, ``on`` which day, the ``fresh`` word for next time.

    ``on`` is "" where nobody has come with the words before: then ``word`` is that of the first card. ``damaged``:
    there was a word, and it cannot be read; then ``word`` is "".
    """

    fresh: str
    word: str = ""
    on: str = ""
    damaged: bool = False


@dataclass(frozen=True, repr=False)
class Left:
    """What stands in the box: the greeting that was shown with it, the day, the mark of the form that was sent."""

    greeting: Greeting
    on: str
    once: str


def random_word(language: str, but: str = "") -> str:
    """A random word of the list of ``language``, another one than ``but``."""
    return next(word for word in ReturnCode.fresh(language).words if word != but)


def greet(*, holder: UUID, pair: KeyPair, language: str, once: str, today: date) -> Greeting:
    """The greeting of a visit that begins now, and a word left for the next one.

    The same form sent twice is one visit. Of two visits at once each finds what the other one left, or was before it.
    """
    try:
        with transaction.atomic():
            row = _locked(holder)
            left = _read(row, pair)
            if left and once and left.once == once:
                return left.greeting
            greeting = _next(row, left, pair, language)
            _write(row, pair, Left(greeting, today.isoformat(), once))
    except IntegrityError:  # the matter was erased in this moment
        return Greeting(fresh="")
    return greeting


def leave_first(*, holder: UUID, pair: KeyPair, word: str, today: date) -> None:
    """The word that stands on a fresh card."""
    with transaction.atomic():
        _write(_locked(holder), pair, Left(Greeting(fresh=word), today.isoformat(), ""))


def greeting_of(visit: Visit | None) -> Greeting | None:
    """What the page of this visit says about the eight words; None where it did not begin with them."""
    kept = visit.extra.get(GREETING, "") if visit and visit.kind == FAMILY else ""
    greeting = Greeting(**json.loads(kept)) if kept else None
    return greeting if greeting and greeting.fresh else None


def kept_greeting(greeting: Greeting) -> dict[str, str]:
    """A greeting as texts of a visit."""
    return {GREETING: json.dumps(asdict(greeting), ensure_ascii=False)}


def _next(row: CheckWord, left: Left | None, pair: KeyPair, language: str) -> Greeting:
    if left is None and row.box:
        return Greeting(fresh=random_word(language), damaged=True)
    word = left.greeting.fresh if left else first_check_word(pair, language)
    return Greeting(fresh=random_word(language, but=word), word=word, on=left.on if left else "")


def _locked(holder: UUID) -> CheckWord:
    CheckWord.objects.get_or_create(holder_id=holder, defaults={"box": b""})
    return CheckWord.objects.select_for_update().get(holder=holder)


def _read(row: CheckWord, pair: KeyPair) -> Left | None:
    try:
        stored = json.loads(open_envelope(_key(pair), bytes(row.box), _context(row)))
    except (NotSealedHere, ValueError):
        return None
    return Left(Greeting(**stored["greeting"]), stored["on"], stored["once"])


def _write(row: CheckWord, pair: KeyPair, left: Left) -> None:
    row.box = seal(_key(pair), json.dumps(asdict(left), ensure_ascii=False).encode(), _context(row))
    row.save(update_fields=["box"])


def _key(pair: KeyPair) -> bytes:
    return subkey(pair.seed, "asking.check-word")


def _context(row: CheckWord) -> bytes:
    return b"asking.check-word:" + row.holder_id.bytes
