"""The first whole trip: her son was taken this morning. Vera has an old phone, three minutes and no article."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest
from tests.journeys.conftest import Meet
from tests.journeys.vera import (
    UPPER_FORD,
    ZARECHYE,
    ReadStep,
    Vera,
    day_in_words,
    five_hours_ago,
    plain,
    read_steps,
)

COURT = "Верхнебродский городской суд"
TAPS, PAGES = 32, 17
"""What Vera has strength for, one changed answer included."""
PHONE = re.compile(r"\+7 000 000\W00\W\d\d")


@dataclass(frozen=True)
class FirstDay:
    """Vera in front of her plan, and the minute when her son was taken."""

    vera: Vera
    taken: datetime


@pytest.fixture(
    scope="module",
    params=[("ru", True), ("ru", False), ("en", True), ("en", False)],
    ids=["ru-script", "ru-no-script", "en-script", "en-no-script"],
)
def first_day(request: pytest.FixtureRequest, meet_for_long: Meet) -> FirstDay:
    language, javascript = request.param
    vera = meet_for_long(language, javascript=javascript)
    taken = five_hours_ago()
    vera.opens("/")
    vera.taps_link("Someone was detained")
    vera.answers(
        {"stage": "detention", "kin": "parent", "region": ZARECHYE, "place": UPPER_FORD, "moment": taken}
    )
    return FirstDay(vera, taken)


@pytest.fixture
def plan(first_day: FirstDay) -> list[ReadStep]:
    first_day.vera.opens("/plan/")
    return read_steps(first_day.vera)


def test_vera_answers_what_she_knows_checks_it_and_holds_a_plan(first_day: FirstDay) -> None:
    vera = first_day.vera
    assert vera.at == "/answers/"
    assert vera.text(vera.page.locator("dl")).count(vera.reads("I don't know")) == len(vera.not_known)
    assert COURT in vera.text()
    assert f"{first_day.taken:%H:%M}" in vera.text()

    vera.tap(vera.page.locator('a[href$="/questions/kin/"]'))
    assert vera.page.locator("input[value=parent]").is_checked()
    vera.says("sibling")
    assert vera.at == "/answers/"
    vera.taps_link("Show the plan")

    assert vera.at == "/plan/"
    assert vera.taps <= TAPS
    assert vera.pages <= PAGES


def test_the_plan_names_the_court_of_the_place_and_one_big_next_step(first_day: FirstDay) -> None:
    vera = first_day.vera
    vera.opens("/plan/")

    assert COURT in vera.text()
    big = vera.page.locator("section").filter(has_text=vera.reads("What to do now")).get_by_role("heading")
    assert big.count() == 1
    assert size_of(vera, "section.now h2") >= 1.25 * size_of(vera, "li.stop h3")


def size_of(vera: Vera, selector: str) -> float:
    """The height of the letters of the first such thing [px]."""
    size = "one => parseFloat(getComputedStyle(one).fontSize)"
    return float(vera.page.locator(selector).first.evaluate(size))


def test_48_hours_end_at_the_same_minute_two_days_later(first_day: FirstDay, plan: list[ReadStep]) -> None:
    end = first_day.taken + timedelta(hours=48)

    steps = [step for step in plan if "48" in step.what]

    assert steps
    for step in steps:
        assert day_in_words(end, first_day.vera.language) in step.by
        assert f"{end:%H:%M}" in step.by


def test_every_dated_step_cites_its_law_and_shows_the_count(
    first_day: FirstDay, plan: list[ReadStep]
) -> None:
    dated = [step for step in plan if step.by]

    assert [step.what for step in dated if not step.norms] == []
    counted = first_day.vera.reads("How this was counted")
    on_a_day = [step for step in dated if re.search(r"\b20\d\d\b", step.by)]
    assert len(on_a_day) >= 5
    assert [step.what for step in on_a_day if counted not in step.text] == []


def test_what_vera_does_not_know_becomes_something_to_find_out(first_day: FirstDay) -> None:
    vera = first_day.vera
    vera.opens("/plan/")

    todos = vera.page.get_by_role("region", name=vera.reads("Find out")).get_by_role("listitem")

    ways = [link.get_attribute("href") or "" for link in todos.get_by_role("link").all()]
    assert {way.split("/")[-2] for way in ways} == set(vera.not_known)
    assert "article" in vera.not_known


def test_where_is_he_gives_the_telephones_of_the_region(first_day: FirstDay) -> None:
    vera = first_day.vera
    vera.opens("/plan/")
    vera.tap(vera.page.get_by_role("link", name=vera.reads("Where is he: whom to ask, in which order")).first)

    assert vera.at == "/where/"
    vera.unfolds()
    phones = vera.page.locator('a[href^="tel:+7000"]')
    assert phones.count() >= 5
    assert all(PHONE.fullmatch(plain(phone)) for phone in phones.all_inner_texts())
    vera.page.emulate_media(media="print")
    lines = vera.page.get_by_role("table").get_by_role("row").count()
    vera.page.emulate_media(media="screen")
    assert lines >= 8, "the log of calls has no lines to write on"


def test_every_letter_can_be_printed(first_day: FirstDay) -> None:
    vera = first_day.vera
    vera.opens("/letters/")
    letters = [link.get_attribute("href") for link in vera.page.locator('main a[href*="/letters/"]').all()]
    assert letters

    for letter in letters:
        vera.page.goto(f"{vera.site.address}{letter}")
        vera.page.emulate_media(media="print")
        assert vera.page.get_by_role("heading", level=1).count() == 1
        assert "___" in vera.text() or "…" in vera.text()
        assert not vera.page.get_by_role("button").filter(visible=True).count()
        vera.page.emulate_media(media="screen")


def test_the_trip_fits_an_old_phone(first_day: FirstDay) -> None:
    vera = first_day.vera
    for path in ("/", "/answers/", "/plan/", "/plan/sheet/", "/where/", "/letters/"):
        vera.opens(path)
        vera.unfolds()
        width = vera.page.evaluate("document.documentElement.scrollWidth")
        assert width <= 320, f"{path} is {width} px wide"
