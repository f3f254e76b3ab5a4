"""A step of the plan promises a paper: its link leads to it, and what the plan knows is not asked again."""

import re
from dataclasses import replace

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import gettext
from tests.rooms.matters.world import FamilyAtDoor, asks, file_of
from tests.rooms.people.world import Enrolled
from tests.rooms.plans.world import APPEAL, TOLD, answers_all, begins, vera_asks

from peredacha.core.facts import Kin, Request
from peredacha.rooms.plans.selectors import current_filings, current_land
from peredacha.rooms.plans.services import read_binder

pytestmark = pytest.mark.django_db

POST = "170100, г. Соснов, ул. Лесная, д. 1"
LAWYER = Kin(name="Соколова Марина Юрьевна", relation="адвокат")
WANTED = "/papers/about/appeal_custody/"


def vera_told(reach: str, **answers: str) -> FamilyAtDoor:
    """Vera's matter, in which somebody wrote down how the lawyer can be reached."""
    facts = [replace(LAWYER, reach=reach) if isinstance(one, Kin) else one for one in TOLD]
    told = {"door": "detained", "stage": "hearing", "region": "RU-ZRC", "article": "318 ч. 1", **answers}
    return asks(Request(asks=("lawyer",), words="Помогите.", answers=told, name="Вера"), *facts)


@pytest.mark.usefixtures("pavel")
def test_after_the_first_hearing_the_appeal_asks_one_more_question() -> None:
    vera = vera_told(POST)
    paper = begins(vera, "appeal_custody")

    assert answers_all(vera, paper, APPEAL) == ["status"]

    assert vera.client.post(f"{paper}check/").status_code == 302
    said = vera.client.get(paper).content.decode().replace("\xa0", " ")
    assert POST in said
    assert "избрана мера пресечения в виде заключения под стражу" in said


@pytest.mark.usefixtures("pavel")
@pytest.mark.parametrize(
    "reach",
    ["", "+7 900 111-22-33", "mail@example.org, ул. Лесная, д. 1", "8 (900) 111 22 33, д. 1", "через Анну"],
)
def test_what_is_no_postal_address_is_not_written_into_a_paper(reach: str) -> None:
    vera = vera_told(reach)
    assert "lawyer_address" in answers_all(vera, begins(vera, "appeal_custody"), APPEAL)


def test_every_paper_that_a_step_promises_has_a_page_for_everybody() -> None:
    promised = {one.filing for step in current_land().guide.steps for one in step.papers}
    assert len(promised) > 30
    for key in promised:
        page = Client().get(reverse("plans:wanted", args=[key]))
        assert page.status_code == 200
        assert current_filings()[key].card.title["ru"] in page.content.decode()
    assert Client().get("/papers/about/no_such_paper/").status_code == 404


def test_a_stranger_reads_about_the_paper_and_is_shown_the_way_to_one() -> None:
    said = Client().get(WANTED).content.decode()
    assert reverse("asking:return") in said and reverse("asking:needs") in said
    assert "<form" not in said.partition("<main")[2].partition("</main>")[0]
    assert Client().post(f"{WANTED}begin/").status_code == 404


@pytest.mark.usefixtures("pavel")
def test_vera_begins_it_from_there_and_is_asked_at_once() -> None:
    vera = vera_asks()
    assert f'action="{WANTED}begin/"' in vera.client.get(WANTED).content.decode()

    begun = vera.client.post(f"{WANTED}begin/", follow=True)

    assert re.search(r"/questions/\d+/$", begun.request["PATH_INFO"])  # type: ignore[attr-defined]
    assert "appeal" not in begun.request["PATH_INFO"]  # type: ignore[attr-defined]
    assert vera.client.get(f"{WANTED}begin/").status_code == 405
    assert vera.client.post("/papers/about/no_such_paper/begin/").status_code == 404


def test_a_helper_is_told_to_go_by_the_family(pavel: Enrolled) -> None:
    said = pavel.client.get(WANTED).content.decode()
    assert (
        gettext(
            "Open the page of the family and take “Papers” there: the paper is made with what is known of it."
        )
        in said
    )
    assert pavel.client.post(f"{WANTED}begin/").status_code == 404


def test_on_the_helpers_plan_a_paper_leads_to_its_place_among_this_familys(pavel: Enrolled) -> None:
    vera = vera_asks()
    plan = pavel.client.get(f"/desk/matters/{vera.matter.id}/plan/").content.decode()
    choose = reverse("plans:choose", args=[vera.matter.id])
    anchors = re.findall(rf'href="{choose}#(\w+)"', plan)
    assert anchors
    page = pavel.client.get(choose).content.decode()
    assert all(f'id="{one}"' in page for one in anchors)
    assert not read_binder(file_of(vera.keys, vera.matter)).papers


@pytest.mark.parametrize(
    ("back", "leads"),
    [
        ("/en/help/", "/en/help/"),
        ("https://evil.example/", ""),
        ("//evil.example/", ""),
        ("javascript:x()", ""),
    ],
)
def test_the_way_back_leads_to_our_own_pages_alone(back: str, leads: str) -> None:
    said = Client().get(WANTED, {"back": back}).content.decode()

    first = reverse("intake:start")
    assert f'class="back" href="{leads or first}"' in said and "evil" not in said.partition("<main")[0]
