"""Surnames in six cases: lists for what is special, then rules by ending.

Rules after Розенталь («Справочник по правописанию и литературной правке», declension of names), Калакуцкая («Фамилии.
Имена. Отчества») and the help desk of gramota.ru. A woman's surname that ends in a consonant, й or ь stays; -ых, -о,
-е, -и, -у, -иа stay for everybody; -ов and -ин take -ым, but foreign Дарвин -ом. Where a vowel may drop out (Кравец,
Волчок, Заяц) papers have both ways, and the family decides.
"""

import re
from functools import cache
from pathlib import Path

from peredacha.core.language.russian.cases import Forms, Gender, joined, same
from peredacha.core.language.russian.patterns import by_names, listed

LIST = Path(__file__).parent / "surnames.txt"
MARKS = re.compile(r"([-‐‑\s]+)")
CYRILLIC, LATIN = re.compile(r"[А-Яа-яЁё]"), re.compile(r"[A-Za-z]")
VOWEL, CLOSED = "[аеёиоуыэюя]", "[^аеёиоуыэюя]+"

_STAY_BEFORE = """
тер кара лорис мелик бонч сан сен сент грум демут ван фон де дер ден ля ла ле дю дос да ди эль аль ад аз ан
ар ас ат абу ибн бен бин бар мак шах хан мир нор тха дон доктор сквозник
"""
STAY_BEFORE = frozenset(_STAY_BEFORE.split())
STAY_WHOLE = frozenset(
    ["заде", "оглы", "оглу", "огли", "угли", "улы", "уулу", "кызы", "гызы", "кизи", "гизи", "зода"]
)
SURELY_SURNAME = re.compile(r".*(?:[оеё]в|[иы]н|[гк]ий|ой|ый|[оеиуыэюа]|[иы]х|ич|[уюя]к)")

BOTH = (
    (r".*[оеэёиуыю]", "same"),
    (rf".*{VOWEL}.*(?:[гкхжшщчн]их|ых)", "same"),
    (r".*зода", "same|a"),
    (r".*[иуоеэю]а", "same"),
    (r".*ия", "iya"),
    (rf"{CLOSED}я", "ya|same"),
    (r".*[гкх]а", "a_k"),
    (r".*[жшчщ]а", "a_hiss|a_k"),
    (r".*ица", "a_ts"),
    (r".*ца", "a_ts|a"),
    (r".*а", "a"),
    (r".*я", "ya"),
)
WOMEN = (
    (r".*(?:[оеё]в|[иы]н)а", "ova"),
    (r".*[жшчщ]ая", "aya_soft"),
    (r".+ая", "aya"),
    (r".+яя", "yaya"),
)
WOMEN_AS_MEN = re.compile(r".{2,}(?:[оеё]в|[сц]к[ио]й|ый)")
MEN = (
    (r".*ый", "adj"),
    (r".*[гкх]ий", "adj_k"),
    (r".*[жшщн]ий", "adj_soft"),
    (r".*чий", "adj_soft|iy"),
    (r".*ий", "iy|adj_soft"),
    (rf".*{VOWEL}.*[гкхжшщч]ой", "adj_k"),
    (rf".*{VOWEL}.*ой", "adj"),
    (r".*й", "soft"),
    (rf".*уин|{CLOSED}[иы]н", "hard"),
    (r".*(?:[оеё]в|[иы]н)", "ov"),
    (r".*ень", "soft|soft_yo"),
    (r".*ь", "soft"),
    (r".*ич", "hiss"),
    (r".*ач", "hard"),
    (rf".*{CLOSED}ш", "hiss"),
    (r".*[чшщж]", "hiss|hard"),
    (r".*ц", "hiss"),
    (r".*[бвгдзклмнпрстфх]", "hard"),
)
WOMEN_TO_MEN = re.compile(r".{2,}(?:[оеё]ва|ына|[сц]кая|ая|яя)")


