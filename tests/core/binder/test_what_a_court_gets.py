"""Larisa checks the binder and takes along what Thursday's hearing needs; each number leads to its page."""

import doctest
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.binder.world import binder, pages
from tests.house.tree import ROOT

from peredacha.core.binder import (
    Binder,
    Contradiction,
    Event,
    Exhibit,
    Section,
    Statement,
    Unbindable,
    biography,
    chosen,
    digest_of,
    exhibit_list,
    faults,
    front,
    leaves_in_words,
    sheets,
    whole,
    without,
)
from peredacha.core.binder import sentences as say

DAY = date(2026, 11, 20)


def test_a_sound_binder_has_nothing_to_mend() -> None:
    assert faults(binder()) == ()


def test_whatever_names_a_page_that_left_is_told() -> None:
    held = binder()
    left = replace(held, pages=without(held.pages, ("rec1",)))

    assert [(one.id, one.said) for one in faults(left)] == [
        ("search", say.EVENT_GONE),
        ("record", say.EXHIBIT_GONE),
        ("hour", say.STATEMENT_GONE),
    ]


def test_what_names_no_page_or_ends_too_early_is_told() -> None:
    bare = Statement(what="Так сказал следователь.", pages=())
    held = Binder(
        pages=pages("a1"),
        events=(
            Event(id="none", day=DAY, what="Допрос.", pages=()),
            Event(id="back", day=DAY, until=date(2026, 11, 19), what="Экспертиза.", pages=("a1",)),
        ),
        exhibits=(Exhibit(id="empty", title="Справка", pages=()),),
        contradictions=(
            Contradiction(id="two", first=bare, second=Statement(what="Не так.", pages=("a1",))),
        ),
    )

    assert [(one.id, one.said) for one in faults(held)] == [
        ("none", say.EVENT_BARE),
        ("back", say.EVENT_BACKWARD),
        ("empty", say.EXHIBIT_BARE),
        ("two", say.STATEMENT_BARE),
    ]


def test_what_to_bring_on_thursday_keeps_the_chosen_order_and_the_exhibit_numbers() -> None:
    held = binder()
    bundle = chosen(held, "На четверг", ("cer1", "rec1", "rec2", "let1", "cer1"))

    assert [(part.exhibit, part.pages) for part in bundle.parts] == [
        (2, ("cer1",)),
        (1, ("rec1", "rec2")),
        (0, ("let1",)),
    ]
    assert [one.stamp for one in sheets(bundle, held)] == [
        "Приложение 2, л. 1",
        "Приложение 1, л. 2",
        "Приложение 1, л. 3",
        "л. 4",
    ]
    assert exhibit_list(bundle).rows == (
        ("2", "Справка из больницы", "1"),
        ("1", "Протокол обыска", "2–3"),
        ("—", "Другие листы", "4"),
    )


def test_a_document_whose_pages_lie_apart_has_one_row() -> None:
    bundle = chosen(binder(), "На четверг", ("rec1", "cer1", "rec2"))

    assert exhibit_list(bundle).rows[0] == ("1", "Протокол обыска", "1, 3")


def test_the_whole_binder_carries_its_own_numbers_and_each_sheet_knows_its_file() -> None:
    held = binder()
    bound = sheets(whole(held, "Дело"), held)

    assert [one.number for one in bound] == [page.number for page in held.pages]
    assert [(one.digest, one.leaf) for one in bound[3:6]] == [(digest_of(b"let"), n) for n in (1, 2, 3)]


def test_a_biography_has_its_sections_in_the_order_of_a_court() -> None:
    held = binder()
    told = {Section.PHOTOS: ["pic1"], Section.HEALTH: ["cer1"], Section.LETTERS: ["let2", "let1", "cer1"]}
    packet = biography(held, "Кто он", told)

    assert exhibit_list(packet).rows == (
        ("Здоровье", "1"),
        ("Письма в поддержку", "2–3"),
        ("Фотографии", "4"),
    )
    assert packet.pages == ("cer1", "let2", "let1", "pic1")


def test_nothing_chosen_and_a_page_that_is_gone_are_told() -> None:
    held = binder()
    for act, said in (
        (lambda: chosen(held, "Пусто", ()), say.NO_PAGES),
        (lambda: whole(Binder(), "Пусто"), say.NO_PAGES),
        (lambda: biography(held, "Пусто", {}), say.NO_PAGES),
        (lambda: chosen(held, "Чужое", ("igor",)), say.GONE),
        (lambda: sheets(whole(held, "Дело"), Binder(pages=pages("a1"))), say.GONE),
    ):
        with pytest.raises(Unbindable) as no:
            act()
        assert no.value.said == said


def test_the_front_tells_what_was_asked_with_the_numbers_of_this_bundle() -> None:
    held = binder()
    bundle = chosen(held, "На четверг", ("cer1", "rec1"))
    asked = front(bundle, held, chronology=True, contradictions=True, sources=True)

    assert [table.heading for table in asked.tables] == [
        "Опись документов",
        "Хронология",
        "Противоречия",
        "Откуда получены листы",
    ]
    assert asked.tables[1].rows == (
        ("01.10.2026 – 09.10.2026", "Лежал в больнице.", "1"),
        ("03.11.2026", "Обыск в квартире.", "2"),
    )
    assert asked.tables[2].rows == (("Обыск начали в 6:00.", "2", "В 6:00 он был в больнице.", "1"),)
    assert asked.tables[3].rows[0] == ("1", "Вера", "20.11.2026", digest_of(b"cer"))


def test_a_source_is_told_only_when_asked_and_an_empty_table_never() -> None:
    held = binder()
    asked = front(chosen(held, "Письма", ("let1",)), held, chronology=True, contradictions=True)

    assert [table.heading for table in asked.tables] == ["Содержание"]


@given(st.lists(st.integers(min_value=1, max_value=30)))
def test_leaves_in_words_name_each_leaf_once(numbers: list[int]) -> None:
    said = leaves_in_words(numbers)
    told = [part.partition("–") for part in said.split(", ") if part]
    back = [number for first, _dash, last in told for number in range(int(first), int(last or first) + 1)]

    assert back == sorted(set(numbers))


@given(st.permutations([one.id for one in pages()]), st.integers(min_value=1, max_value=7))
def test_a_bundle_holds_each_chosen_page_once_and_counts_from_one(order: list[str], count: int) -> None:
    held = binder()
    bundle = chosen(held, "На четверг", order[:count])

    assert bundle.pages == tuple(order[:count])
    assert [one.number for one in sheets(bundle, held)] == list(range(1, count + 1))
    rows = exhibit_list(bundle).rows
    assert sorted(len(one) for one in rows) == [len(rows[0])] * len(rows)


def test_nothing_of_the_family_shows_in_a_repr() -> None:
    held = binder()
    bundle = whole(held, "Дело Лебедева")

    shown = repr((held, held.pages, held.events, bundle, bundle.parts, front(bundle, held), faults(held)))
    assert "Лебедев" not in shown and "Вера" not in shown and "Обыск" not in shown


def test_the_examples_of_the_reference_page_run() -> None:
    result = doctest.testfile(str(ROOT / "docs/reference/binder.md"), module_relative=False)

    assert result.attempted > 10 and result.failed == 0
