"""How endings follow one another: every way in which a Russian name or noun changes, by a spoken name.

The names are used by the lists beside this module (``surnames.txt``, ``given.txt``, ``nouns.txt``).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from types import MappingProxyType

from peredacha.core.language.russian.cases import Forms, Six, recased, same

STEM_MARK, AS_NOMINATIVE = "/", "="


@dataclass(frozen=True)
class Pattern:
    """``cut`` letters leave the nominative, then one ending for each of the other five cases is set on.

    The ending ``=`` takes the nominative itself.
    """

    cut: int
    endings: tuple[str, ...]


def _pattern(cut: int, endings: str) -> Pattern:
    return Pattern(cut, tuple(endings.split()))


PATTERNS = MappingProxyType(
    {
        "same": None,
        # a man, and masculine nouns that live
        "ov": _pattern(0, "а у а ым е"),
        "hard": _pattern(0, "а у а ом е"),
        "hiss": _pattern(0, "а у а ем е"),
        "soft": _pattern(1, "я ю я ем е"),
        "soft_yo": _pattern(1, "я ю я ём е"),
        "iy": _pattern(1, "я ю я ем и"),
        # like an adjective
        "adj": _pattern(2, "ого ому ого ым ом"),
        "adj_k": _pattern(2, "ого ому ого им ом"),
        "adj_soft": _pattern(2, "его ему его им ем"),
        "aya": _pattern(2, "ой ой ую ой ой"),
        "aya_soft": _pattern(2, "ей ей ую ей ей"),
        "yaya": _pattern(2, "ей ей юю ей ей"),
        "ova": _pattern(1, "ой ой у ой ой"),
        # ending in -а, -я
        "a": _pattern(1, "ы е у ой е"),
        "a_k": _pattern(1, "и е у ой е"),
        "a_hiss": _pattern(1, "и е у ей е"),
        "a_ts": _pattern(1, "ы е у ей е"),
        "ya": _pattern(1, "и е ю ей е"),
        "ya_yo": _pattern(1, "и е ю ёй е"),
        "iya": _pattern(1, "и и ю ей и"),
        "ie_yo": _pattern(1, "и е ю ёй е"),
        # Любовь, часть
        "third": _pattern(1, "и и = ью и"),
        # masculine nouns that do not live, and neuter ones
        "m_hard": _pattern(0, "а у = ом е"),
        "m_hiss": _pattern(0, "а у = ем е"),
        "m_soft": _pattern(1, "я ю = ем е"),
        "m_iot": _pattern(1, "я ю = ем е"),
        "m_iy": _pattern(1, "я ю = ем и"),
        "o": _pattern(1, "а у = ом е"),
        "ie": _pattern(1, "я ю = ем и"),
        "e_hiss": _pattern(1, "а у = ем е"),
    }
)


def changed(word: str, name: str, stem: str = "") -> Six:
    """The six forms of ``word`` by the pattern of that name; ``stem`` stands in for the cut nominative.

    A name that ends in ``/`` asks for the stem: заяц by ``hiss/`` with зайц gives зайца. Raises KeyError
    where there is no such pattern.
    """
    pattern = PATTERNS[name.removesuffix(STEM_MARK)]
    if pattern is None:
        return same(word).six
    lower = word.lower()
    root = stem if name.endswith(STEM_MARK) else lower[: len(lower) - pattern.cut]
    formed = (lower if one == AS_NOMINATIVE else root + one for one in pattern.endings)
    return (word, *(recased(word, form) for form in formed))


def by_names(word: str, names: str, stem: str = "", sure: bool = True) -> Forms:
    """The forms by one or several patterns, the chosen one first: ``hiss/|hiss``; several are never sure."""
    first, *others = dict.fromkeys(changed(word, name, stem) for name in names.split("|"))
    return Forms(first, sure and not others, tuple(others))


def listed(lines: Sequence[str]) -> dict[tuple[str, str], tuple[str, str]]:
    """A list of exceptions: ``(gender, word) -> (pattern names, stem)``.

    A line holds a gender (``m``, ``f``, or ``a`` for both), the names of patterns and words; a word may
    give its changed stem behind ``=``. Where ё is often written as е, the word is found both ways.
    """
    found: dict[tuple[str, str], tuple[str, str]] = {}
    for line in lines:
        if not line.strip() or line.startswith("#"):
            continue
        who, names, *words = line.split()
        for one in words:
            word, _, stem = one.partition("=")
            for gender in "mf" if who == "a" else who:
                for spelt in (word, word.replace("ё", "е")):
                    found.setdefault((gender, spelt), (names, stem))
    return found
