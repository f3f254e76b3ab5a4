"""The pictures of the README, made by the journeys themselves: `make screenshots` keeps them."""

import os
from pathlib import Path
from typing import Any

import pytest
from tests.journeys.conftest import Meet

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


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("name", PICTURES)
def test_pictures(meet: Meet, answered: Any, name: str, language: str, tmp_path: Path) -> None:
    state = None if name == "start" else answered
    vera = meet(language, viewport=SMARTPHONE, color_scheme="light", storage_state=state)
    vera.opens(PICTURES[name])
    if name == "facility":
        vera.page.locator("main .place-name").first.click()
    picture = Path(FOLDER or tmp_path) / f"{name}-{language}.png"
    picture.parent.mkdir(parents=True, exist_ok=True)

    vera.page.evaluate("document.fonts.ready.then(() => true)")
    vera.page.screenshot(path=picture, animations="disabled")

    assert picture.stat().st_size <= HEAVIEST
