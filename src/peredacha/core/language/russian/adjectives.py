"""Adjectives, participles and ordinals in six cases, from the form in which they stand in a title."""

import re
from types import MappingProxyType

from peredacha.core.language.russian.cases import CASES, Case, Six, recased

MANY = "many"
HARD, MIXED, HUSHED, SOFT = "hard", "mixed", "hushed", "soft"

ENDINGS = MappingProxyType(
    {
        ("m", HARD): "ый ого ому ый ым ом",
        ("n", HARD): "ое ого ому ое ым ом",
        ("f", HARD): "ая ой ой ую ой ой",
        (MANY, HARD): "ые ых ым ые ыми ых",
        ("m", MIXED): "ий ого ому ий им ом",
        ("n", MIXED): "ое ого ому ое им ом",
        ("f", MIXED): "ая ой ой ую ой ой",
        (MANY, MIXED): "ие их им ие ими их",
        ("m", HUSHED): "ий его ему ий им ем",
        ("n", HUSHED): "ее его ему ее им ем",
        ("f", HUSHED): "ая ей ей ую ей ей",
        (MANY, HUSHED): "ие их им ие ими их",
        ("m", SOFT): "ий его ему ий им ем",
        ("n", SOFT): "ее его ему ее им ем",
        ("f", SOFT): "яя ей ей юю ей ей",
        (MANY, SOFT): "ие их им ие ими их",
    }
)
STRESSED = ("больш", "чуж")
THIRD = re.compile(r"трет(?:ий|ья|ье|ьи)")
SHAPE = re.compile(r"(?P<stem>[а-яё]+?[^аеёиоуыэюя])(?P<end>ый|ий|ой|ая|яя|ое|ее|ые|ие)(?P<self>ся)?")
HYPHENED = re.compile(
    r"(?P<before>(?:[а-яё]+-)*?)(?P<word>[а-яё]+)(?P<after>(?:-(?:на|над)-[а-яё]+)?)", re.IGNORECASE
)
"""Зубово-Полянский, Усть-Кутский, Комсомольский-на-Амуре: one part changes, the others stay."""
STANDS_IN = MappingProxyType({"ая": "f", "яя": "f", "ое": "n", "ее": "n", "ые": MANY, "ие": MANY})


def gender_of_adjective(word: str) -> str:
    """``m``, ``f``, ``n`` or ``many`` by the ending; empty where the word has no shape of an adjective.

    >>> gender_of_adjective("Усть-Кутский"), gender_of_adjective("Северный-Южный")
    ('m', '')
    """
    lower = _changing(word)[1].lower()
    if THIRD.fullmatch(lower):
        return {"ий": "m", "ья": "f", "ье": "n"}.get(lower[-2:], MANY)
    shaped = SHAPE.fullmatch(lower)
    return STANDS_IN.get(shaped["end"], "m") if shaped else ""


def decline_adjective(word: str, alive: bool = False, gender: str = "") -> Six:
    """The adjective in six cases; ``gender`` turns it to another one first (первый, ``f``: первой).

    What lives has the genitive in the accusative (мирового судью, следственных судей). Raises ValueError for
    a word of another shape.

    >>> decline_adjective("Басманный")[:3], decline_adjective("старший", alive=True)[3]
    (('Басманный', 'Басманного', 'Басманному'), 'старшего')
    >>> decline_adjective("Комсомольский-на-Амуре")[1]
    'Комсомольского-на-Амуре'
    """
    before, changing, after = _changing(word)
    if before or after:
        return tuple(before + form + after for form in decline_adjective(changing, alive, gender))
    lower = word.lower()
    kind = gender or gender_of_adjective(word)
    shaped = SHAPE.fullmatch(lower)
    if THIRD.fullmatch(lower):
        forms = list(_third(kind))
    elif shaped:
        endings = ENDINGS[kind, _row(shaped["stem"], shaped["end"])].split()
        forms = [shaped["stem"] + one + (shaped["self"] or "") for one in endings]
        if kind == "m":
            forms[0] = forms[3] = lower if gender_of_adjective(word) == "m" else forms[0]
    else:
        raise ValueError("this word has no shape of an adjective")
    if alive and kind in ("m", MANY):
        forms[CASES.index(Case.ACCUSATIVE)] = forms[CASES.index(Case.GENITIVE)]
    return tuple(recased(word, form) for form in forms)


def _changing(word: str) -> tuple[str, str, str]:
    """What stays before, the part that changes, what stays behind; the word itself where two parts would change."""
    found = HYPHENED.fullmatch(word)
    before = found["before"].lower().split("-") if found else ()
    # «Ачхой» and its like are names; an adjective that stands first in a pair never ends so.
    if not found or any(SHAPE.fullmatch(part) and not part.endswith("ой") for part in before):
        return "", word, ""
    return found["before"], found["word"], found["after"]


def _row(stem: str, end: str) -> str:
    if stem[-1] in "гкх" or stem in STRESSED:
        return MIXED
    if stem[-1] in "жшчщ":
        return MIXED if end in ("ой", "ое") else HUSHED
    return SOFT if end in ("ий", "яя", "ее", "ие") else HARD


def _third(kind: str) -> Six:
    first, *rest = {
        "m": "ий ьего ьему ий ьим ьем",
        "n": "ье ьего ьему ье ьим ьем",
        "f": "ья ьей ьей ью ьей ьей",
        MANY: "ьи ьих ьим ьи ьими ьих",
    }[kind].split()
    return ("трет" + first, *("трет" + one for one in rest))