def decline_surname(surname: str, gender: Gender) -> Forms:
    """The surname of a man or a woman in six cases; double surnames part by part.

    >>> decline_surname("Шевчук", Gender.MALE).six[1:3], decline_surname("Шевчук", Gender.FEMALE).six[2]
    (('Шевчука', 'Шевчуку'), 'Шевчук')
    >>> decline_surname("Заяц", Gender.MALE).sure
    False
    """
    if not CYRILLIC.search(surname):
        return same(surname)
    if LATIN.search(surname):
        return same(surname, sure=False)
    pieces = MARKS.split(surname)
    words, marks = pieces[::2], pieces[1::2]
    if words[-1].lower() in STAY_WHOLE and len(words) > 1:
        return same(surname)
    *before, last = words
    return joined([*(_before(one, gender) for one in before), _word(last, gender)], marks)


def _before(word: str, gender: Gender) -> Forms:
    """The first part of a double surname: Тер- and Бонч- stay, Ким- or Очир- may be a surname or not."""
    if word.lower() in STAY_BEFORE or not word or word[0].islower():
        return same(word)
    forms = _word(word, gender)
    if gender is Gender.FEMALE or not forms.sure or SURELY_SURNAME.fullmatch(word.lower()):
        return forms
    return Forms(forms.six, False, (same(word).six,))


def _word(word: str, gender: Gender) -> Forms:
    lower = word.lower()
    if (gender, lower) in _exceptions():
        names, stem = _exceptions()[gender, lower]
        return by_names(word, names, stem)
    if gender is Gender.FEMALE:
        return _woman(word, lower)
    return _man(word, lower)


def _woman(word: str, lower: str) -> Forms:
    names = _first(WOMEN, lower) or _first(BOTH, lower)
    if names:
        return by_names(word, names)
    return same(word, sure=not WOMEN_AS_MEN.fullmatch(lower))


def _man(word: str, lower: str) -> Forms:
    if WOMEN_TO_MEN.fullmatch(lower):
        return by_names(word, f"{_first(BOTH, lower)}|same")
    names = _first(BOTH, lower)
    if names:
        return by_names(word, names)
    return _dropping(word, lower) or by_names(word, _first(MEN, lower) or "same")


def _dropping(word: str, lower: str) -> Forms | None:
    """Surnames in -ец, -ок, -ек: the vowel may drop out (Стрелец: Стрельца), as the family has it."""
    if re.fullmatch(rf".*{VOWEL}[бвгджзклмнпрстфхчшщ]?ец", lower):
        return by_names(word, "hard/|hiss/|hiss|hard", _without_vowel(lower))
    if lower.endswith("ец"):
        return by_names(word, "hard|hiss")
    if re.fullmatch(rf".*{VOWEL}.*[оё]к", lower):
        return by_names(word, "hard/|hard", _without_vowel(lower))
    if re.fullmatch(rf".*{VOWEL}.*ек", lower):
        return by_names(word, "hard|hard/", _without_vowel(lower))
    return None


def _without_vowel(lower: str) -> str:
    """Кравец: кравц, Стрелец: стрельц, Коломиец: коломийц, Волчок: волчк, Огонёк: огоньк."""
    before, vowel, last = lower[:-2], lower[-2], lower[-1]
    if re.fullmatch(rf".*{VOWEL}", before):
        return f"{before}й{last}"
    soft = (vowel == "ё" and before[-1] not in "гкхжшчщ") or (last == "ц" and before.endswith("л"))
    return f"{before}ь{last}" if soft else before + last


def _first(rules: tuple[tuple[str, str], ...], lower: str) -> str:
    """The patterns of the first rule that fits the whole word; empty where none does."""
    return next((names for shape, names in rules if re.fullmatch(shape, lower)), "")


@cache
def _exceptions() -> dict[tuple[str, str], tuple[str, str]]:
    return listed(LIST.read_text("utf-8").splitlines())
