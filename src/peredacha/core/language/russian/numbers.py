"""Numbers in words, in six cases and three genders, and the form of a word that is counted."""

from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType

from peredacha.core.language.russian.cases import CASES, Case, Gender, Six

LARGEST = 10**15 - 1
AS_THEY_ARE = (Case.NOMINATIVE, Case.ACCUSATIVE)


@dataclass(frozen=True)
class Counted:
    """A word that stands behind a number: its gender, one of it, many of it; ``many`` has лет for года."""

    gender: Gender
    one: Six
    many: Six
    alive: bool = False


def _noun(gender: Gender, one: str, many: str) -> Counted:
    return Counted(gender, tuple(one.split()), tuple(many.split()))


_THOUSAND = _noun(
    Gender.FEMALE,
    "тысяча тысячи тысяче тысячу тысячей тысяче",
    "тысячи тысяч тысячам тысячи тысячами тысячах",
)


def _large(stem: str) -> Counted:
    return _noun(
        Gender.MALE,
        " ".join(stem + end for end in ("", "а", "у", "", "ом", "е")),
        " ".join(stem + end for end in ("ы", "ов", "ам", "ы", "ами", "ах")),
    )


GROUPS = (_THOUSAND, _large("миллион"), _large("миллиард"), _large("триллион"))

_WRITTEN = """
0 ноль ноля нолю ноль нолём ноле
3 три трёх трём три тремя трёх
4 четыре четырёх четырём четыре четырьмя четырёх
40 сорок сорока сорока сорок сорока сорока
90 девяносто девяноста девяноста девяносто девяноста девяноста
100 сто ста ста сто ста ста
200 двести двухсот двумстам двести двумястами двухстах
300 триста трёхсот трёмстам триста тремястами трёхстах
400 четыреста четырёхсот четырёмстам четыреста четырьмястами четырёхстах
"""
_LIKE_FIVE = MappingProxyType(
    {5: "пят", 6: "шест", 7: "сем", 9: "девят", 10: "десят", 20: "двадцат", 30: "тридцат"}
    | {11: "одиннадцат", 12: "двенадцат", 13: "тринадцат", 14: "четырнадцат", 15: "пятнадцат"}
    | {16: "шестнадцат", 17: "семнадцат", 18: "восемнадцат", 19: "девятнадцат"}
)
_FEW = MappingProxyType(
    {
        (1, Gender.MALE): "один одного одному один одним одном",
        (1, Gender.FEMALE): "одна одной одной одну одной одной",
        (1, Gender.NEUTER): "одно одного одному одно одним одном",
        (2, Gender.MALE): "два двух двум два двумя двух",
        (2, Gender.FEMALE): "две двух двум две двумя двух",
        (2, Gender.NEUTER): "два двух двум два двумя двух",
    }
)


def _simple() -> dict[int, Six]:
    """The words of one piece, from ноль to девятьсот."""
    found = {int(line.split()[0]): tuple(line.split()[1:]) for line in _WRITTEN.strip().splitlines()}
    for number, stem in _LIKE_FIVE.items():
        found[number] = tuple(stem + end for end in ("ь", "и", "и", "ь", "ью", "и"))
    found[8] = ("восемь", "восьми", "восьми", "восемь", "восемью", "восьми")
    for digit in (5, 6, 7, 8):
        base, oblique, _, _, by, _ = found[digit]
        tens = f"{base}десят"
        found[digit * 10] = (tens, *[f"{oblique}десяти"] * 2, tens, f"{by}десятью", f"{oblique}десяти")
    for digit in (5, 6, 7, 8, 9):
        base, oblique, _, _, by, _ = found[digit]
        found[digit * 100] = (
            *(f"{base}сот", f"{oblique}сот", f"{oblique}стам"),
            *(f"{base}сот", f"{by}стами", f"{oblique}стах"),
        )
    return found


SIMPLE = MappingProxyType(_simple())


def cardinal(
    number: int, case: Case = Case.NOMINATIVE, gender: Gender = Gender.MALE, alive: bool = False
) -> str:
    """A whole number in words; ``gender`` and ``alive`` are those of what is counted.

    Below zero it begins with «минус». Raises ValueError beyond 10**15.

    >>> cardinal(21, Case.GENITIVE, Gender.FEMALE), cardinal(345, Case.INSTRUMENTAL)
    ('двадцати одной', 'тремястами сорока пятью')
    """
    if abs(number) > LARGEST:
        raise ValueError(f"at most {LARGEST}")
    if number < 0:
        return "минус " + cardinal(-number, case, gender, alive)
    if number == 0:
        return SIMPLE[0][CASES.index(case)]
    words: list[str] = []
    for power in range(len(GROUPS), 0, -1):
        group = number // 1000**power % 1000
        if group:
            noun = GROUPS[power - 1]
            words += [*_below_thousand(group, case, noun.gender), form_for(group, noun, case)]
    rest = number % 1000
    words += _below_thousand(rest, case, gender, alive and case is Case.ACCUSATIVE, number == rest)
    return " ".join(words)


def _below_thousand(
    number: int, case: Case, gender: Gender, living: bool = False, alone: bool = False
) -> list[str]:
    """The words of 0 to 999; no word for 0. What lives shows in the accusative of двух, and of сто одного."""
    parts = [number // 100 * 100, *([number % 100] if number % 100 < 20 else _tens(number % 100))]
    held = [part for part in parts if part]
    words = [_six(part, gender)[CASES.index(case)] for part in held]
    few = alone and held in ([2], [3], [4])
    one = gender is Gender.MALE and held[-1:] == [1]
    if living and (few or one):
        words[-1] = _six(held[-1], gender)[CASES.index(Case.GENITIVE)]
    return words


def _tens(number: int) -> list[int]:
    return [number // 10 * 10, number % 10]


def _six(part: int, gender: Gender) -> Six:
    few = _FEW.get((part, gender))
    return tuple(few.split()) if few else SIMPLE[part]


def form_for(number: int | Decimal, noun: Counted, case: Case = Case.NOMINATIVE) -> str:
    """The counted word behind a number: 1 год, 2 года, 5 лет, 11 лет, 1,5 года; к 3 годам.

    A fraction takes one form in every case (около 1,5 года), and so do whole thousands, which are nouns
    themselves (двум тысячам рублей).
    """
    if number % 1000 == 0:
        return noun.many[CASES.index(Case.GENITIVE)]
    if number != int(number):
        return noun.one[CASES.index(Case.GENITIVE)]
    last = _last(int(number))
    if last == 1:
        return noun.one[CASES.index(case)]
    if case not in AS_THEY_ARE:
        return noun.many[CASES.index(case)]
    return (noun.one if last in (2, 3, 4) else noun.many)[CASES.index(Case.GENITIVE)]


def _last(number: int) -> int:
    """The digit that rules the form: 1 to 4, or 5 for all others; 11 to 14 are others."""
    rest = abs(number) % 100
    digit = rest % 10
    return digit if 1 <= digit <= 4 and not 11 <= rest <= 14 else 5
