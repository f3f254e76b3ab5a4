"""Vera answers one question a page; bad input gets one clear sentence and loses nothing."""

import pytest
import time_machine
from tests.people import DEMO_REGION, TAKEN_AT_HALF_PAST_TWO, vera

pytestmark = pytest.mark.django_db
NOW = "2026-03-02T15:30:00Z"  # 18:30 in the demo region


@time_machine.travel(NOW, tick=False)
def test_every_question_can_be_answered_with_i_do_not_know():
    mother = vera()

    response = mother.goes_through("detained", "detention")

    assert response.url == "/answers/"
    assert "Не знаю" in mother.opens("/answers/").content.decode()


@time_machine.travel(NOW, tick=False)
def test_a_moment_may_be_typed_in_many_ways():
    for typed in ("14:30", "14.30", "1430", "14 30"):
        mother = vera()
        mother.sends("/doors/detained/", answer="detention")

        mother.answers("moment", when="today", time=typed)

        assert "14:30" in mother.opens("/answers/").content.decode(), typed


@time_machine.travel(NOW, tick=False)
def test_a_moment_that_is_still_ahead_is_refused_and_stays_in_the_form():
    mother = vera()
    mother.sends("/doors/detained/", answer="detention")

    response = mother.answers("moment", when="today", time="23:50")

    page = response.content.decode()
    assert response.status_code == 422
    assert "Это время ещё не наступило" in page
    assert 'value="23:50"' in page


@time_machine.travel(NOW, tick=False)
def test_today_is_the_day_of_the_region_and_not_of_the_server():
    mother = vera()
    mother.sends("/doors/detained/", answer="detention")
    mother.answers("region", answer="RU-KAM")  # 03:30 on the next day there

    mother.answers("moment", when="today", time="01:00")

    assert "3\u00a0марта 2026" in mother.opens("/answers/").content.decode()


@pytest.mark.parametrize(
    ("question", "typed", "says"),
    [
        ("article", {"answer": "не помню какая"}, "Напишите номер статьи"),
        ("region", {"answer": "Атлантида"}, "Выберите из списка"),
        ("kin", {}, "Выберите одну строку"),
        ("kin", {"answer": "king"}, "Выберите одну из показанных строк"),
        ("person", {}, "Отметьте хотя бы одну строку"),
        ("moment", {"when": "other", "day_0": "31", "day_1": "2", "day_2": "2026"}, "Такого дня нет"),
        ("moment", {}, "Выберите день или напишите его"),
        ("moment", {"when": "today", "time": "25:99"}, "часы и минуты"),
        ("custody_until", {"day_0": "1", "day_1": "3", "day_2": "1026"}, "Проверьте год"),
    ],
)
def test_bad_input_gets_one_sentence_that_says_what_to_do(question, typed, says):
    mother = vera()
    mother.sends("/doors/inside/", answer="remand")

    response = mother.answers(question, **typed)

    assert response.status_code == 422
    assert says in response.content.decode()


def test_an_answer_that_is_not_shown_now_is_not_lost():
    mother = vera()
    mother.goes_through("inside", "verdict", verdict_on={"day_0": "5", "day_1": "2", "day_2": "2026"})

    mother.answers("stage", answer="trial")  # a trial asks for no day of the verdict
    assert "5\u00a0февраля 2026" not in mother.opens("/answers/").content.decode()
    mother.answers("stage", answer="verdict")

    assert "5\u00a0февраля 2026" in mother.opens("/answers/").content.decode()


def test_a_court_of_another_region_goes_when_the_region_changes():
    mother = vera()
    mother.sends("/doors/detained/", answer="detention")
    mother.answers("region", answer=DEMO_REGION)
    mother.answers("place", answer="00RS0001")

    mother.answers("region", answer="RU-MOW")

    assert "Ещё нет ответа" in mother.opens("/answers/").content.decode()


@time_machine.travel(NOW, tick=False)
def test_every_answer_can_be_changed_from_the_check():
    mother = vera()
    mother.goes_through("detained", "detention", **TAKEN_AT_HALF_PAST_TWO)

    response = mother.answers("kin", answer="parent")

    assert response.url == "/answers/"
    assert "Мама или папа" in mother.opens("/answers/").content.decode()


def test_a_page_that_was_never_asked_for_leads_to_the_start():
    for path in (
        "/answers/",
        "/plan/",
        "/plan/sheet/",
        "/plan/file/",
        "/plan/calendar/",
        "/where/",
        "/letters/",
    ):
        assert vera().opens(path).url == "/", path


def test_what_is_too_long_for_a_cookie_is_refused_with_a_sentence():
    mother = vera()
    mother.sends("/doors/detained/", answer="detention")

    response = mother.answers("article", answer="228 " + "ы" * 300)

    assert response.status_code == 422
    assert "Слишком длинно" in response.content.decode()


def test_nobody_begins_in_the_middle():
    for question in ("stage", "moment", "article"):
        assert vera().opens(f"/questions/{question}/").url == "/"
    assert vera().opens("/doors/cellar/").status_code == 404
