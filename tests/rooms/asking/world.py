"""How a family asks for a person: page after page, and the card with the eight words at the end."""

import re
from typing import Any

from django.http import HttpResponse
from tests.people import Visitor

WORDS, NAME = "Сына забрали ночью.", "Вера"
ALONE: dict[str, Any] = {"needs": ["person"], "danger": "no", "reach": "none", "story": WORDS, "name": NAME}
BY_PHONE = {**ALONE, "reach": "phone", "contact": "+7 900 000-00-00", "safe": "после семи"}
BY_MAIL = {**ALONE, "reach": "mail", "contact": "vera@example.org", "notices": "yes"}
LAST = "/ask/send/"


def page_of(step: str) -> str:
    """The address of a step."""
    return "/ask/" if step == "needs" else f"/ask/{step}/"


def step_at(path: str) -> str:
    """The step at an address of either language."""
    return path.rstrip("/").rsplit("/", 1)[-1].replace("ask", "needs")


def answers_all(visitor: Visitor, **given: Any) -> list[str]:
    """Every question answered until the last page; gives the pages that were passed, in their order."""
    passed, path = [], "/ask/"
    while path != LAST:
        passed.append(path)
        answer = visitor.sends(path, answer=given[step_at(path)])
        assert answer.status_code == 302, answer.content.decode()
        path = answer.url.removeprefix("/en")
        assert path not in passed, "the way goes on, never round"
    return passed


def ticket(page: str) -> str:
    """The sealed ticket in the last page."""
    found = re.search(r'name="ticket" value="([^"]+)"', page)
    assert found, page
    return found[1]


def presses_send(visitor: Visitor) -> HttpResponse:
    """The last page opened, and its button pressed."""
    return visitor.sends(LAST, ticket=ticket(visitor.opens(LAST).content.decode()))


def card(visitor: Visitor) -> list[str]:
    """The eight words as the page shows them."""
    page = visitor.opens("/ask/words/").content.decode()
    return re.findall(r"<li>([^<]+)</li>", page.split('class="words-list"', 1)[1].split("</ol>", 1)[0])


def check_word(answer: HttpResponse) -> str:
    """The check word on the card."""
    part = answer.content.decode().partition('class="words-check"')[2]
    found = re.search(r"<strong translate=\"no\">([^<]+)</strong>", part)
    assert found
    return found[1]


def form_mark(visitor: Visitor) -> str:
    """The mark in the form that asks for the eight words."""
    found = re.search(r'name="once" value="([^"]+)"', visitor.opens("/return/").content.decode())
    assert found
    return found[1]


def comes_back(visitor: Visitor, code: list[str]) -> None:
    """A visit with the eight words begins."""
    answer = visitor.sends("/return/", code=" ".join(code), once=form_mark(visitor))
    assert answer.status_code == 302 and answer.url == "/mine/", answer.content.decode()
