"""Pavel takes an import back."""

from collections.abc import Callable

import pytest
from django.core import serializers
from tests.rooms.imports.world import CARDS, FACTS, TODAY

from peredacha.rooms.facilities.models import Facility, Fact, PhoneLine, Window
from peredacha.rooms.imports.services import ImportReport, UndoRefused, import_facilities, undo_import

Pavel = Callable[..., ImportReport]


def everything() -> str:
    """Every card, line, window and fact as text, numbers of rows included."""
    tables = (Facility, PhoneLine, Window, Fact)
    return "\n".join(serializers.serialize("json", table.objects.order_by("pk")) for table in tables)


CHANGED = (
    CARDS.replace("+7 000 000-00-01,справочная", ",")  # a line goes
    .replace("9:00-12:00", "10:00-13:00")  # a window changes
    .replace("дежурная часть,,,", "дежурная часть,вт,10:00-11:00,паспорт")  # a window comes
    .replace("Соснов", "Новососнов")
    + "ik-2,colony,RU-MO,Колония № 2,,Синеборск,,,,,\n"
)


def test_undoing_brings_back_the_former_state_to_the_last_byte(pavel_imports: Pavel) -> None:
    pavel_imports()
    before = everything()
    pavel_imports(CHANGED, FACTS.replace("с 7 утра", "с 8 утра").replace(",3\n", ",4\n"))
    assert everything() != before

    report = undo_import()

    assert everything() == before
    assert (report.removed, report.restored) == (1, 2)


def test_undoing_the_first_import_leaves_nothing(pavel_imports: Pavel) -> None:
    batch = pavel_imports().batch

    report = undo_import(batch=batch)

    assert everything() == "[]\n[]\n[]\n[]"
    assert (report.removed, report.restored) == (3, 0)


def test_undoing_twice_is_an_answer_and_not_an_error(pavel_imports: Pavel) -> None:
    batch = pavel_imports().batch
    undo_import(batch=batch)

    again = undo_import(batch=batch)

    assert again.already


def test_what_was_undone_can_be_imported_again(pavel_imports: Pavel) -> None:
    pavel_imports()
    undo_import()

    assert len(pavel_imports().facilities.added) == 3


def test_with_nothing_to_undo_pavel_is_told(pavel_imports: Pavel) -> None:
    with pytest.raises(UndoRefused):
        undo_import()
    with pytest.raises(UndoRefused, match="77"):
        undo_import(batch=77)


def test_an_import_under_a_later_one_waits_for_it(pavel_imports: Pavel) -> None:
    first = pavel_imports().batch
    later = pavel_imports(CHANGED).batch

    with pytest.raises(UndoRefused, match=str(later)):
        undo_import(batch=first)

    undo_import(batch=later)
    undo_import(batch=first)
    assert not Facility.objects.exists()


def test_a_correction_made_since_is_not_lost_without_a_word(pavel_imports: Pavel) -> None:
    pavel_imports()
    Fact.objects.filter(key="queue").update(confirmed_by_n=4)

    with pytest.raises(UndoRefused):
        undo_import()

    assert Fact.objects.get(key="queue").confirmed_by_n == 4


def test_a_fact_added_since_keeps_its_card(pavel_imports: Pavel) -> None:
    pavel_imports()
    card = Facility.objects.get(code="op-1")
    Fact.objects.create(
        facility=card,
        key="door",
        nature="practice",
        topic="queue",
        text_ru="Звоните в дверь.",
        last_confirmed_on="2026-11-01",
        confirmed_by_n=1,
    )

    with pytest.raises(UndoRefused):
        undo_import()

    assert Facility.objects.filter(pk=card.pk).exists()


def test_what_was_added_and_is_gone_since_is_not_passed_over(pavel_imports: Pavel) -> None:
    pavel_imports(facts=None)
    pavel_imports()
    Fact.objects.get(key="queue").delete()

    with pytest.raises(UndoRefused):
        undo_import()


def test_a_change_on_another_card_does_not_stand_in_the_way(pavel_imports: Pavel) -> None:
    pavel_imports()
    before = everything()
    pavel_imports(CARDS.replace("Липовый Яр", "Липки"))
    Fact.objects.filter(key="queue").update(confirmed_by_n=4)

    report = undo_import()

    assert (report.removed, report.restored) == (0, 1)
    assert everything() == before.replace('"confirmed_by_n": 3', '"confirmed_by_n": 4')


def test_undoing_one_chapter_leaves_the_other(pavel_imports: Pavel) -> None:
    import_facilities(chapter="lipki", today=TODAY, facilities=CARDS.encode())
    batch = pavel_imports().batch

    undo_import(batch=batch)

    assert set(Facility.objects.values_list("chapter", flat=True)) == {"lipki"}
