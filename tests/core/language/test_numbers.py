"""Numbers in words read back as the same numbers, and counted words stand in the right form."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peredacha.core.language.russian import DAY, YEAR, Case, Gender, cardinal, form_for, ordinal
from peredacha.core.language.russian.numbers import LARGEST

ONES = ["один", "одна", "одно", "два", "две", "три", "четыре", "пять", "шесть", "семь", "восемь", "девять"]
VALUES = dict(zip(ONES, [1, 1, 1, 2, 2, 3, 4, 5, 6, 7, 8, 9], strict=True))
TEENS = "один две три четыр пят шест сем восем девят"
VALUES |= {f"{stem}надцать": number for number, stem in enumerate(TEENS.split(), 11)} | {"десять": 10}
TENS = "двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто"
VALUES |= {word: number * 10 for number, word in enumerate(TENS.split(), 2)}
HUNDREDS = "сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот"
VALUES |= {word: number * 100 for number, word in enumerate(HUNDREDS.split(), 1)}
GROUPS = {"тысяч": 10**3, "миллион": 10**6, "миллиард": 10**9, "триллион": 10**12}
STANDING = {"первый": 1, "второй": 2, "третий": 3, "четвёртый": 4, "пятый": 5, "шестой": 6, "седьмой": 7}
STANDING |= {"восьмой": 8, "девятый": 9, "десятый": 10, "двадцатый": 20, "сороковой": 40, "сотый": 100}


def read_back(words: str) -> int:
    """A number in words of the nominative, read by nothing but the list above."""
    whole = group = 0
    for word in words.split():
        power = next((value for stem, value in GROUPS.items() if word.startswith(stem)), None)
        if power:
            whole, group = whole + group * power, 0
        else:
            group += VALUES[word]
    return whole + group


@given(st.integers(1, LARGEST), st.sampled_from(Gender))
def test_a_number_in_words_reads_back(number: int, gender: Gender) -> None:
    assert read_back(cardinal(number, gender=gender)) == number


@given(st.integers(1, LARGEST), st.sampled_from(Case))
def test_every_case_has_as_many_words_and_every_word_belongs_to_its_number(number: int, case: Case) -> None:
    first, other = cardinal(number).split(), cardinal(number, case).split()

    assert len(first) == len(other)
    assert all(one[:2] == two[:2] or {one, two} <= {"один", "одном"} for one, two in zip(first, other))


@pytest.mark.parametrize(
    ("number", "case", "words"),
    [
        (0, Case.GENITIVE, "ноля"),
        (1, Case.INSTRUMENTAL, "одним"),
        (4, Case.INSTRUMENTAL, "четырьмя"),
        (8, Case.INSTRUMENTAL, "восемью"),
        (40, Case.DATIVE, "сорока"),
        (90, Case.INSTRUMENTAL, "девяноста"),
        (57, Case.INSTRUMENTAL, "пятьюдесятью семью"),
        (80, Case.GENITIVE, "восьмидесяти"),
        (100, Case.PREPOSITIONAL, "ста"),
        (259, Case.GENITIVE, "двухсот пятидесяти девяти"),
        (345, Case.DATIVE, "трёмстам сорока пяти"),
        (478, Case.PREPOSITIONAL, "четырёхстах семидесяти восьми"),
        (586, Case.INSTRUMENTAL, "пятьюстами восемьюдесятью шестью"),
        (1_000, Case.ACCUSATIVE, "одну тысячу"),
        (2_001, Case.GENITIVE, "двух тысяч одного"),
        (21_000, Case.INSTRUMENTAL, "двадцатью одной тысячей"),
        (3_000_005, Case.DATIVE, "трём миллионам пяти"),
        (-7, Case.NOMINATIVE, "минус семь"),
    ],
)
def test_a_number_in_its_case(number: int, case: Case, words: str) -> None:
    assert cardinal(number, case) == words


@pytest.mark.parametrize(
    ("number", "gender", "words"),
    [
        (1, Gender.MALE, "одного"),
        (1, Gender.FEMALE, "одну"),
        (2, Gender.MALE, "двух"),
        (3, Gender.FEMALE, "трёх"),
        (5, Gender.MALE, "пять"),
        (21, Gender.MALE, "двадцать одного"),
        (22, Gender.MALE, "двадцать два"),
        (1002, Gender.MALE, "одну тысячу два"),
    ],
)
def test_the_accusative_of_people(number: int, gender: Gender, words: str) -> None:
    assert cardinal(number, Case.ACCUSATIVE, gender, alive=True) == words


def test_a_number_too_large_is_refused() -> None:
    for number in (LARGEST + 1, -LARGEST - 1):
        with pytest.raises(ValueError, match="at most"):
            cardinal(number)


@pytest.mark.parametrize(
    ("number", "form"),
    [
        (0, "лет"),
        (1, "год"),
        (2, "года"),
        (4, "года"),
        (5, "лет"),
        (11, "лет"),
        (14, "лет"),
        (21, "год"),
        (111, "лет"),
        (122, "года"),
        (1000, "лет"),
        (1001, "год"),
        (Decimal("1.5"), "года"),
        (Decimal("2.0"), "года"),
        (-3, "года"),
    ],
)
def test_the_form_of_what_is_counted(number: int | Decimal, form: str) -> None:
    assert form_for(number, YEAR) == form


def test_in_other_cases_what_is_counted_agrees_but_not_behind_thousands() -> None:
    assert form_for(3, YEAR, Case.DATIVE) == "годам"
    assert form_for(21, DAY, Case.INSTRUMENTAL) == "днём"
    assert form_for(2000, DAY, Case.DATIVE) == "дней"
    assert form_for(Decimal("1.5"), DAY, Case.DATIVE) == "дня"


@given(st.integers(0, 100_000))
def test_only_the_last_two_digits_rule_the_form(number: int) -> None:
    if number % 1000:
        assert form_for(number, YEAR) == form_for(number % 100 + 100, YEAR)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (3, "третий"),
        (13, "тринадцатый"),
        (40, "сороковой"),
        (50, "пятидесятый"),
        (80, "восьмидесятый"),
        (90, "девяностый"),
        (100, "сотый"),
        (200, "двухсотый"),
        (301, "триста первый"),
        (500, "пятисотый"),
        (900, "девятисотый"),
        (1000, "тысячный"),
        (1985, "одна тысяча девятьсот восемьдесят пятый"),
        (2000, "двухтысячный"),
        (2020, "две тысячи двадцатый"),
        (2026, "две тысячи двадцать шестой"),
        (3000, "трёхтысячный"),
        (25_000, "двадцатипятитысячный"),
        (90_000, "девяностотысячный"),
        (100_000, "стотысячный"),
    ],
)
def test_an_ordinal(number: int, words: str) -> None:
    assert ordinal(number) == words


@pytest.mark.parametrize(
    ("number", "case", "gender", "words"),
    [
        (1, Case.GENITIVE, Gender.NEUTER, "первого"),
        (2, Case.ACCUSATIVE, Gender.FEMALE, "вторую"),
        (3, Case.INSTRUMENTAL, Gender.FEMALE, "третьей"),
        (3, Case.GENITIVE, Gender.NEUTER, "третьего"),
        (3, Case.NOMINATIVE, Gender.NEUTER, "третье"),
        (3, Case.GENITIVE, "many", "третьих"),
        (6, Case.NOMINATIVE, Gender.NEUTER, "шестое"),
        (2026, Case.PREPOSITIONAL, Gender.MALE, "две тысячи двадцать шестом"),
    ],
)
def test_an_ordinal_in_its_case_and_gender(number: int, case: Case, gender: Gender | str, words: str) -> None:
    assert ordinal(number, case, gender) == words


@given(st.integers(1, 3000), st.sampled_from(Case), st.sampled_from([*Gender, "many"]))
def test_an_ordinal_changes_its_last_word_alone(number: int, case: Case, gender: Gender | str) -> None:
    first, other = ordinal(number).split(), ordinal(number, case, gender).split()

    assert first[:-1] == other[:-1]
    assert other[-1][:3] == first[-1][:3]


def test_no_two_ordinals_are_told_alike() -> None:
    assert len({ordinal(number, Case.GENITIVE) for number in range(3001)}) == 3001


def test_an_ordinal_reads_back_where_it_ends_in_a_round_word() -> None:
    for word, value in STANDING.items():
        assert ordinal(value) == word
        assert ordinal(2000 + value) == f"две тысячи {word}"


def test_an_ordinal_out_of_range_is_refused() -> None:
    for number in (-1, 1_000_000):
        with pytest.raises(ValueError, match="between"):
            ordinal(number)
