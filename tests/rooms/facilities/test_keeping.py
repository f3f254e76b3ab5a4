"""Pavel's cards are kept: as often as he likes, and always as he brought them last."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from tests.rooms.facilities.world import CHAPTER, POLICE, PRACTICE, SIZO

from peredacha.jurisdictions.chapters import read_chapter
from peredacha.rooms.facilities.models import Chapter, DutyLine, Facility, Fact, PhoneLine, Window
from peredacha.rooms.facilities.selectors import list_duty_phones
from peredacha.rooms.facilities.services import keep_cards, keep_chapter, keep_facts
from peredacha.rooms.imports.services.rows import put_back_rows, rows_of_chapter

Keep = Callable[..., None]
DEMO = Path(__file__).parents[3] / "chapters" / "demo"


def test_keeping_twice_is_the_same_as_once(keep: Keep) -> None:
    keep()
    before = rows_of_chapter(CHAPTER)

    keep()

    assert rows_of_chapter(CHAPTER) == before


def test_a_changed_card_keeps_its_address_and_its_facts_and_loses_what_is_gone(keep: Keep) -> None:
    keep()
    address = Facility.objects.get(code="sizo-1").public_id

    keep_cards(chapter=CHAPTER, cards=[replace(SIZO, place_ru="Сосновка", phones=(), windows=())])

    card = Facility.objects.get(code="sizo-1")
    assert (card.public_id, card.place_ru) == (address, "Сосновка")
    assert Fact.objects.filter(facility=card).count() == 2
    assert not Window.objects.exists()
    assert list(PhoneLine.objects.values_list("facility__code", flat=True)) == ["op-1"]


def test_two_chapters_may_give_a_card_the_same_code(keep: Keep) -> None:
    keep()

    keep_cards(chapter="lipki", cards=[replace(POLICE, place_ru="Липки")])

    places = Facility.objects.filter(code="op-1").order_by("chapter").values_list("chapter", "place_ru")
    assert list(places) == [("lipki", "Липки"), ("sosnov", "Берёзов")]


def test_a_fact_needs_its_card(keep: Keep) -> None:
    with pytest.raises(KeyError):
        keep_facts(chapter=CHAPTER, facts=[PRACTICE])

    assert not Fact.objects.exists()


def test_rows_are_put_back_to_the_last_byte(keep: Keep) -> None:
    keep()
    before = rows_of_chapter(CHAPTER)
    Facility.objects.filter(code="sizo-1").delete()
    Facility.objects.filter(code="op-1").update(public_id="bbbbbbbbbbbb", place_ru="Липки")

    put_back_rows(rows=before)

    assert rows_of_chapter(CHAPTER) == before


@pytest.mark.django_db
def test_a_chapter_is_kept_with_its_duty_lines_and_marks_its_cards(keep: Keep) -> None:
    chapter = read_chapter(DEMO)
    keep_cards(chapter="demo", cards=[POLICE])

    keep_chapter(chapter=chapter)
    keep_chapter(chapter=replace(chapter, contacts=chapter.contacts[:2]))

    assert Chapter.objects.get().region == "RU-ZRC"
    assert DutyLine.objects.count() == 2
    assert list_duty_phones("RU-ZRC")[0].number == "+7 000 000-00-90"
    assert Facility.objects.get().fictional
