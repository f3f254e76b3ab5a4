"""Vera copies the court's card of her son's case; every line of it is read, or kept for her eyes."""

import doctest
from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest
from tests.core.courtcards.cards import NAMES, TWINS, card, pasted, source

from peredacha.core.courtcards import CardPerson, read_card_file
from peredacha.core.language import speak

HEADS = {  # sample -> number, unique id, court, judge, received
    "district": ("1-45/2026", "68RS0031-01-2025-000987-14", "Приреченский районный суд Заречной области"),
    "custody": ("3/1-123/2026", "68RS0002-01-2026-000123-45", "Сосновский городской суд"),
    "moscow": ("01-0045/2026", "77RS0031-02-2025-004567-89", "Заяузский районный суд"),
    "petersburg": (
        "1-318/2026",
        "78RS0017-01-2026-001001-07",
        "Надводный районный суд города Санкт-Петербурга",
    ),
    "magistrate": (
        "5-77/2026",
        "68MS0012-01-2026-000077-31",
        "Судебный участок № 12 Приреченского судебного района Заречной области",
    ),
    "cassation": (
        "7У-1234/2026",
        "68RS0031-01-2025-000987-14",
        "Двадцатый кассационный суд общей юрисдикции",
    ),
    "supreme": ("68-УД26-12-К20", "", "Верховный Суд Российской Федерации"),
    "regional": ("22К-1234/2026", "68RS0002-01-2026-000123-45", "Заречный областной суд"),
}
JUDGES = {
    "district": ("Брусникина О. Л.", date(2025, 11, 17)),
    "custody": ("Ряпушкин Фёдор Глебович", date(2026, 11, 6)),
    "moscow": ("Полозов Е.И.", date(2025, 12, 18)),
    "petersburg": ("Камышова Н. Р.", date(2026, 3, 2)),
    "magistrate": ("Ольхин Т.П.", date(2026, 2, 9)),
    "cassation": ("Осокорь Я.Ю.", date(2026, 9, 1)),
    "supreme": ("Терновник Г.А.", date(2026, 11, 2)),
    "regional": ("Клён И.И.", date(2026, 11, 12)),
}
HEARINGS = {
    "district": ["04.12 11:00 held", "22.01 14:30 adjourned", "26.03 10:00 held", "26.03 17:40 held"],
    "custody": ["06.11 16:20 ahead"],
    "moscow": ["21.01 12:00 adjourned", "04.02 15:30 adjourned", "18.02 11:15 ahead"],
    "petersburg": ["14.04 10:30 cancelled", "28.04 12:00 ahead"],
    "magistrate": ["10.02 13:45 held"],
    "cassation": ["30.09 09:40 adjourned", "14.10 11:00 held"],
    "supreme": ["15.12 10:00 ahead"],
    "regional": ["16.11 10:15 ahead"],
}
ACCUSED = {
    "district": [("Лотохин Савва Ильич", ("УК 30 ч. 3", "УК 228.1 ч. 4 п. г"))],
    "custody": [("", ("УК 207.3 ч. 2 п. д",))],
    "moscow": [
        ("Лотохина М. В.", ("ст. 280.3 ч. 1",)),
        ("Снегирёв А. Д.", ("ст. 207.3 ч. 2 п. г", "ст. 280.3 ч. 1")),
    ],
    "petersburg": [("Гагарина-Чайкина Ульяна Львовна", ("УК 318 ч. 1",))],
    "magistrate": [("Ветлугин К. К.", ("КоАП 20.3.3 ч. 1",))],
    "cassation": [("Лотохин Савва Ильич", ("УК 228.1 ч. 4 п. г",))],
    "supreme": [("Лотохин Савва Ильич", ("УК 228.1 ч. 4 п. г",))],
    "regional": [("Снегирёв А.Д.", ("УК 207.3 ч. 2 п. д",))],
}


@pytest.mark.parametrize("name", HEADS)
def test_the_head_of_a_card_is_read(name: str) -> None:
    one = card(f"{name}.html")

    assert (one.number, one.uid, one.court) == HEADS[name]
    assert (one.judge, one.received) == JUDGES[name]


@pytest.mark.parametrize("name", HEARINGS)
def test_every_hearing_has_its_day_its_hour_and_what_came_of_it(name: str) -> None:
    read = [f"{one.on:%d.%m} {one.at:%H:%M} {one.state}" for one in card(f"{name}.html").hearings if one.at]

    assert read == HEARINGS[name]


@pytest.mark.parametrize("name", ACCUSED)
def test_every_accused_has_the_articles(name: str) -> None:
    read = [(one.name, one.articles) for one in card(f"{name}.html").persons if one.articles]

    assert read == ACCUSED[name]


@pytest.mark.parametrize("name", TWINS)
def test_the_saved_page_and_the_copied_text_give_one_card(name: str) -> None:
    saved, copied = card(f"{name}.html"), card(f"{name}.txt")
    if not copied.court:  # this page names its court in its title alone, and a title is not copied
        saved, copied = replace(saved, court="", missing=()), replace(copied, missing=())

    assert saved == copied


def test_there_are_enough_layouts() -> None:
    assert len(NAMES) >= 17 and len(TWINS) >= 7


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("alphabet", ["utf-8", "utf-8-sig", "cp1251", "utf-16"])
def test_the_alphabet_of_the_file_does_not_matter(name: str, alphabet: str) -> None:
    assert read_card_file(source(name).encode(alphabet)) == card(name)


def test_vera_sees_room_and_reason_of_the_hearing_that_did_not_happen() -> None:
    adjourned = card("district.txt").hearings[1]

    assert (adjourned.on, adjourned.at, adjourned.room) == (date(2026, 1, 22), time(14, 30), "Зал № 3")
    assert adjourned.event == "Судебное заседание"
    assert (adjourned.result, adjourned.reason) == ("Заседание отложено", "Неявка АДВОКАТА (ЗАЩИТНИКА)")


