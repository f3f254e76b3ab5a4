"""Pavel brings a table of facilities."""

import csv
import io
from collections.abc import Callable

import pytest
from tests.rooms.imports.world import CARDS, FACTS

from peredacha.core.language import speak
from peredacha.rooms.facilities.models import Facility, Fact, PhoneLine, Window
from peredacha.rooms.imports.models import ImportBatch
from peredacha.rooms.imports.services import ImportReport

Pavel = Callable[..., ImportReport]


def told(report: ImportReport) -> list[tuple[str, int, str]]:
    return [(problem.table, problem.line, problem.column) for problem in report.problems]


def test_pavel_sees_what_would_change_before_anything_does(pavel_imports: Pavel) -> None:
    report = pavel_imports(dry_run=True)

    assert report.facilities.added == ("sizo-1", "op-1", "ik-1")
    assert report.facts.added == ("sizo-1/weight", "sizo-1/queue")
    assert not report.written
    assert not Facility.objects.exists()
    assert not ImportBatch.objects.exists()


def test_a_right_table_becomes_cards_with_lines_windows_and_facts(pavel_imports: Pavel) -> None:
    report = pavel_imports()

    assert report.written
    card = Facility.objects.get(code="sizo-1")
    assert (card.name_ru, card.region, card.chapter) == ("Следственный изолятор № 1", "RU-MOW", "sosnov")
    assert PhoneLine.objects.get(facility=card).purpose_ru == "справочная"
    window = Window.objects.get(facility=card)
    assert (window.days, window.hours) == ("12345", "09:00-12:00")
    assert window.wants_ru == "ваш паспорт\nсписок вещей"
    assert Fact.objects.filter(facility=card).count() == 2


def test_the_same_table_twice_is_the_same_as_once(pavel_imports: Pavel) -> None:
    pavel_imports()

    again = pavel_imports()

    assert (again.facilities.unchanged, again.facts.unchanged) == (3, 2)
    assert again.written
    assert again.batch is None
    assert ImportBatch.objects.count() == 1


def test_a_changed_cell_is_named_and_the_address_of_the_card_stays(pavel_imports: Pavel) -> None:
    pavel_imports()
    address = Facility.objects.get(code="sizo-1").public_id

    report = pavel_imports(CARDS.replace("9:00-12:00", "10:00-13:00").replace("Соснов", "Сосновка"))

    assert [(row.name, row.columns) for row in report.facilities.changed] == [
        ("sizo-1", ("place_ru", "parcels_hours"))
    ]
    card = Facility.objects.get(code="sizo-1")
    assert card.public_id == address
    assert "сосновка" in card.search


def test_a_column_that_is_not_there_leaves_the_card_and_an_empty_cell_empties_it(
    pavel_imports: Pavel,
) -> None:
    pavel_imports()

    pavel_imports("code,kind,region,name_ru,phone_1,phone_1_for_ru\nsizo-1,remand,RU-MOW,СИЗО,,\n", None)

    card = Facility.objects.get(code="sizo-1")
    assert card.place_ru == "Соснов"
    assert not PhoneLine.objects.filter(facility=card).exists()
    assert Window.objects.filter(facility=card).exists()
    assert Facility.objects.count() == 3


WRONG = [
    ("remand,RU-MOW", "remnd,RU-MOW", "kind", "police"),
    ("sizo-1,remand", "СИЗО 1,remand", "code", "sizo-1"),
    ("remand,RU-MOW", "remand,Москва", "region", "RU-MOW"),
    ("remand,RU-MOW", "remand,RU-XXX", "region", "RU-XXX"),
    ("Следственный изолятор № 1", "", "name_ru", ""),
    ("Следственный изолятор № 1", "=1+1", "name_ru", "="),
    ("Следственный изолятор № 1", "д" * 201, "name_ru", "201"),
    ("+7 000 000-00-01", "позвонить утром", "phone_1", "+7 000"),
    ("+7 000 000-00-01", "", "phone_1", ""),
    ("справочная", "Петров П. П.", "phone_1_for_ru", "Петров П. П."),
    ("пн-пт", "пн-птн", "parcels_days", "пн-птн"),
    ("9:00-12:00", "12:00-9:00", "parcels_hours", "09:00-12:00"),
    ("9:00-12:00", "с утра", "parcels_hours", "09:00-12:00"),
]


