"""The stage of the journeys: a real server, a real Chromium, and Vera in front of it."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser
from tests.journeys.case_at_work import case_is_told
from tests.journeys.chapter import Chapter, make_chapter
from tests.journeys.errands_at_work import errands_are_run
from tests.journeys.once import made_once
from tests.journeys.server import Site, open_site, resting_site
from tests.journeys.vera import UPPER_FORD, ZARECHYE, Vera, five_hours_ago
from tests.journeys.watch import Watch

QUIET_CHROMIUM = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--font-render-hinting=none",
]
OLD_PHONE = {"width": 320, "height": 640}
LONGEST = (
    "test_at_work.py",
    "test_accessible.py",
    "test_carried_at_work.py",
    "test_ways_at_work.py",
    "test_seizure.py",
    "test_mistakes.py",
)
"""Workers take file by file: with these first, none is left alone with a long one in the end.

While the first of them makes the chapter for all others, the second has work that needs none.
"""
Meet = Callable[..., Vera]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test of this folder is a journey through a browser; the longest files begin."""
    places = [place for place, item in enumerate(items) if "journeys" in item.path.parts]
    journeys = sorted((items[place] for place in places), key=turn)
    for place, item in zip(places, journeys, strict=True):
        item.add_marker(pytest.mark.browser)
        items[place] = item


def turn(item: pytest.Item) -> int:
    """The place of a test's file among LONGEST; all others follow in their own order."""
    name = item.path.name
    return LONGEST.index(name) if name in LONGEST else len(LONGEST)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """The Chromium of this machine, without its own talk to the outside."""
    executable = (
        os.environ.get("CHROMIUM")
        or shutil.which("chromium-headless-shell")
        or shutil.which("chromium")
        or shutil.which("chromium-browser")
    )
    return {**browser_type_launch_args, "executable_path": executable, "args": QUIET_CHROMIUM}


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory, prepared: None) -> Site:
    """The demo site as a newcomer starts it, at rest: every other site begins as a copy of it."""

    def make(folder: Path) -> dict[str, Any]:
        with resting_site(folder) as opened:
            return {"postgres": opened.postgres}

    folder, told = made_once(tmp_path_factory, "demo", make)
    return Site(0, folder, **told)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, demo: Site) -> Iterator[Site]:
    """One site for all journeys of a worker."""
    with open_site(tmp_path_factory.mktemp("site"), demo) as opened:
        yield opened


@pytest.fixture
def meet(browser: Browser, site: Site) -> Iterator[Meet]:
    """Somebody sits down at a browser of their own for one play."""
    with meetings(browser, site) as meeting:
        yield meeting


@pytest.fixture(scope="module")
def meet_for_long(browser: Browser, site: Site) -> Iterator[Meet]:
    """Somebody stays for all plays of a file."""
    with meetings(browser, site) as meeting:
        yield meeting


@pytest.fixture(scope="session")
def taken() -> datetime:
    """The minute when her son was taken."""
    return five_hours_ago()


@pytest.fixture(scope="session")
def answered(browser: Browser, site: Site, taken: datetime) -> Any:
    """A browser in which everything is answered: pass it as ``storage_state`` to begin in front of the plan."""
    with meetings(browser, site) as meeting:
        vera = meeting()
        vera.goes_through("detained")
        known = {"stage": "detention", "kin": "parent", "region": ZARECHYE, "place": UPPER_FORD}
        vera.answers(known | {"moment": taken, "whereabouts": "known"})
        return vera.page.context.storage_state()


@pytest.fixture(scope="session")
def chapter(browser: Browser, tmp_path_factory: pytest.TempPathFactory, demo: Site) -> Iterator[Chapter]:
    """A chapter that has worked a day, on a site of its own, so that nobody stands in another play's queue.

    It takes long to make: it is made once, and workers side by side go on in copies of it.
    """

    def make(folder: Path) -> dict[str, Any]:
        with resting_site(folder, demo) as own, meetings(browser, own) as meet:
            made = make_chapter(meet(), tmp_path_factory.mktemp("sent"))
            case_is_told(made)
            errands_are_run(made)
            return {"postgres": own.postgres, "chapter": made.told()}

    folder, told = made_once(tmp_path_factory, "chapter", make)
    rests = Site(0, folder, told["postgres"])
    with open_site(tmp_path_factory.mktemp("own"), rests) as own, meetings(browser, own) as meet:
        yield Chapter.goes_on(meet(), told["chapter"])


@contextmanager
def meetings(browser: Browser, site: Site) -> Iterator[Meet]:
    """Give out browsers; in the end nothing may have left the site, broken, or been complained about."""
    watches: list[Watch] = []
    contexts = []

    def meeting(language: str = "ru", *, javascript: bool = True, **options: Any) -> Vera:
        context = browser.new_context(
            **{
                "viewport": OLD_PHONE,
                "locale": {"ru": "ru-RU", "en": "en-GB"}[language],
                "java_script_enabled": javascript,
                **options,
            }
        )
        context.set_default_timeout(10_000)
        contexts.append(context)
        watches.append(Watch(site.address))
        watches[-1].follow(context)
        return Vera(context.new_page(), site, language, watches[-1])

    yield meeting
    for context in contexts:
        context.close()
    for watch in watches:
        assert watch.failures == []
        assert watch.complaints == []
        assert watch.strangers == watch.may_go_to
