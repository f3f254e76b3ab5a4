"""Who comes in, who finds nothing, and that nobody is led away from the site."""

import pytest
from django.test import Client
from django.utils import timezone
from tests.rooms.cautions.world import (
    FILING,
    PAPER,
    at,
    begins,
    goes,
    signs,
    standing,
    step_at,
    text_of,
    vera_asks,
)
from tests.rooms.matters.world import FamilyAtDoor, asks, file_of, keys
from tests.rooms.people.world import Enrolled, enrol

from peredacha.core.facts import Author, Decision
from peredacha.rooms.arrivals.services.merging import merge, part
from peredacha.rooms.cautions.services import secrecy_of, steps_of
from peredacha.rooms.conversations.models import Notice
from peredacha.rooms.conversations.services import Box, change_wish
from peredacha.rooms.matters.models import FactRow
from peredacha.rooms.matters.services import erase_matter, tell

pytestmark = pytest.mark.django_db
PAGES = ("", "next/", "1/", "2/", "3/", "decide/", "urgent/")


def test_family_and_helpers_read_the_same_note(vera: FamilyAtDoor, larisa: Enrolled, anna: Enrolled) -> None:
    step = goes(vera)

    for client in (vera.client, larisa.client, anna.client):
        assert "Сказал адвокату." in text_of(client, step)


def test_strangers_find_nothing(vera: FamilyAtDoor) -> None:
    step, signed = goes(vera), signs(vera)
    igor, other = enrol("Igor", ("lawyer", "coordinator")), asks()
    addresses = [f"{step}{page}" for page in PAGES]
    addresses += [f"{signed}{page}" for page in ("cover/", "papers/", "lift/")]
    addresses += [at(vera.matter, page) for page in ("", "signed/", "signed/add/", "begin/")]

    for address in addresses:
        for client in (igor.client, other.client):
            assert client.get(address).status_code in (404, 405)
            assert client.post(address, {"about": PAPER, "state": "go"}).status_code in (404, 405)
        assert Client().get(address).status_code in (302, 404, 405)
    assert len(list(steps_of(file_of(vera.keys, vera.matter)))) == 1


def test_a_step_of_another_matter_is_not_there(vera: FamilyAtDoor) -> None:
    step, other = goes(vera), vera_asks()

    assert other.client.get(step.replace(str(vera.matter.id), str(other.matter.id))).status_code == 404


def test_the_page_that_names_nothing_leads_vera_to_her_own(vera: FamilyAtDoor) -> None:
    assert vera.client.get("/cautions/")["Location"] == at(vera.matter)


@pytest.mark.parametrize(
    "led",
    [
        "https://igor.example/",
        "//igor.example/",
        "/\\igor.example/",
        "javascript:alert(1)",
        "/nowhere/at/all/",
        "/desk/?next=https://igor.example/",
        "/de\x01sk/",
        "",
    ],
)
def test_nobody_is_led_away(vera: FamilyAtDoor, led: str) -> None:
    step = begins(vera, next=led)

    assert step_at(vera, step).fact.back == ""


def test_the_way_back_to_the_paper_is_kept(vera: FamilyAtDoor) -> None:
    paper = f"/papers/matters/{vera.matter.id}/{PAPER}/"
    step = begins(vera, next=paper)
    assert str(vera.matter.id) not in step_at(vera, step).fact.back
    vera.client.post(f"{step}urgent/")

    assert f'href="{paper}"' in text_of(vera.client, step)


@pytest.mark.parametrize("told", [{}, {"about": "igor"}, {"about": "x" * 50}, {"about": "\x00"}])
def test_a_step_about_nothing_is_not_begun(vera: FamilyAtDoor, told: dict[str, str]) -> None:
    answer = vera.client.post(at(vera.matter, "begin/"), told)

    assert answer["Location"] == at(vera.matter)
    assert steps_of(file_of(vera.keys, vera.matter)) == ()


def test_a_filing_that_the_land_does_not_know_is_dropped(vera: FamilyAtDoor) -> None:
    assert step_at(vera, begins(vera, filing="igor")).fact.filing == ""


def test_the_risk_of_the_paper_stands_above_the_first_question(vera: FamilyAtDoor) -> None:
    page = text_of(vera.client, f"{begins(vera, filing=FILING)}1/")

    assert "Отвечать за жалобу приходится тому, кто внутри." in page


def test_a_note_that_only_helpers_read_is_no_decision(vera: FamilyAtDoor, pavel: Enrolled) -> None:
    file = file_of(keys(pavel), vera.matter)
    fact = Decision(key=PAPER, about=PAPER, state="urgent")
    tell(keys=keys(pavel), file=file, fact=fact, author=Author(), now=timezone.now(), inner=True)

    assert steps_of(file_of(keys(pavel), vera.matter)) == ()


def test_a_decision_with_a_broken_name_breaks_no_page(vera: FamilyAtDoor) -> None:
    file = file_of(vera.keys, vera.matter)
    tell(keys=vera.keys, file=file, fact=Decision(key="x", about=PAPER), author=Author(), now=timezone.now())

    assert text_of(vera.client, at(vera.matter))
    assert not standing(vera).may_go


def test_larisa_hears_that_there_is_something_new(vera: FamilyAtDoor, larisa: Enrolled) -> None:
    change_wish(member=larisa.member, box=Box("larisa@example.org"))
    goes(vera)

    assert list(Notice.objects.values_list("holder", flat=True)) == [larisa.member.id]


def test_when_two_matters_become_one_decisions_and_secrets_come_along_and_part_again(
    vera: FamilyAtDoor, pavel: Enrolled
) -> None:
    goes(vera)
    signs(vera)
    other, opener, now = vera_asks(), keys(pavel), timezone.now()
    kept, second = file_of(opener, other.matter), file_of(opener, vera.matter)
    row = merge(keys=opener, kept=kept, second=second, one_family=True, now=now)
    there = file_of(opener, other.matter)

    assert [one.fact.state for one in steps_of(there)] == ["go"]
    assert secrecy_of(there, now) is not None
    part(keys=opener, kept=there, row=row, now=now)
    assert steps_of(file_of(opener, other.matter)) == ()
    assert secrecy_of(file_of(opener, other.matter), now) is None


def test_what_is_erased_leaves_nothing(vera: FamilyAtDoor) -> None:
    goes(vera)
    erase_matter(vera.matter, today=timezone.localdate())

    assert not FactRow.objects.exists()
