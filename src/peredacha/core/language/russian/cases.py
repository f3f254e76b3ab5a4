"""The six cases, and a word or a name in all of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice, product
from typing import TypeAlias

MOST_OTHERS = 5


class Case(StrEnum):
    """The six cases in the order of a Russian grammar."""

    NOMINATIVE = "nominative"
    GENITIVE = "genitive"
    DATIVE = "dative"
    ACCUSATIVE = "accusative"
    INSTRUMENTAL = "instrumental"
    PREPOSITIONAL = "prepositional"


CASES = tuple(Case)


class Gender(StrEnum):
    """The gender of a person or a word."""

    MALE = "m"
    FEMALE = "f"
    NEUTER = "n"


Six: TypeAlias = tuple[str, ...]
"""One form for each case, in the order of :class:`Case`."""


@dataclass(frozen=True, repr=False)
class Forms:
    """A word or a name in six cases.

    ``sure`` is false where grammar allows more than one answer (Заяц: Зайца or Заяца) or where no rule is
    known; the page then asks, and ``others`` are the answers that it can offer beside ``six``. ``repr``
    tells nothing, as the word may be somebody's name.
    """

    six: Six
    sure: bool = True
    others: tuple[Six, ...] = ()

    def __post_init__(self) -> None:
        if any(len(one) != len(CASES) for one in (self.six, *self.others)):
            raise ValueError("a word has six cases")

    def in_case(self, case: Case) -> str:
        """The form of one case."""
        return self.six[CASES.index(case)]


def same(word: str, sure: bool = True) -> Forms:
    """A word that stays as it is in every case."""
    return Forms((word,) * len(CASES), sure)


def joined(parts: Iterable[Forms], between: Iterable[str]) -> Forms:
    """Parts that change together (Римский-Корсаков), with what stands ``between`` them; sure if each is."""
    held, marks = list(parts), [*between, ""]

    def line(choice: Iterable[Six]) -> Six:
        return tuple(
            "".join(form + mark for form, mark in zip(forms, marks, strict=True))
            for forms in zip(*choice, strict=True)
        )

    choices = product(*((one.six, *one.others) for one in held))
    written = dict.fromkeys(map(line, islice(choices, MOST_OTHERS + 1)))
    first, *others = written
    return Forms(first, all(one.sure for one in held), tuple(others))


def recased(original: str, form: str) -> str:
    """``form`` with the capitals of ``original``: ИВАНОВ and иванова give ИВАНОВА, МакКензи keeps its K."""
    if len(original) > 1 and original.isupper():
        return form.upper()
    kept = 0
    for ours, theirs in zip(original, form, strict=False):
        if ours.lower() != theirs.lower():
            break
        kept += 1
    rest = form[kept:]
    return original[:kept] + (rest.capitalize() if not kept and original[:1].isupper() else rest)
