"""A double click on a form of the matter's page is one try, one promise; another choice in it is another one."""

import re

import pytest
from tests.rooms.desk.world import at, day_parts, family, page, sees
from tests.rooms.matters.world import reception

from peredacha.core.facts import Contact, NextStep
from peredacha.rooms.matters.services import traces_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo_cards")]


def mark_in(html: str, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]+)"', html)
    assert found, f"the form bears a mark in {name}"
    return found[1]


@pytest.mark.parametrize("where", ["", "helpers/", "queue"])
def test_a_try_is_logged_once_however_often_pavel_presses(where: str) -> None:
    pavel, matter = reception(), family("Вера").matter
    html = page(pavel, "/desk/" if where == "queue" else at(matter, where))
    sent = {"contact-outcome": "no_answer", "contact-once": mark_in(html, "contact-once")}

    answers = [pavel.client.post(at(matter, "contact/"), sent).status_code for _click in range(2)]

    assert answers == [302, 302]
    file = sees(pavel, matter)
    assert len(list(file.all(Contact))) == 1
    assert [one.act for one in traces_of(file)].count("matter_changed") == 1


@pytest.mark.parametrize("where", ["", "plan/", "people/", "helpers/", "history/"])
def test_every_form_for_a_try_bears_a_mark_and_no_page_the_same(where: str) -> None:
    pavel, matter = reception(), family("Вера").matter
    pages = [page(pavel, at(matter, where)) for _time in range(2)]

    marks = [re.findall(r'name="contact-once" value="([^"]+)"', html) for html in pages]

    assert [len(one) for one in marks] == [html.count(f'action="{at(matter, "contact/")}"') for html in pages]
    assert not set(marks[0]) & set(marks[1])


def test_after_a_step_back_another_answer_is_another_try() -> None:
    pavel, matter = reception(), family("Вера").matter
    mark = mark_in(page(pavel, at(matter)), "contact-once")

    for outcome in ("no_answer", "reached", "reached"):
        pavel.client.post(at(matter, "contact/"), {"contact-outcome": outcome, "contact-once": mark})

    assert [one.outcome for one, _told in sees(pavel, matter).all(Contact)] == ["no_answer", "reached"]


def test_the_same_mark_on_the_line_of_another_family_is_no_double_click() -> None:
    pavel, matters = reception(), [family(name).matter for name in ("Вера", "Нина")]
    mark = mark_in(page(pavel, "/desk/"), "contact-once")

    for matter in matters:
        sent = {"contact-outcome": "reached", "contact-once": mark, "back": "queue"}
        pavel.client.post(at(matter, "contact/"), sent)

    assert [len(list(sees(pavel, one).all(Contact))) for one in matters] == [1, 1]


def test_a_form_without_a_mark_still_works_each_time() -> None:
    pavel, matter = reception(), family("Вера").matter
    for _time in range(2):
        pavel.client.post(at(matter, "contact/"), {"contact-outcome": "reached"})

    assert len(list(sees(pavel, matter).all(Contact))) == 2


def test_a_promise_and_what_follows_it_are_each_made_once() -> None:
    pavel, matter = reception(), family("Вера").matter
    promised = {"next-what": "Позвоним в СИЗО", **day_parts("next-by", 2)}
    promised["next-once"] = mark_in(page(pavel, at(matter)), "next-once")
    for _click in range(2):
        assert pavel.client.post(at(matter, "next/"), promised).status_code == 302
    assert len(list(sees(pavel, matter).all(NextStep))) == 1

    kept = {"done-what": "Пишем жалобу", **day_parts("done-by", 4)}
    kept["done-once"] = mark_in(page(pavel, at(matter)), "done-once")
    for _click in range(2):
        assert pavel.client.post(at(matter, "done/"), kept).status_code == 302

    told = [(one.what, one.done) for one, _told in sees(pavel, matter).all(NextStep)]
    assert told == [("Позвоним в СИЗО", False), ("Позвоним в СИЗО", True), ("Пишем жалобу", False)]


def test_a_mistake_keeps_the_mark_and_what_was_typed() -> None:
    pavel, matter = reception(), family("Вера").matter
    sent = {"next-what": "", **day_parts("next-by", 2), "next-once": "mark-of-pavel"}

    answer = pavel.client.post(at(matter, "next/"), sent)

    assert answer.status_code == 422
    assert mark_in(answer.content.decode(), "next-once") == "mark-of-pavel"
