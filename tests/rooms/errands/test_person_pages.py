"""The person inside: asked one question a page by Vera, known to Petya who packs, and to nobody else."""

from typing import Any

import pytest
from django.test import Client
from tests.rooms.errands.test_counter_page import at, text
from tests.rooms.errands.world import errands_for, packing, seen_by, seen_by_packer, today, vera_asks_for_food
from tests.rooms.matters.world import FamilyAtDoor, keys
from tests.rooms.people.world import enrol

from peredacha.rooms.errands.models import Recipient
from peredacha.rooms.facilities.models import Facility

pytestmark = pytest.mark.django_db

ANSWERS: tuple[dict[str, Any], ...] = (
    {"surname": "Кузнецов", "given": "Илья", "patronymic": "Олегович", "birth_year": "1999"},
    {"place": "ИК-9, Соснов", "held": "colony", "confirmed_by": "call"},
    {
        "regime": "strict",
        "conditions": "?",
        "admitted_on_0": "10",
        "admitted_on_1": "3",
        "admitted_on_2": "2026",
    },
    {"sex": "m", "traits": ["disabled_1_2"]},
    {"avoids": ["sugar", "honey"], "needs": "Диабет.", "clothes": "52", "shoes": "43", "smokes": "on"},
    {"alias": "Лёша", "language": "ru", "interests": "Рыбалка.", "silent_on": "Суд."},
)
"""What Vera answers on each page."""


def known(vera: FamilyAtDoor) -> Recipient:
    """The person as Vera's file has it."""
    opened = seen_by(vera.keys, vera)
    assert opened
    return opened.recipient


def colony(kind: str = "colony") -> Facility:
    """A card of a place where people are held."""
    found: Facility = Facility.objects.create(
        chapter="demo", code=f"ik9-{kind}", kind=kind, region="RU-ZRC", name_ru="ИК-9", search="ик-9"
    )
    return found


def test_vera_goes_through_six_pages_and_petya_knows_what_to_leave_out() -> None:
    chapter, vera = packing(), vera_asks_for_food()

    for number, typed in enumerate(ANSWERS, start=1):
        answer = vera.client.post(at(vera, f"person/{number}/?walk=1"), typed)
        assert answer.status_code == 302, text(answer)
        last = number == len(ANSWERS)
        assert answer["Location"] == at(vera, "person/" if last else f"person/{number + 1}/?walk=1")

    opened = seen_by(vera.keys, vera)
    assert opened
    packer = seen_by_packer(chapter.petya, opened)
    assert packer and packer.recipient == opened.recipient
    told = packer.recipient
    assert (told.regime, told.conditions, told.admitted_on) == ("strict", None, "2026-03-10")
    assert (told.avoids, told.health, told.shoes, told.smokes) == (
        ("sugar", "honey"),
        ("disabled_1_2",),
        "43",
        True,
    )
    assert (told.alias, told.silent_on, told.confirmed_by) == ("Лёша", "Суд.", "call")


def test_every_page_shows_what_is_known_and_one_change_leaves_the_rest() -> None:
    packing()
    vera = vera_asks_for_food()
    errands_for(vera.keys, vera, needs="Диабет.", shoes="43")

    assert 'value="43"' in vera.client.get(at(vera, "person/5/")).content.decode()
    assert vera.client.post(at(vera, "person/1/"), ANSWERS[0])["Location"] == at(vera, "person/")

    assert (known(vera).needs, known(vera).shoes) == ("Диабет.", "43")
    page = text(vera.client.get(at(vera, "person/")))
    assert "Кузнецов Илья Олегович, 1999" in page and "Size of shoes: 43." in page
    assert "What matters besides: Диабет." in page


def test_kinds_of_things_lie_in_groups_and_only_the_one_with_a_tick_is_open() -> None:
    packing()
    vera = vera_asks_for_food()
    errands_for(vera.keys, vera, avoids=("sugar",))

    page = vera.client.get(at(vera, "person/5/")).content.decode()

    assert page.count("<details") >= 5
    opened = page[: page.index('value="sugar"')].rpartition("<details")[2]
    closed = page[: page.index('value="soap"')].rpartition("<details")[2]
    assert " open>" in opened[:30] and " open>" not in closed[:30]


