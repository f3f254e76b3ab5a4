"""Names stand in the right case; where Russian allows two answers, somebody is asked."""

import csv
from itertools import takewhile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peredacha.core.language.russian import Case, Forms, Gender, PersonName, decline_name, kept_as

LIST = Path(__file__).parent / "names.csv"
PARTS = ("surname", "given", "patronymic")
KNOWN_WRONG = {"Надточий", "Пя"}
MAN, WOMAN = Gender.MALE, Gender.FEMALE
FEW = 0.025


def rows() -> list[dict[str, str]]:
    with LIST.open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


def words() -> list[tuple[str, Forms, list[str]]]:
    """Each word of the list with what we make of it and what the list has."""
    found = []
    for row in rows():
        cells = [row[case].split(" | ") for case in Case]
        for part, column in zip(PARTS, zip(*cells, strict=True), strict=False):
            name = decline_name(PersonName(**{part: column[0]}, gender=Gender(row["gender"])))
            found.append((column[0], getattr(name, part), list(column)))
    return found


def same(pair: tuple[str, str]) -> bool:
    return pair[0] == pair[1]


def accepted(nominative: str, cell: str) -> set[str]:
    """Answers of a cell; an ё that stands only in the ending may be written as е."""
    answers = set(cell.split("/"))
    kept = {one: len(list(takewhile(same, zip(one, nominative, strict=False)))) for one in answers}
    return answers | {one[:at] + one[at:].replace("ё", "е") for one, at in kept.items()}


def wrong(word: str, forms: Forms, cells: list[str]) -> bool:
    return not all(form in accepted(word, cell) for form, cell in zip(forms.six, cells, strict=True))


def really_two(word: str, cells: list[str]) -> bool:
    """Whether the answers differ in more than an ё of the ending."""
    return any(len({one.replace("ё", "е") for one in cell.split("/")}) > 1 for cell in cells)


def test_the_list_is_broad_and_nobody_stands_in_it_twice() -> None:
    names = [(row["gender"], row["nominative"]) for row in rows()]

    assert len(names) == len(set(names)) > 1200
    assert len({row["group"] for row in rows()}) > 12
    assert {row["gender"] for row in rows()} == {"m", "f"}


def test_every_name_of_the_list_is_declined_but_for_these() -> None:
    assert {word for word, forms, cells in words() if wrong(word, forms, cells)} == KNOWN_WRONG


def test_nothing_is_wrong_without_being_asked_about() -> None:
    assert not [word for word, forms, cells in words() if forms.sure and wrong(word, forms, cells)]


def test_two_ways_are_always_asked_about_and_one_way_seldom() -> None:
    found = words()

    assert not [word for word, forms, cells in found if forms.sure and really_two(word, cells)]
    needless = [word for word, forms, cells in found if not forms.sure and not really_two(word, cells)]
    assert len(needless) / len(found) < FEW


def test_what_is_asked_offers_another_answer() -> None:
    asked = [forms for _word, forms, _cells in words() if not forms.sure]

    assert len(asked) > 30
    assert all(other != forms.six for forms in asked for other in forms.others)
    assert sum(bool(forms.others) for forms in asked) / len(asked) > 0.9


@pytest.mark.parametrize(
    ("name", "dative"),
    [
        (PersonName("ИВАНОВА", "ВЕРА", "ПЕТРОВНА"), "ИВАНОВОЙ ВЕРЕ ПЕТРОВНЕ"),
        (PersonName("Королёв", "Пётр", "Фёдорович"), "Королёву Петру Фёдоровичу"),
        (PersonName("Soloviev", "Pavel", gender=MAN), "Soloviev Pavel"),
        (PersonName("фон Дервиз", "Павел", "Григорьевич"), "фон Дервизу Павлу Григорьевичу"),
        (PersonName("МакКензи", "Анна", gender=WOMAN), "МакКензи Анне"),
        (PersonName("О’Нил", "Джон", gender=MAN), "О’Нилу Джону"),
        (PersonName("Иванов", "И.", "И."), "Иванову И. И."),
        (PersonName("Ким", "Ён Хи", gender=MAN), "Киму Ён Хи"),
        (PersonName("Мамедова", "Лала", "Ариф кызы"), "Мамедовой Лале Ариф кызы"),
        (PersonName("", "Анна", "Ильинична"), "Анне Ильиничне"),
        (PersonName("Чернышевская", gender=WOMAN), "Чернышевской"),
    ],
)
def test_the_whole_name_keeps_its_capitals_and_its_letters(name: PersonName, dative: str) -> None:
    assert decline_name(name).full(Case.DATIVE) == dative


