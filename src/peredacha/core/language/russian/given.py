"""Given names in six cases, and whether a man or a woman bears a name."""

import re
from functools import cache
from pathlib import Path

from peredacha.core.language.russian.cases import Forms, Gender, joined, same
from peredacha.core.language.russian.patterns import by_names, listed

LIST = Path(__file__).parent / "given.txt"
MARKS = re.compile(r"([-‐‑\s]+)")
CYRILLIC, LATIN = re.compile(r"[А-Яа-яЁё]"), re.compile(r"[A-Za-z]")
_STAY_BEFORE = """
жан пьер анри жак луи поль клод мари ганс йохан хуан хосе карл абд абдул абдель абу сайд эль ким чен ир хан
мохаммед магомед гаджи гаджа шейх сейид мир гульям
"""
STAY_BEFORE = frozenset(_STAY_BEFORE.split())
DOUBTFUL = frozenset(["саша", "женя", "валя", "слава", "паша", "миша", "гера"])
RULES = (
    (r".*[оеэёиуыю]", "same"),
    (r".*[уиоеэ]а", "same|a"),
    (r".*ия", "iya"),
    (r".*[гкх]а", "a_k"),
    (r".*[жшчщ]а", "a_hiss"),
    (r".*ца", "a_ts"),
    (r".*а", "a"),
    (r".*я", "ya"),
)
MEN = (
    (r".*ий", "iy"),
    (r".*[йь]", "soft"),
    (r".*[жшчщц]", "hiss"),
    (r".*[бвгдзклмнпрстфх]", "hard"),
)


def decline_given(name: str, gender: Gender) -> Forms:
    """The given name of a man or a woman in six cases; in Жан-Жак only the last part changes.

    >>> decline_given("Пётр", Gender.MALE).six[1], decline_given("Любовь", Gender.FEMALE).six[1]
    ('Петра', 'Любови')
    >>> decline_given("Айгуль", Gender.FEMALE).sure
    False
    """
    if not CYRILLIC.search(name) or LATIN.search(name):
        return same(name, sure=not CYRILLIC.search(name))
    pieces = MARKS.split(name)
    *before, last = pieces[::2]
    before_last = [_before(one, gender, last) for one in before]
    return joined([*before_last, _word(last, gender)], pieces[1::2])


def gender_of_given(name: str) -> Gender | None:
    """Who bears the name, by the list and by its ending; none where both may (Саша, Отто)."""
    lower = MARKS.split(name.lower())[0]
    bearers = [gender for gender in (Gender.MALE, Gender.FEMALE) if (gender, lower) in _exceptions()]
    if bearers:
        return bearers[0] if len(bearers) == 1 and lower not in DOUBTFUL else None
    if re.fullmatch(r".*[бвгдзклмнпрстфхжшчщцй]", lower):
        return Gender.MALE
    return Gender.FEMALE if re.fullmatch(r".*[ая]", lower) else None


def _before(word: str, gender: Gender, last: str) -> Forms:
    """The first part of a double name: a woman's changes (Анны-Марии), a man's mostly stays (Эмир-Усеина)."""
    if gender is Gender.FEMALE:
        return _word(word, gender)
    forms = _word(word, gender)
    if word.lower() in STAY_BEFORE or not word or word[0].islower() or last[:1].islower():
        return same(word)
    return Forms(same(word).six, False, (forms.six, *forms.others))


def _word(word: str, gender: Gender) -> Forms:
    lower = word.lower()
    if (gender, lower) in _exceptions():
        names, stem = _exceptions()[gender, lower]
        return by_names(word, names, stem)
    names = _first(RULES, lower)
    if not names and gender is Gender.MALE:
        names = _first(MEN, lower)
    if not names and lower.endswith("ь"):
        names = "same|third"
    return by_names(word, names or "same")


def _first(rules: tuple[tuple[str, str], ...], lower: str) -> str:
    """The patterns of the first rule that fits the whole word; empty where none does."""
    return next((names for shape, names in rules if re.fullmatch(shape, lower)), "")


@cache
def _exceptions() -> dict[tuple[str, str], tuple[str, str]]:
    return listed(LIST.read_text("utf-8").splitlines())
