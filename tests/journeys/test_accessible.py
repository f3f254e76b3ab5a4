"""Every kind of page, in both languages, by light and in the dark, on a narrow screen, enlarged, and by ear."""

import os
import re
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page
from tests.journeys.conftest import Meet
from tests.journeys.house import KINDS, Kind, visit
from tests.journeys.vera import Vera

AXE = Axe()
STAND_STILL = """() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => {
    scrollTo({top: 0, behavior: 'instant'});
    done();
})))"""
"""After its first frame a page may still glide to the field that waits for a word."""
HELD_AGAINST = """async options => (await axe.run(document, options)).violations
    .flatMap(one => one.nodes.map(node => `${one.id}: ${node.target} ${node.html.slice(0, 160)}`))"""
EVERYTHING = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
CONTRAST = {"resultTypes": ["violations"], "runOnly": ["color-contrast", "link-in-text-block"]}
ENGLISH = re.compile(r"(?:\b[A-Za-z]{2,}\b[ ,.:;]*){3,}")
"""Three words of Latin letters in a row: on a Russian page a sentence that nobody translated."""
WIDE = """() => [...document.querySelectorAll('body *')]
    .filter(one => one.getBoundingClientRect().right > innerWidth + 1 && !one.closest('.unseen, .skip'))
    .slice(0, 3).map(one => `${one.tagName.toLowerCase()}.${one.className}`)"""


@pytest.fixture(scope="module", params=["ru", "en"])
def vera(request: pytest.FixtureRequest, meet_for_long: Meet, answered: Any) -> Vera:
    return meet_for_long(request.param, storage_state=answered)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_page_is_for_everyone(vera: Vera, kind: Kind) -> None:
    visit(vera, kind)
    keep_a_picture(vera, kind)
    vera.unfolds()

    assert vera.page.locator("html").get_attribute("lang") == vera.language
    assert vera.page.get_by_role("heading", level=1).count() == 1 or kind.name == "catalogue"
    assert kind.name == "catalogue" or vera.language == "en" or ENGLISH.findall(vera.text()) == []
    assert found_by_axe(vera.page, EVERYTHING) == []
    assert too_wide(vera.page) == []
    vera.page.emulate_media(color_scheme="dark")
    in_the_dark = found_by_axe(vera.page, CONTRAST)
    vera.page.emulate_media(color_scheme="light")
    assert in_the_dark == []


def found_by_axe(page: Page, options: dict[str, Any]) -> list[str]:
    """What axe holds against the page, a line for each place; at its second look it stands there already.

    The page is looked at from its top: the line that stays there would cover what was scrolled under it.
    """
    page.evaluate(STAND_STILL)
    if page.evaluate("typeof axe") == "undefined":
        page.evaluate(AXE.axe_script)
    return list(page.evaluate(HELD_AGAINST, options))


def too_wide(page: Page) -> list[str]:
    """The elements that make the page scroll sideways; none when it does not."""
    if page.evaluate("document.documentElement.scrollWidth") <= page.evaluate("innerWidth"):
        return []
    return [str(one) for one in page.evaluate(WIDE)] or ["something"]


def keep_a_picture(vera: Vera, kind: Kind) -> None:
    """For the eyes of whoever changed the looks: only when PICTURES_OF_ALL names a folder."""
    folder = os.environ.get("PICTURES_OF_ALL")
    if folder:
        name = f"{vera.language} {kind.name}.png".replace(" ", "-")
        vera.page.screenshot(path=Path(folder) / name, full_page=True)


@pytest.mark.parametrize(
    "path", ["/", "/questions/moment/", "/plan/", "/where/", "/facilities/?region=RU-ZRC"]
)
def test_a_wide_screen_enlarged_four_times_reads_like_a_phone(meet: Meet, answered: Any, path: str) -> None:
    enlarged = {"viewport": {"width": 320, "height": 256}, "device_scale_factor": 4}
    vera = meet(storage_state=answered, **enlarged)

    vera.opens(path)
    vera.unfolds()

    assert too_wide(vera.page) == []
    top = vera.page.locator("header").bounding_box()
    assert top
    assert top["height"] <= 80, "the line on top eats the small window"


@pytest.mark.parametrize("path", ["/", "/plan/", "/answers/", "/facilities/?region=RU-ZRC"])
def test_a_desk_screen_keeps_one_readable_column(meet: Meet, answered: Any, path: str) -> None:
    vera = meet(storage_state=answered, viewport={"width": 1280, "height": 900})

    vera.opens(path)

    widths = vera.page.locator("main p").evaluate_all(
        "all => all.map(one => one.getBoundingClientRect().width)"
    )
    assert max(widths) <= 800


def test_letters_set_wider_by_the_reader_are_not_cut(meet: Meet, answered: Any) -> None:
    vera = meet(storage_state=answered)
    spaced = (
        "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }"
    )

    for path in ("/", "/doors/inside/", "/questions/moment/", "/plan/", "/where/"):
        vera.opens(path)
        vera.unfolds()
        vera.page.evaluate(as_sheet(spaced))
        assert too_wide(vera.page) == [], path


def test_letters_twice_as_large_are_not_cut(meet: Meet, answered: Any) -> None:
    vera = meet(storage_state=answered, viewport={"width": 640, "height": 800})

    for path in ("/", "/doors/inside/", "/questions/moment/", "/plan/", "/where/"):
        vera.opens(path)
        vera.unfolds()
        vera.page.evaluate("document.documentElement.style.fontSize = '200%'")
        assert too_wide(vera.page) == [], path


def as_sheet(css: str) -> str:
    """A script that lays a style over the page as a reader's own browser does."""
    return (
        "{ const sheet = new CSSStyleSheet();"
        f" sheet.replaceSync({css!r});"
        " document.adoptedStyleSheets = [sheet]; }"
    )