def test_the_short_form_has_initials_that_are_not_torn_off() -> None:
    anna = decline_name(PersonName("Шевчук", "Анна", "Ильинична"))
    jean = decline_name(PersonName("Дюпон", "Жан-Жак", gender=MAN))

    assert anna.short(Case.DATIVE) == "Шевчук\u00a0А.\u00a0И."
    assert jean.short(Case.GENITIVE) == "Дюпона\u00a0Ж.-Ж."
    assert decline_name(PersonName("Иванов", "И.", "И.")).short(Case.DATIVE) == "Иванову\u00a0И.\u00a0И."


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        (PersonName("Шевчук", "Саша", "Игоревна"), WOMAN),
        (PersonName("Шевчук", "Саша", "Игоревич"), MAN),
        (PersonName("Иванова", "Никита"), MAN),
        (PersonName("Ли", "Илья"), MAN),
        (PersonName("Ли", "Айгуль"), WOMAN),
        (PersonName("Алиев", "Ильхам", "Гейдар оглы"), MAN),
        (PersonName("Достоевская", "Ф.", "М."), WOMAN),
        (PersonName("Петров-Водкин"), MAN),
    ],
)
def test_the_name_itself_tells_who_bears_it(name: PersonName, gender: Gender) -> None:
    declined = decline_name(name)

    assert declined.gender is gender
    assert declined.gender_known


def test_where_nothing_tells_the_gender_somebody_is_asked_only_if_it_matters() -> None:
    matters = decline_name(PersonName("Шевчук", "И.", "И."))
    does_not = decline_name(PersonName("Шевченко", "И.", "И."))

    assert matters.doubtful() == ("gender",) and not matters.sure
    assert matters.full(Case.DATIVE) == "Шевчуку И. И."
    assert does_not.sure


def test_a_form_corrected_by_hand_is_kept_for_that_name_and_gender_only() -> None:
    kept = {kept_as("surname", "Заяц", MAN): ["Заяц", "Заяца", "Заяцу", "Заяца", "Заяцем", "Заяце"]}
    pavel = PersonName("ЗАЯЦ", "Павел", "Ильич")
    anna = PersonName("Заяц", "Анна", "Ильинична")

    assert decline_name(pavel).doubtful() == ("surname",)
    assert decline_name(pavel, kept).sure
    assert decline_name(pavel, kept).full(Case.GENITIVE) == "ЗАЯЦА Павла Ильича"
    assert decline_name(anna, kept).full(Case.GENITIVE) == "Заяц Анны Ильиничны"


def test_six_forms_are_six() -> None:
    with pytest.raises(ValueError, match="six cases"):
        decline_name(PersonName("Заяц", gender=MAN), {kept_as("surname", "Заяц", MAN): ["Заяц"]})


def test_a_name_is_not_told_by_accident() -> None:
    name = PersonName("Шевчук", "Анна", "Ильинична")
    declined = decline_name(name)

    assert not [one for one in (name, declined, declined.surname) if "Шевчук" in repr(one)]


@given(st.text(max_size=30), st.text(max_size=20), st.text(max_size=20), st.sampled_from([MAN, WOMAN, None]))
def test_no_text_makes_it_fail_and_the_nominative_stays(
    surname: str, first: str, patronymic: str, gender: Gender | None
) -> None:
    declined = decline_name(PersonName(surname, first, patronymic, gender))

    parts = (declined.surname, declined.given, declined.patronymic)
    assert [one.in_case(Case.NOMINATIVE) for one in parts] == [surname, first, patronymic]


@given(st.text("абвгдеёжзийклмнопрстуфхцчшщъыьэюя-", min_size=1, max_size=14), st.sampled_from([MAN, WOMAN]))
def test_letters_of_the_name_itself_are_never_lost(surname: str, gender: Gender) -> None:
    forms = decline_name(PersonName(surname.capitalize(), gender=gender)).surname

    assert all(len(form) >= len(surname) - 2 for form in forms.six)
    assert all(form[:1] == surname.capitalize()[:1] for form in forms.six)
