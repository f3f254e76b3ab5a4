"""Vera's hands shake. Each wrong answer gets one clear sentence, and nothing that she typed is lost."""

from collections.abc import Mapping
from datetime import timedelta

import pytest
from tests.journeys.conftest import Meet
from tests.journeys.house import fill
from tests.journeys.vera import UNKNOWN, UPPER_FORD, ZARECHYE, Vera, five_hours_ago, now_there

Typed = Mapping[str, str]
NOTHING: Typed = {}
BEFORE = {
    "stage": "detention",
    "kin": "parent",
    "region": ZARECHYE,
    "place": UPPER_FORD,
    "whereabouts": "known",
}
THE_31ST_OF_FEBRUARY = {"day_0": "31", "day_1": "2", "day_2": "2026"}
MISTAKES = [
    pytest.param("stage", NOTHING, "Choose one line", id="a choice without a choice"),
    pytest.param("region", NOTHING, "Choose from the list", id="no region"),
    pytest.param("place", NOTHING, "Choose from the list", id="no place"),
    pytest.param("facility", NOTHING, "Choose from the list", id="no institution"),
    pytest.param("signed", NOTHING, "Tick at least one line", id="nothing ticked"),
    pytest.param("moment", NOTHING, "Choose the day", id="no moment"),
    pytest.param("moment", {"when": "today", "time": "25:99"}, "hours and minutes", id="no such hour"),
    pytest.param("moment", {"when": "today", "time": "утром"}, "hours and minutes", id="an hour in words"),
    pytest.param("moment", {"when": "other"}, "Choose the day", id="another day, but which"),
    pytest.param(
        "moment", {"when": "other"} | THE_31ST_OF_FEBRUARY, "no such day", id="the 31st of February"
    ),
    pytest.param(
        "moment",
        {"when": "other", "day_0": "пять", "day_1": "5", "day_2": "2026"},
        "as numbers",
        id="a day in words",
    ),
    pytest.param(
        "moment", {"day_0": "1", "day_1": "1", "day_2": "1826"}, "Check the year", id="two centuries ago"
    ),
    pytest.param("article", NOTHING, "Write it", id="no article"),
    pytest.param("article", {"answer": "кража"}, "number of the article", id="an article in words"),
    pytest.param(
        "article", {"answer": "228 " + "ч. 2 " * 60}, "too long", id="an article as long as a letter"
    ),
]


@pytest.fixture(scope="module", params=["ru", "en"])
def vera(request: pytest.FixtureRequest, meet_for_long: Meet) -> Vera:
    vera = meet_for_long(request.param, javascript=False)
    vera.goes_through("detained")
    while vera.question in BEFORE or vera.question in ("moment", "body"):
        vera.says(BEFORE.get(vera.question, UNKNOWN))
    return vera


@pytest.mark.parametrize(("question", "typed", "sentence"), MISTAKES)
def test_one_clear_sentence_and_everything_typed_is_still_there(
    vera: Vera, question: str, typed: Typed, sentence: str
) -> None:
    vera.opens("/doors/detained/" if question == "stage" else f"/questions/{question}/")
    forget_what_was_chosen(vera)
    fill(vera, typed)
    vera.continues()

    sentences = vera.alert.get_by_role("link").all_inner_texts()

    assert len(sentences) == 1
    assert vera.language == "ru" or sentence in sentences[0]
    assert vera.question == question
    assert vera.page.title().startswith(vera.reads("Mistake:"))
    for name, value in typed.items():
        field = vera.page.locator(f"main input[name={name}]")
        assert (
            value
            == (vera.page.locator(f"input[name={name}]:checked") if name == "when" else field).input_value()
        )
    vera.tap(vera.alert.get_by_role("link"))
    focused = vera.page.evaluate("document.querySelector(':target')?.matches('input, select')")
    assert focused, "the sentence does not lead to the field that it is about"


def forget_what_was_chosen(vera: Vera) -> None:
    """As if the question stood there for the first time."""
    vera.page.evaluate(
        "for (const one of document.querySelectorAll('main input:checked')) one.checked = false;"
        "for (const one of document.querySelectorAll('main select')) one.value = '';"
        "for (const one of document.querySelectorAll('main input[type=text]')) one.value = '';"
    )


def test_a_moment_that_is_still_ahead_is_refused(vera: Vera) -> None:
    ahead = now_there() + timedelta(days=1, hours=1)
    vera.opens("/questions/moment/")
    typed = {"when": "other", "day_0": ahead.day, "day_1": ahead.month, "day_2": ahead.year}

    fill(vera, {name: str(value) for name, value in typed.items()} | {"time": f"{ahead:%H:%M}"})
    vera.continues()

    assert vera.reads("This moment is still ahead. Check the day and the hour.") in vera.text(vera.alert)
    assert vera.page.locator("main input[name=day_0]").input_value() == str(ahead.day)
    assert vera.page.locator("main input[name=time]").input_value() == f"{ahead:%H:%M}"


def test_what_looks_like_code_comes_back_as_plain_words(vera: Vera) -> None:
    words = '"><script>alert(1)</script>{{ 7|add:7 }}'
    vera.opens("/questions/article/")

    vera.page.locator("main input[name=answer]").fill(words)
    vera.continues()

    assert vera.page.locator("main input[name=answer]").input_value() == words


def test_the_way_back_leads_through_every_question_to_the_start(vera: Vera) -> None:
    vera.opens("/questions/whereabouts/")
    way = [vera.question]

    while vera.question:
        vera.tap(vera.page.get_by_role("link", name=vera.reads("Back"), exact=True))
        way.append(vera.question)

    assert way == ["whereabouts", "body", "moment", "place", "region", "kin", "stage", ""]
    assert vera.at == "/"


def test_an_answer_that_is_not_shown_is_never_blanked(meet: Meet) -> None:
    vera, taken = meet(), five_hours_ago()
    vera.goes_through("detained")
    vera.answers(
        {"stage": "detention", "region": ZARECHYE, "place": UPPER_FORD, "moment": taken, "lawyer": "own"}
    )
    before = vera.text(vera.page.locator("dl"))

    vera.goes_through("inside")
    vera.says("colony")
    vera.opens("/answers/")
    elsewhere = vera.text(vera.page.locator("dl"))
    vera.goes_through("detained")
    vera.says("detention")
    vera.opens("/answers/")

    assert f"{taken:%H:%M}" not in elsewhere
    assert vera.text(vera.page.locator("dl")) == before
    vera.opens("/questions/moment/")
    assert vera.page.locator("main input[name=time]").input_value() == f"{taken:%H:%M}"


def test_another_region_asks_again_for_its_place(meet: Meet) -> None:
    vera = meet()
    vera.goes_through("detained")
    vera.answers({"stage": "detention", "region": ZARECHYE, "place": UPPER_FORD})

    vera.opens("/questions/region/")
    vera.says("RU-MOW")

    assert vera.question == "place"
    assert vera.page.locator(f"option[value='{UPPER_FORD}']").count() == 0
