"""Ordinal numbers in words: первый, двадцать третьего, две тысячи двадцать шестой, двухтысячный."""

from peredacha.core.language.russian.adjectives import decline_adjective
from peredacha.core.language.russian.cases import CASES, Case, Gender
from peredacha.core.language.russian.numbers import SIMPLE, cardinal

LARGEST = 999_999
_ALONE = """
нулевой первый второй третий четвёртый пятый шестой седьмой восьмой девятый десятый одиннадцатый двенадцатый
тринадцатый четырнадцатый пятнадцатый шестнадцатый семнадцатый восемнадцатый девятнадцатый
"""
ALONE = tuple(_ALONE.split())
GENITIVE = CASES.index(Case.GENITIVE)


def ordinal(
    number: int, case: Case = Case.NOMINATIVE, gender: Gender | str = Gender.MALE, alive: bool = False
) -> str:
    """The ordinal of 0 to 999,999; ``gender`` may also be ``many`` (первые). Raises ValueError beyond.

    >>> ordinal(2026, Case.GENITIVE), ordinal(3, Case.DATIVE, Gender.FEMALE), ordinal(2000)
    ('две тысячи двадцать шестого', 'третьей', 'двухтысячный')
    """
    if not 0 <= number <= LARGEST:
        raise ValueError(f"between 0 and {LARGEST}")
    last = _last_piece(number)
    form = decline_adjective(_adjective(last), alive, str(gender))[CASES.index(case)]
    return f"{cardinal(number - last)} {form}" if number > last else form


def _last_piece(number: int) -> int:
    """What of the number becomes an adjective: 6 of 2026, 20 of 2020, 2000 of 2000."""
    if number % 1000 == 0:
        return number
    for piece in (number % 100 if number % 100 < 20 else number % 10, number % 100, number % 1000):
        if piece:
            return piece
    return number


def _adjective(piece: int) -> str:
    if piece < 20:
        return ALONE[piece]
    if piece >= 1000:
        return _joined(piece // 1000) + "тысячный"
    if piece == 40:
        return "сороковой"
    if piece == 90:
        return "девяностый"
    if piece < 100:
        return SIMPLE[piece][GENITIVE][:-1] + "ый"
    return "сотый" if piece == 100 else SIMPLE[piece][GENITIVE] + "ый"


def _joined(thousands: int) -> str:
    """Numbers that are written together with -тысячный: двух, двадцатипяти, сто, девяносто."""
    if thousands == 1:
        return ""
    words = cardinal(thousands, Case.GENITIVE).split()
    kept = {"ста": "сто", "девяноста": "девяносто", "одного": "одно"}
    return "".join(kept.get(word, word) for word in words)