def test_i_do_not_know_is_an_answer_on_every_page() -> None:
    packing()
    vera = vera_asks_for_food()
    nothing: tuple[dict[str, str], ...] = (
        {},
        {},
        {"regime": "?", "conditions": "?"},
        {"sex": "?"},
        {},
        {},
    )

    for number, typed in enumerate(nothing, start=1):
        assert vera.client.post(at(vera, f"person/{number}/"), typed).status_code == 302

    assert known(vera) == Recipient(held="colony", language="")
    assert vera.client.get(at(vera, "person/7/")).status_code == 404


def test_the_card_of_a_place_says_how_the_law_counts_there() -> None:
    packing()
    vera = vera_asks_for_food()
    errands_for(vera.keys, vera)
    remand = colony("remand")
    errands_for(vera.keys, vera, facility=remand.public_id)

    vera.client.post(at(vera, "person/2/"), {"facility": remand.public_id, "held": "colony"})

    assert (known(vera).facility, known(vera).held) == (remand.public_id, "remand")
    assert "Weight that is left this month" in text(vera.client.get(at(vera)))


def test_one_tap_says_that_he_is_still_there() -> None:
    packing()
    vera = vera_asks_for_food()
    errands_for(vera.keys, vera, place="ИК-9", confirmed_on="2026-01-01")
    before = text(vera.client.get(at(vera, "person/")))

    assert vera.client.post(at(vera, "person/still/")).status_code == 302

    assert "Ask again before anything is carried there." in before
    assert known(vera).confirmed_on == today().isoformat()
    assert "Known for sure today." in text(vera.client.get(at(vera, "person/")))


def test_a_day_ahead_and_a_year_that_is_none_are_said_in_one_sentence() -> None:
    packing()
    vera = vera_asks_for_food()

    year = vera.client.post(at(vera, "person/1/"), {**ANSWERS[0], "birth_year": "девяносто"})
    ahead = {"confirmed_on_0": "1", "confirmed_on_1": "1", "confirmed_on_2": str(today().year + 1)}
    day = vera.client.post(at(vera, "person/2/"), {"place": "ИК-9", **ahead})

    assert year.status_code == day.status_code == 422
    assert "four digits" in text(year) and "still ahead" in text(day)
    assert "Кузнецов" in year.content.decode() and "ИК-9" in day.content.decode()


def test_petya_reads_the_label_and_confirms_the_place_and_strangers_find_nothing() -> None:
    chapter, vera = packing(), vera_asks_for_food()
    opened = errands_for(keys(chapter.pavel), vera, place="ИК-9", avoids=("sugar",), shoes="43")
    address = f"/en/errands/{opened.row.id}/"

    page = text(chapter.petya.client.get(address))
    assert "Кузнецов Илья Олегович" in page and "Sugar" in page and "Parcels that are left: 4." in page
    assert chapter.petya.client.post(f"{address}still/").status_code == 302
    assert known(vera).confirmed_by == "window"

    igor, other = enrol("Igor", ("packer",)), packing("other", "Kolya", "Fedya")
    for client in (igor.client, other.petya.client, vera.client):
        assert client.get(address).status_code in (302, 403, 404)
        assert "Кузнецов" not in client.get(address, follow=True).content.decode()
    assert Client().get(address).status_code in (302, 403, 404)


def test_what_must_never_be_written_stands_under_its_own_name() -> None:
    packing()
    vera = vera_asks_for_food()
    errands_for(vera.keys, vera, alias="Алексей", interests="Книги", silent_on="О суде", avoids=("sugar",))

    page = text(vera.client.get(at(vera, "person/")))

    for line in ("Name for letters: Алексей.", "What to write about: Книги.", "He must not have: Sugar."):
        assert line in page
    assert "What never to write about: О суде." in page and "without" not in page