def test_the_sentence_and_the_appeal_are_read() -> None:
    one = card("district.txt")
    (appeal,) = one.appeals

    assert (one.result, one.decided, one.in_force) == ("Вынесен ПРИГОВОР", date(2026, 3, 26), None)
    assert one.other_numbers == ("1-512/2025",)
    assert one.category == "Уголовное дело публичного обвинения"
    assert (appeal.number, appeal.kind, appeal.by) == ("1", "Апелляционная жалоба", "ЗАЩИТНИК (АДВОКАТ)")
    assert (appeal.court, appeal.sent, appeal.heard) == ("Заречный областной суд", date(2026, 4, 20), None)
    assert "Регистрация жалобы (представления) в суде" in [step.what for step in one.steps]


def test_two_appeals_stay_two() -> None:
    second = "ЖАЛОБА № 2\nВид жалобы (представления)\tАпелляционное представление\nРезультат обжалования\tОтозвано\n"

    first, other = sorted(pasted(source("district.txt") + second).appeals, key=lambda one: one.number)
    assert (first.kind, first.result) == ("Апелляционная жалоба", "")
    assert (other.kind, other.result) == ("Апелляционное представление", "Отозвано")


def test_the_lawyer_and_the_prosecutor_stand_with_their_roles() -> None:
    sides = [(one.name, one.role) for one in card("district.html").persons if one.role]

    assert sides == [("Вьюгин Пахом Семёнович", "Защитник (адвокат)"), ("Заморозкова Т.Д.", "Прокурор")]


def test_somebody_named_under_people_and_under_sides_is_one_person() -> None:
    sides = "СТОРОНЫ\nВид лица\tФИО\nПодсудимый\tЛотохин С.\nЛИЦА\nФИО\tПеречень статей\nЛотохин С.\tст.119 ч.1 УК РФ\n"

    (person,) = pasted("ДЕЛО № 1-1/2026\n" + sides).persons
    assert person == CardPerson(name="Лотохин С.", role="Подсудимый", articles=("УК 119 ч. 1",))


def test_the_case_below_is_told_apart_from_this_one() -> None:
    one = card("cassation.html")

    assert (one.number, one.other_numbers, one.judge) == ("7У-1234/2026", ("77-345/2026",), "Осокорь Я.Ю.")
    assert (one.below.court, one.below.number) == ("Приреченский районный суд", "1-45/2026")
    assert (one.below.judge, one.below.decided) == ("Брусникина О. Л.", date(2026, 3, 26))
    assert one.first_court == "68RS0031"


def test_an_order_that_sets_a_hearing_is_no_hearing() -> None:
    one = card("moscow.html")

    assert ("Назначено судебное заседание", date(2026, 1, 13)) in [(step.what, step.on) for step in one.steps]
    assert one.above == "10-0777/2026" and one.stage.startswith("Рассмотрение")


def test_midnight_means_that_no_hour_is_set() -> None:
    (given,) = card("petersburg_magistrate.txt").steps

    assert (given.what, given.at) == ("Передано судье", None)


def test_what_the_card_does_not_tell_is_named() -> None:
    assert card("custody.txt").missing == ("court", "result", "decided", "in_force")
    assert card("magistrate.html").missing == ("category",)


def test_what_is_not_understood_is_kept() -> None:
    assert card("district.html").unread == (
        "Версия для слабовидящих",
        "Признак рассмотрения дела | Рассмотрено единолично судьей",
    )


def test_hidden_names_are_a_doubt_and_not_a_person_called_hidden() -> None:
    one = card("custody.html")

    assert [person.name for person in one.persons] == [""]
    assert [speak(doubt, "en") for doubt in one.doubts] == [
        "The court hides the names on this card. Make sure that it is the right case."
    ]


def test_a_broken_page_gives_what_it_holds_and_says_what_is_wrong() -> None:
    one = card("broken.html")

    assert (one.number, one.judge, one.uid, one.received) == ("3/2-9/2026", "Клён И.И.", "", None)
    assert [(hearing.on, hearing.at) for hearing in one.hearings] == [(date(2026, 11, 17), time(10, 0))]
    assert {"Дата поступления | 31.02.2026", "УИД | 68ZZ0002-01-2026-000123-45"} <= set(one.unread)
    assert {"Судебное заседание | скоро | 10:00", "лишнее"} <= set(one.unread)
    assert len(one.doubts) == 2


def test_a_row_that_copying_cut_within_a_cell_is_one_row_again() -> None:
    cut = source("district.txt").replace("14:30\tЗал № 3", "14:30\tЗал № 3\nкорпус Б")

    one = pasted(cut)
    assert one.hearings[1] == replace(card("district.txt").hearings[1], room="Зал № 3 корпус Б")
    assert (one.hearings[2:], one.unread) == (card("district.txt").hearings[2:], card("district.txt").unread)


def test_rows_without_their_last_empty_cells_stay_rows() -> None:
    """Many editors take away tabs at the end of a line."""
    stripped = "\n".join(line.rstrip("\t") for line in source("regional.html").splitlines())
    bare = "\n".join(line.rstrip("\t") for line in source("moscow.txt").splitlines())

    assert (pasted(stripped), pasted(bare)) == (card("regional.html"), card("moscow.txt"))


def test_the_examples_of_the_reference_run() -> None:
    page = Path(__file__).parents[3] / "docs/reference/court-cards.md"

    result = doctest.testfile(str(page), module_relative=False)
    assert (result.failed, result.attempted) == (0, 4)
