"""Someone comes into the room. Vera leaves, and nothing stays on the screen, behind it, or in the browser."""

import re
from typing import Any

import pytest
from playwright.sync_api import Route, expect
from tests.journeys.conftest import Meet
from tests.journeys.server import EXIT_ADDRESS
from tests.journeys.vera import Vera

WEATHER = "<!doctype html><title>Погода</title><h1>Сегодня без осадков</h1>"
OWN_COOKIES = {"__Host-answers", "__Host-csrf"}


def heading_of_her_plan(vera: Vera) -> str:
    """What stands above the plan in front of her."""
    vera.opens("/plan/")
    return vera.page.get_by_role("heading", level=1).inner_text()


def answers_kept_by(vera: Vera) -> set[str]:
    """The names of the cookies that hold answers."""
    return {str(cookie.get("name")) for cookie in vera.page.context.cookies()} & {"__Host-answers"}


def weather_is_fine(vera: Vera) -> None:
    """The harmless page outside; the play goes there and no further."""
    vera.page.context.route(f"{EXIT_ADDRESS}**", shows_weather)
    vera.watch.may_go_to.append(EXIT_ADDRESS)


def goes_back(vera: Vera) -> None:
    """She, or somebody else, presses the browser's own way back."""
    with vera.page.expect_navigation():
        vera.page.evaluate("history.back()")


def shows_weather(route: Route) -> None:
    """Answer in place of the outside."""
    route.fulfill(body=WEATHER, content_type="text/html; charset=utf-8")


@pytest.mark.parametrize("javascript", [True, False], ids=["script", "no-script"])
@pytest.mark.parametrize("language", ["ru", "en"])
def test_forget_everything_empties_the_browser(
    meet: Meet, answered: Any, language: str, javascript: bool
) -> None:
    vera = meet(language, javascript=javascript, storage_state=answered)
    heading = heading_of_her_plan(vera)
    assert answers_kept_by(vera)

    vera.presses("Forget everything")

    vera.page.wait_for_url("**/forgotten/")
    assert answers_kept_by(vera) == set()
    goes_back(vera)
    assert heading not in vera.text()
    for path in (
        "/plan/",
        "/answers/",
        "/plan/sheet/",
        "/plan/file/",
        "/plan/calendar/",
        "/where/",
        "/letters/",
    ):
        vera.opens(path)
        assert vera.at == "/"


@pytest.mark.parametrize("javascript", [True, False], ids=["script", "no-script"])
def test_exit_leads_to_the_weather_and_the_back_button_shows_nothing(
    meet: Meet, answered: Any, javascript: bool
) -> None:
    vera = meet(javascript=javascript, storage_state=answered)
    weather_is_fine(vera)
    heading = heading_of_her_plan(vera)

    vera.presses("Exit this page")
    vera.page.wait_for_url(EXIT_ADDRESS)

    assert "осадков" in vera.text()
    vera.page.context.unroute(f"{EXIT_ADDRESS}**")
    assert {cookie.get("name") for cookie in vera.page.context.cookies()} & OWN_COOKIES == set()
    goes_back(vera)
    assert heading not in vera.text()


def test_the_exit_tells_the_outside_nothing_about_where_she_came_from(meet: Meet) -> None:
    vera = meet()
    told: list[str | None] = []
    vera.page.context.route(
        f"{EXIT_ADDRESS}**",
        lambda route: (told.append(route.request.headers.get("referer")), shows_weather(route))[1],
    )
    vera.watch.may_go_to.append(EXIT_ADDRESS)
    vera.opens("/advice/shield/")

    vera.presses("Exit this page")
    vera.page.wait_for_url(EXIT_ADDRESS)

    assert told == [None]


def test_three_presses_of_escape_leave_the_page_and_two_do_not(meet: Meet, answered: Any) -> None:
    vera = meet(storage_state=answered)
    weather_is_fine(vera)
    vera.opens("/plan/")

    vera.page.keyboard.press("Escape")
    vera.page.keyboard.press("Escape")
    vera.page.keyboard.press("Tab")
    expect(vera.page).to_have_url(re.compile("/plan/"))
    for _press in range(3):
        vera.page.keyboard.press("Escape")
    vera.page.wait_for_url(EXIT_ADDRESS)

    assert answers_kept_by(vera) == set()


def test_every_page_of_the_family_has_the_exit_in_sight(meet: Meet, answered: Any) -> None:
    vera = meet(javascript=False, storage_state=answered)

    for path in (
        "/",
        "/doors/inside/",
        "/questions/kin/",
        "/answers/",
        "/plan/",
        "/where/",
        "/letters/",
        "/no-such/",
    ):
        vera.opens(path)
        vera.page.evaluate("scrollTo(0, 1500)")
        expect(vera.page.get_by_role("button", name=vera.reads("Exit this page"))).to_be_in_viewport()
