"""The demo chapter is whole, kind and cannot be taken for a real region."""

import csv
import re
from collections import Counter

import pytest
from django.conf import settings
from tests.rooms.imports.world import DEMO

from peredacha.jurisdictions.chapters import read_chapter
from peredacha.jurisdictions.load import pack
from peredacha.rooms.facilities.models import Facility, FacilityKind, Fact, FactTopic, PhoneLine
from peredacha.rooms.facilities.selectors import (
    list_by_kinds,
    list_duty_phones,
    region_names,
)

Rows = list[dict[str, str]]


def rows(name: str) -> Rows:
    with (DEMO / name).open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table))


def test_every_kind_of_place_is_there_and_every_card_says_that_it_is_invented(demo_cards: None) -> None:
    kinds = set(Facility.objects.values_list("kind", flat=True))

    assert kinds == set(FacilityKind.values) - {"office"}  # every other kind has a name of its own
    assert Facility.objects.filter(fictional=True).count() == Facility.objects.count() == 29


def test_every_topic_is_met(demo_cards: None) -> None:
    assert set(Fact.objects.values_list("topic", flat=True)) == set(FactTopic.values)


def test_whoever_asks_where_he_is_gets_numbers_to_call(demo_cards: None) -> None:
    lines = list_by_kinds("RU-ZRC", ["police", "temporary", "remand", "prosecutor"])

    assert all(line.phones for line in lines)
    assert len(list_duty_phones("RU-ZRC")) == 3
    chapter = read_chapter(DEMO)
    assert (chapter.region.zone, chapter.fictional) == ("Europe/Moscow", True)
    assert region_names()["RU-ZRC"]["ru"] == "Заречная область"


def test_no_number_can_ring_anywhere_and_none_is_given_twice(demo_cards: None) -> None:
    numbers = Counter(PhoneLine.objects.values_list("number", flat=True))

    assert all(re.fullmatch(r"\+7 000 000-00-\d\d", number) for number in numbers)
    assert max(numbers.values()) == 1


@pytest.mark.parametrize("name", ["facilities.csv", "facts.csv"])
def test_every_russian_text_has_its_english(name: str) -> None:
    for row in rows(name):
        for column in row:
            if column.endswith("_ru"):
                english = row[column.removesuffix("_ru") + "_en"]
                assert bool(row[column]) == bool(english), (row, column)
                assert row[column].count("|") == english.count("|"), (row, column)


def test_the_courts_have_the_shape_of_the_real_ones_and_no_real_name() -> None:
    courts = rows("courts.csv")
    real = {court.name for court in pack("ru").courts}

    assert Counter(court["level"] for court in courts) == {"regional": 1, "district_or_city": 12}
    assert {court["region_code"] for court in courts} == {"00"}
    assert len({court["court_code"] for court in courts}) == 13
    assert not {court["name"] for court in courts} & real


def test_every_rule_of_the_demo_stands_on_a_row_of_the_pack() -> None:
    known = pack(settings.JURISDICTION).grounds

    cited = {row for fact in rows("facts.csv") for row in fact["norms"].split()}

    assert sorted(cited - set(known)) == []
