"""Pavel meets a name that he has seen before: from the matter he goes to look, and only where he may act on it."""

import pytest
from tests.rooms.desk.world import at, beside, family, lets_in, page
from tests.rooms.matters.world import reception
from tests.rooms.people.world import Enrolled, enrol

from peredacha.rooms.matters.models import Matter

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo_cards")]


def way_to_look(matter: Matter) -> str:
    return f"/arrivals/similar/{matter.id}/"


def is_offered(helper: Enrolled, matter: Matter) -> bool:
    return f'href="{way_to_look(matter)}"' in page(helper, at(matter))


def test_a_coordinator_goes_from_the_matter_to_look_for_the_same_person_and_back() -> None:
    pavel = reception()
    oleg, matter = beside(pavel), family("Вера").matter

    assert is_offered(pavel, matter) and is_offered(oleg, matter)
    assert f'href="{at(matter)}"' in page(pavel, way_to_look(matter))


def test_who_may_not_make_matters_one_is_not_led_there() -> None:
    pavel, anna = reception(), enrol("Anna")
    matter = family("Вера").matter
    lets_in(pavel, anna, matter)

    assert not is_offered(anna, matter)
    assert anna.client.get(way_to_look(matter)).status_code == 404


def test_a_closed_matter_leads_nobody_there() -> None:
    pavel, vera = reception(), family("Вера")
    pavel.client.post(at(vera.matter, "close/"), {"close-why": "Сына отпустили"})

    assert not is_offered(pavel, vera.matter)
    assert pavel.client.get(way_to_look(vera.matter)).status_code == 404


def test_after_a_mistake_on_the_page_the_way_is_still_there() -> None:
    pavel, matter = reception(), family("Вера").matter

    answer = pavel.client.post(at(matter, "talk/"), {"text": " "})

    assert answer.status_code == 422 and way_to_look(matter) in answer.content.decode()
