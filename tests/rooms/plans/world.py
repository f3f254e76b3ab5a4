"""Vera needs a paper; Larisa the lawyer reads her matter; what the pages ask is answered as a browser would."""

import re
from typing import Any
from urllib.parse import urlsplit

from django.http import HttpResponse
from django.test import Client
from django.utils.translation import gettext, override
from tests.rooms.matters.world import FamilyAtDoor, asks, file_of
from tests.rooms.people.world import Enrolled

from peredacha.core.facts import Fact, Hearing, Kin, Person, Reach, Request
from peredacha.rooms.plans.services import PaperFile, read_binder

ANSWERS = {
    "door": "inside",
    "stage": "remand",
    "region": "RU-ZRC",
    "place": "00RS0004",
    "article": "318 ч. 1",
    "custody_until": "2027-01-20",
}
"""What Vera answered to the plan."""
TOLD: tuple[Fact, ...] = (
    Person(surname="Кузнецов", given="Илья", patronymic="Олегович", sex="m", born_on="1999-05-04"),
    Kin(name="Соколова Марина Юрьевна", relation="адвокат"),
    Hearing(at="2026-11-20T11:00", court="Верхнебродский городской суд", what="стража"),
)
"""What Vera told in her request, and Anna after her."""
APPEAL = {
    "lawyer_address": {"answer": "170100, г. Соснов, ул. Лесная, д. 1"},
    "status": {"answer": "accused"},
    "order": {"answer": "custody"},
}
"""What nobody has told yet for the appeal against custody."""


def vera_asks(*more: Fact, **answers: Any) -> FamilyAtDoor:
    """Vera asks for a person after she went through the plan."""
    request = Request(asks=("person",), words="Помогите.", answers={**ANSWERS, **answers}, name="Вера")
    return asks(request, Reach(way="phone", value="+7 900 000-00-00"), *TOLD, *more)


def at(vera: FamilyAtDoor, part: str = "") -> str:
    """The address of the papers of a matter, or of one of its parts."""
    return f"/papers/matters/{vera.matter.id}/{part}"


def begins(vera: FamilyAtDoor, filing: str, client: Client | None = None) -> str:
    """Choose a filing; gives the address of the paper."""
    answer = (client or vera.client).post(at(vera, "choose/"), {"filing": filing})
    assert answer.status_code == 302, answer.content.decode()
    return answer["Location"].removesuffix("about/")


def need_of(vera: FamilyAtDoor, page: HttpResponse) -> str:
    """The name of the need that the page asks."""
    number = re.search(r"/questions/(\d+)/", page.request["PATH_INFO"])  # type: ignore[attr-defined]
    assert number
    return last_paper(vera).filing.card.needs[int(number[1]) - 1].name


def answers_all(vera: FamilyAtDoor, paper: str, told: dict[str, dict[str, str]]) -> list[str]:
    """Answer one page after the other until everything is known; gives what was asked."""
    asked = []
    page = vera.client.get(f"{paper}next/", follow=True)
    while "/check/" not in page.request["PATH_INFO"]:  # type: ignore[attr-defined]
        if "/words/" in page.request["PATH_INFO"]:  # type: ignore[attr-defined]
            asked.append("words")
            page = vera.client.post(page.request["PATH_INFO"], {"way": "0"}, follow=True)  # type: ignore[attr-defined]
            continue
        name = need_of(vera, page)
        assert name not in asked, f"{name} is asked twice: {page.content.decode()}"
        asked.append(name)
        page = vera.client.post(page.request["PATH_INFO"], told[name], follow=True)  # type: ignore[attr-defined]
        assert page.status_code == 200, page.content.decode()
    return asked


def makes(vera: FamilyAtDoor, filing: str = "appeal_custody", **told: dict[str, str]) -> str:
    """Vera makes a paper; gives its address."""
    paper = begins(vera, filing)
    answers_all(vera, paper, {**APPEAL, **told})
    answer = vera.client.post(f"{paper}check/")
    assert answer.status_code == 302 and urlsplit(answer["Location"]).path == paper
    return paper


def changes(vera: FamilyAtDoor, paper: str, need: str, **typed: str) -> None:
    """Vera changes one fact and makes the paper once more."""
    vera.client.post(f"{paper}change/")
    number = [one.name for one in last_paper(vera).filing.card.needs].index(need) + 1
    assert vera.client.post(f"{paper}questions/{number}/", typed).status_code == 302
    assert vera.client.post(f"{paper}check/").status_code == 302


def last_paper(vera: FamilyAtDoor) -> PaperFile:
    """The newest paper as it is kept."""
    return read_binder(file_of(vera.keys, vera.matter)).papers[-1]


def sends(vera: FamilyAtDoor, paper: str) -> None:
    """Vera sends the newest version to the lawyer."""
    last = last_paper(vera).last
    assert last
    assert vera.client.post(f"{paper}send/", {"digest": last.digest}).status_code == 302


def looks(larisa: Enrolled, vera: FamilyAtDoor, paper: str, step: str, text: str = "") -> HttpResponse:
    """Larisa says her word on the version that she sees."""
    last = last_paper(vera).last
    assert last
    return larisa.client.post(f"{paper}look/", {"digest": last.digest, "step": step, "text": text})  # type: ignore[return-value]


def text_of(vera: FamilyAtDoor, address: str) -> str:
    """A page as Vera sees it."""
    answer = vera.client.get(address, follow=True)
    assert answer.status_code == 200
    return str(answer.content.decode()).replace("\xa0", " ")


def said(sentence: str) -> str:
    """A sentence of the house as a Russian page says it."""
    with override("ru"):
        return gettext(sentence)
