"""Before saving Pavel sees who may be here already; never anybody of another chapter."""

import csv

import pytest
from tests.house.tree import ROOT
from tests.rooms.arrivals.world import CALL, matter_of, page, reception, sends, whole

from peredacha.core.linkage import Named, compare, read_name
from peredacha.rooms.arrivals.selectors.alike import may_be, pairs_of
from peredacha.rooms.matters.models import Matter, MatterState
from peredacha.rooms.matters.services import QueueCard

pytestmark = pytest.mark.django_db
PAIRS = ROOT / "tests" / "core" / "linkage" / "pairs.csv"
URL = "/arrivals/calls/"


def test_the_same_name_in_latin_letters_is_shown_with_its_reasons_before_anything_is_saved() -> None:
    pavel = reception()
    matter = matter_of(sends(pavel.client, URL, CALL))

    answer = sends(pavel.client, URL, CALL, who="Smirnov Petr", words="Ищу брата.")

    assert answer.status_code == 409
    text = page(answer)
    assert str(matter.id) in text and "Смирнов Пётр Ильич, 1987" in text and "Ищу брата." in text
    assert Matter.objects.count() == 1


def test_pavel_decides_it_is_another_person() -> None:
    pavel = reception()
    first = matter_of(sends(pavel.client, URL, CALL))

    second = matter_of(sends(pavel.client, URL, CALL, same="new"))

    assert first != second


def test_pavel_decides_it_is_the_same_person_and_adds_to_the_matter() -> None:
    pavel = reception()
    matter = matter_of(sends(pavel.client, URL, CALL))

    answer = sends(pavel.client, URL, CALL, same=str(matter.id), words="Звонит тётя.", place="ИВС")

    assert matter_of(answer) == matter and Matter.objects.count() == 1
    file = whole(pavel, matter)
    assert file.place and file.place.words == "ИВС"


def test_a_matter_that_was_closed_meanwhile_is_not_chosen_silently() -> None:
    pavel = reception()
    matter = matter_of(sends(pavel.client, URL, CALL))
    Matter.objects.update(state=MatterState.CLOSED)

    chosen = sends(pavel.client, URL, CALL, same=str(matter.id))
    hinted = sends(pavel.client, URL, CALL)

    assert chosen.status_code == 422 and "Забрали вечером" in page(chosen)
    assert hinted.status_code == 302


def test_no_hint_crosses_from_chapter_to_chapter() -> None:
    pavel, zoya = reception(), reception("Zoya", "far")
    sends(pavel.client, URL, CALL)

    answer = sends(zoya.client, URL, CALL)

    assert answer.status_code == 302 and "Смирнов" not in page(answer)


def test_a_call_without_a_name_asks_nothing() -> None:
    pavel = reception()
    sends(pavel.client, URL, CALL, who="")

    assert sends(pavel.client, URL, CALL, who="").status_code == 302


def card(named: Named) -> QueueCard:
    return QueueCard(surname=named.surname, given=named.given, patronymic=named.patronymic)


def test_the_rough_look_hides_no_pair_that_the_exact_one_would_show() -> None:
    rows = csv.DictReader(PAIRS.read_text("utf-8").splitlines(), delimiter=";")
    both = [(read_name(row["one"]), read_name(row["other"])) for row in rows]
    alike = [(a, b) for pair in both for a, b in (pair, pair[::-1]) if compare(a, b).kind != "different"]

    hidden = [f"{a.raw} | {b.raw}" for a, b in alike if not may_be(card(a), pairs_of(b))]

    assert len(alike) > 150
    assert hidden == []


def test_the_rough_look_spares_the_exact_one_most_strangers() -> None:
    names = ["Иванов Иван", "Ким Ольга", "Гусева Анна", "Черкасов Олег", "Белых Юлия", "Ткач Роман"]
    looked = [other for other in names if may_be(card(read_name(other)), pairs_of(read_name("Смирнов Пётр")))]

    assert len(looked) <= 2