@pytest.mark.parametrize(("right", "wrong", "column", "word"), WRONG)
def test_a_wrong_cell_gets_its_line_its_column_and_a_sentence(
    pavel_imports: Pavel, right: str, wrong: str, column: str, word: str
) -> None:
    report = pavel_imports(CARDS.replace(right, wrong, 1), None)

    assert told(report) == [("facilities", 2, column)]
    assert word in speak(report.problems[0].says, "en")
    assert not report.written
    assert not Facility.objects.exists()


def test_one_wrong_row_does_not_hide_the_next(pavel_imports: Pavel) -> None:
    cards = CARDS.replace("remand", "remnd").replace("colony", "colny")
    facts = FACTS.replace("2026-10-01", "2027-01-01").replace("practice", "rule")

    report = pavel_imports(cards, facts, dry_run=True)

    assert told(report)[:2] == [("facilities", 2, "kind"), ("facilities", 4, "kind")]
    assert ("facts", 2, "last_confirmed_on") in told(report)
    assert ("facts", 3, "norms") in told(report)


def test_with_skip_wrong_the_right_rows_are_written(pavel_imports: Pavel) -> None:
    report = pavel_imports(CARDS.replace("remand", "remnd"), FACTS, skip_wrong=True)

    assert report.written
    assert set(Facility.objects.values_list("code", flat=True)) == {"op-1", "ik-1"}
    assert ("facts", 2, "facility") in told(report)


def test_a_wrong_heading_stops_everything_even_with_skip_wrong(pavel_imports: Pavel) -> None:
    report = pavel_imports(CARDS.replace("place_ru", "plase_ru"), None, skip_wrong=True)

    assert told(report) == [("facilities", 1, "plase_ru")]
    assert "place_ru" in speak(report.problems[0].says, "en")
    assert not report.written


def test_the_same_code_twice_names_the_first_line(pavel_imports: Pavel) -> None:
    report = pavel_imports(CARDS.replace("op-1", "sizo-1"), None)

    assert told(report) == [("facilities", 3, "code")]
    assert "2" in speak(report.problems[0].says, "en")


def test_a_table_as_a_spreadsheet_saves_it_is_taken(pavel_imports: Pavel) -> None:
    written = io.StringIO()
    csv.writer(written, delimiter=";", lineterminator="\r\n").writerows(csv.reader(io.StringIO(CARDS)))

    report = pavel_imports(("\ufeff" + written.getvalue()).encode(), None)

    assert len(report.facilities.added) == 3
    assert not report.problems


@pytest.mark.parametrize("text", ["", "\n", '"code', "code,kind\nsizo-1\n", CARDS + "one,cell,too,few\n"])
def test_a_torn_table_says_so(pavel_imports: Pavel, text: str) -> None:
    report = pavel_imports(text, None)

    assert report.problems
    assert not report.written


def test_a_file_in_another_encoding_says_how_to_save_it(pavel_imports: Pavel) -> None:
    report = pavel_imports(CARDS.encode("cp1251", errors="replace"), None, skip_wrong=True)

    assert "CSV UTF-8" in speak(report.problems[0].says, "en")
    assert not report.written


@pytest.mark.slow
def test_ten_thousand_rows_are_taken(pavel_imports: Pavel) -> None:
    heading = "code,kind,region,name_ru,phone_1,parcels_days\n"
    rows = "".join(f"op-{n},police,RU-MOW,Отдел {n},+7 000 000-00-01,пн-пт\n" for n in range(10_000))

    report = pavel_imports(heading + rows, None)

    assert len(report.facilities.added) == 10_000
    assert Window.objects.count() == 10_000
    assert pavel_imports(heading + rows + "op-x,police,RU-MOW,Отдел,,\n", None).problems
