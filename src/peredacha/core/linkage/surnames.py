"""Surnames: one stem for a man, his wife and the cases of both; the shape of a surname."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from peredacha.core.linkage.letters import fold

CASES = re.compile(
    "(?<=..ов)(?:а|у|ои|е|им|ом|и)$|(?<=..ев)(?:а|у|ои|е|им|ом|и)$|(?<=..ин)(?:а|у|ои|е|им|ом|и)$"
    "|(?<=.[сц]к)(?:и|аиа|ои|ого|ому|им|ом|уиу)$|(?<=...)(?:аиа|ои|и)$"
)
PARTS = re.compile(r"[-‐–—\s]+")
OTHER_NAMES = re.compile(r"[()/]+")
LATIN_J = re.compile("(?<![dD])[jJ](?=[aeiouAEIOU])")
SHAPE = re.compile(
    "..+(?:(?:ов|ев|ин)а?|[сц]к(?:и|аиа|ои)|енко|[аиу]?ук|чук|иак|дзе|швили|иан|зода|заде|ло|их|оглу|баев)"
)
WOMAN = re.compile("..+(?:(?:ов|ев|ин)а|аиа)")
MAN = re.compile("..+(?:ов|ев|ин|[сц]ки)")
SHORTEST_HALF = 4


def stem(key: str) -> str:
    """The folded surname without the endings of gender and case.

    >>> [stem(fold(name)) for name in ("Иванов", "Ивановой", "Зеленская", "Zelensky", "Ким")]
    ['иванов', 'иванов', 'зеленск', 'зеленск', 'ким']
    """
    before = ""
    while key != before:
        before, key = key, CASES.sub("", key, count=1)
    return key


@dataclass(frozen=True, repr=False)
class Surname:
    """A surname ready for comparing.

    ``stems`` begins with the whole and goes on with a former name in brackets and halves of a double one;
    empty where there is no surname. ``plain`` is the key with its ending, which a slip may have spoilt;
    ``sex`` is ``f`` for Иванова, ``m`` for Иванов, empty for Шевчук.
    """

    stems: tuple[str, ...] = ()
    plain: str = ""
    sex: str = ""


def surname_of(written: str) -> Surname:
    """The surname as it is compared; a Latin j is й in some passports and ж in others, so it has both stems."""
    plain = fold(written)
    if not plain:
        return Surname()
    stems = [stem(plain)] if written.isalpha() else list(_stems(written))
    if LATIN_J.search(written):
        stems.extend(_stems(LATIN_J.sub("zh", written)))
    return Surname(tuple(dict.fromkeys(stems)), plain, _sex(written))


def _stems(written: str) -> Iterator[str]:
    for whole in OTHER_NAMES.split(written):
        halves = [stem(key) for half in PARTS.split(whole) if (key := fold(half))]
        if halves:
            yield "".join(halves)
            yield from (half for half in halves if len(half) >= SHORTEST_HALF)


def _sex(written: str) -> str:
    key = fold(OTHER_NAMES.split(written)[0])
    return "f" if WOMAN.fullmatch(key) else "m" if MAN.fullmatch(key) else ""


def has_shape(key: str) -> bool:
    """Whether the folded word ends as surnames do."""
    return SHAPE.fullmatch(key) is not None
