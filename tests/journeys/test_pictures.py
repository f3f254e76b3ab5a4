"""The pictures of the README, made by the journeys themselves: `make screenshots` keeps them."""

import os
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser
from tests.journeys.chapter import Chapter, begin_chapter
from tests.journeys.conftest import OLD_PHONE, Meet, meetings
from tests.journeys.server import Site, open_site
from tests.journeys.vera import Vera

FOLDER = os.environ.get("SCREENSHOTS", "")
SMARTPHONE = {"width": 390, "height": 844}
HEAVIEST = 150 * 1024
PICTURES = {
    "start": "/",
    "question": "/questions/moment/",
    "plan": "/plan/",
    "where": "/where/",
    "facility": "/facilities/?text=СИЗО-1",
}
AT_WORK = {
    "words": ("nina", "/ask/words/", "body"),
    "queue": ("pavel", "/desk/", "ol.queue"),
    "talk": ("anna", "/desk/matters/{matter}/", "main #talk-title"),
    "family": ("vera", "/mine/", "main h1"),
}
"""Who sees it, where, and what stands on top of the picture."""


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("name", PICTURES)
def test_pictures(meet: Meet, answered: Any, name: str, language: str, tmp_path: Path) -> None:
    state = None if name == "start" else answered
    vera = meet(language, viewport=SMARTPHONE, color_scheme="light", storage_state=state)
    vera.opens(PICTURES[name])
    if name == "facility":
        vera.tap(vera.page.locator("main .place-name").first)

    assert kept(vera, f"{name}-{language}", tmp_path) <= HEAVIEST


@pytest.mark.skipif(not FOLDER, reason="a morning in each language takes long, and only the README needs it")
@pytest.mark.parametrize("language", ["ru", "en"])
def test_pictures_of_work(browser: Browser, demo: Site, language: str, tmp_path: Path) -> None:
    with open_site(tmp_path / "site", demo) as own, meetings(browser, own) as meet:
        take_pictures(begin_chapter(meet(), tmp_path, language), tmp_path)


def take_pictures(chapter: Chapter, tmp_path: Path) -> None:
    """One picture of each page, in the language that is spoken in the chapter."""
    for name, (who, path, first) in AT_WORK.items():
        somebody = chapter.lets(who)
        somebody.language = chapter.spoken
        somebody.page.set_viewport_size(SMARTPHONE)
        somebody.opens(path.format(**chapter.places))
        somebody.page.locator(first).evaluate("one => one.scrollIntoView({behavior: 'instant'})")
        weight = kept(somebody, f"{name}-{chapter.spoken}", tmp_path)
        somebody.page.set_viewport_size(OLD_PHONE)
        assert weight <= HEAVIEST, name


def kept(somebody: Vera, name: str, tmp_path: Path) -> int:
    """Keep a picture of what somebody sees; gives its weight [bytes]."""
    picture = Path(FOLDER or tmp_path) / f"{name}.png"
    picture.parent.mkdir(parents=True, exist_ok=True)
    somebody.page.evaluate("document.fonts.ready.then(() => true)")
    somebody.page.screenshot(path=picture, animations="disabled")
    return picture.stat().st_size
