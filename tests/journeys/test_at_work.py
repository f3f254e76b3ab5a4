"""Every page of helpers and of a family at work: narrow, dark, by ear, nothing left in another language.

The longest of the journeys: what is carried, written and driven has the half of test_carried_at_work.py, and both
halves go through the same day (the fixture ``chapter``).
"""

import os
from pathlib import Path

import pytest
from tests.journeys.chapter import Chapter
from tests.journeys.test_accessible import CONTRAST, ENGLISH, EVERYTHING, found_by_axe, too_wide
from tests.journeys.vera import Vera, plain
from tests.journeys.work import CARRIED, WORK, Work

OWN_WORDS = """() => {
    const main = document.querySelector('main').cloneNode(true);
    for (const one of main.querySelectorAll('[translate=no], textarea, option, svg')) one.remove();
    return main.textContent;
}"""
CUT = """() => [...document.querySelectorAll('main *')]
    .filter(one => getComputedStyle(one).overflowX === 'hidden' && !one.matches('.unseen, .table thead')
        && one.scrollWidth > one.clientWidth + 1)
    .map(one => one.outerHTML.slice(0, 80))"""


def comes_to(chapter: Chapter, work: Work, language: str = "ru") -> Vera:
    """Whoever works on this page opens it."""
    somebody, address = chapter.lets(work.who), work.address(chapter)
    somebody.language = language
    answer = somebody.opens(address)
    assert answer.status == 200, address
    assert somebody.at.partition("#")[0] == address, "led somewhere else"
    if work.press and language == "ru":
        work.press(somebody)
    return somebody


@pytest.mark.parametrize("work", [one for one in WORK if one not in CARRIED], ids=lambda work: work.name)
def test_a_page_at_work_is_for_everyone(chapter: Chapter, work: Work) -> None:
    looks_at(chapter, work)


def looks_at(chapter: Chapter, work: Work) -> None:
    """Everything that must hold on a page, whoever opens it."""
    somebody = comes_to(chapter, work)
    keep_a_picture(somebody, work)
    somebody.unfolds()
    page = somebody.page

    assert page.locator("html").get_attribute("lang") == "ru"
    assert page.get_by_role("heading", level=1).count() == 1
    assert ENGLISH.findall(plain(page.evaluate(OWN_WORDS))) == []
    assert too_wide(page) == []
    assert page.evaluate(CUT) == []
    assert found_by_axe(page, EVERYTHING) == []
    page.emulate_media(color_scheme="dark")
    in_the_dark = found_by_axe(page, CONTRAST)
    page.emulate_media(color_scheme="light")
    assert in_the_dark == []


def keep_a_picture(somebody: Vera, work: Work) -> None:
    """For the eyes of whoever changed the looks: only when PICTURES_OF_ALL names a folder."""
    folder = os.environ.get("PICTURES_OF_ALL")
    if folder:
        name = f"ru work {work.name}.png".replace(" ", "-")
        somebody.page.screenshot(path=Path(folder) / name, full_page=True)
