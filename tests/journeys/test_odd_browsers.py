"""Browsers that keep nothing, two tabs, an impatient finger, a page left open for too long."""

import socket
from contextlib import ExitStack, closing
from urllib.request import urlopen

import pytest
from tests.journeys.conftest import Meet
from tests.journeys.server import Site
from tests.journeys.vera import ZARECHYE, Vera


@pytest.mark.parametrize("language", ["ru", "en"])
def test_blocked_cookies_get_a_clear_sentence(meet: Meet, language: str) -> None:
    vera = meet(language, javascript=False)
    vera.goes_through("detained")

    vera.fills("detention")
    vera.page.context.clear_cookies()  # as a browser does that was told to keep none
    vera.continues()

    assert vera.page.get_by_role("heading", level=1).inner_text() == vera.reads(
        "This page was open too long, or cookies are off"
    )
    assert vera.reads("Go to the first page") in vera.text()
    vera.taps_link("Go to the first page")
    assert vera.at == "/"


def test_two_tabs_answer_into_one_plan(meet: Meet) -> None:
    vera = meet()
    vera.goes_through("detained")
    vera.says("detention")
    second = Vera(vera.page.context.new_page(), vera.site, vera.language, vera.watch)
    second.opens("/questions/region/")

    second.says(ZARECHYE)
    vera.says("parent")
    vera.opens("/answers/")

    words = vera.text(vera.page.locator("dl"))
    assert "Заречная область" in words
    assert "Мама или папа" in words


def test_a_tab_left_open_after_everything_was_forgotten_says_what_to_do(meet: Meet) -> None:
    vera = meet()
    vera.goes_through("detained")
    vera.says("detention")
    second = Vera(vera.page.context.new_page(), vera.site, vera.language, vera.watch)
    second.opens("/")
    second.presses("Forget everything")

    vera.says("parent")

    assert vera.page.get_by_role("link", name=vera.reads("Go to the first page")).count() == 1


@pytest.mark.parametrize("javascript", [True, False], ids=["script", "no-script"])
def test_a_double_tap_answers_once(meet: Meet, javascript: bool) -> None:
    vera = meet(javascript=javascript)
    vera.goes_through("detained")
    vera.fills("detention")

    vera.page.get_by_role("button", name=vera.reads("Continue"), exact=True).dblclick()
    vera.page.wait_for_url("**/questions/**")

    assert vera.question == "kin"
    assert vera.alert.count() == 0


@pytest.mark.parametrize("question", ["place", "facility", "stage", "hearing_at"])
def test_nobody_begins_in_the_middle(meet: Meet, question: str) -> None:
    vera = meet()

    vera.opens(f"/questions/{question}/")

    assert vera.at == "/"


LINES = 12
"""What two phones open by themselves before they ask for anything, as browsers do to be quick."""
SILENT = b""
HALF_A_LINE = b"GET / HT"
HALF_A_FORM = b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\nan"


@pytest.mark.parametrize(
    "begun", [SILENT, HALF_A_LINE, HALF_A_FORM], ids=["silent", "half a line", "half a form"]
)
def test_who_opens_lines_and_says_nothing_keeps_nobody_waiting(site: Site, begun: bytes) -> None:
    with ExitStack() as lines:
        for _line in range(LINES):
            line = lines.enter_context(closing(socket.create_connection(("127.0.0.1", site.port))))
            line.sendall(begun)

        with urlopen(f"{site.address}/", timeout=3) as page:
            assert page.status == 200


@pytest.mark.parametrize("value", ["broken", "A" * 3000, "%00", "{}", "AUYN", "ответ"])
def test_a_damaged_cookie_counts_as_none(meet: Meet, value: str) -> None:
    vera = meet()

    answer = vera.page.request.get(
        f"{vera.site.address}/plan/",
        headers={"Cookie": f"__Host-answers={value}".encode().decode("latin-1")},
        max_redirects=0,
    )

    assert answer.status == 302
    assert answer.headers["location"] == "/"
