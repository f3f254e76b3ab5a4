"""The stage of the journeys: a real server, a real Chromium, and Vera in front of it."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

import pytest
from playwright.sync_api import Browser
from tests.journeys.case_at_work import case_is_told
from tests.journeys.chapter import Chapter, make_chapter
from tests.journeys.errands_at_work import errands_are_run
from tests.journeys.server import Site, open_site
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
Meet = Callable[..., Vera]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test of this folder is a journey through a browser."""
    for item in items:
        if "journeys" in item.path.parts:
            item.add_marker(pytest.mark.browser)


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
def site(tmp_path_factory: pytest.TempPathFactory, prepared: None) -> Iterator[Site]:
    """The demo site, once for all journeys."""
    with open_site(tmp_path_factory.mktemp("site")) as opened:
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
def chapter(browser: Browser, tmp_path_factory: pytest.TempPathFactory, prepared: None) -> Iterator[Chapter]:
    """A chapter that has worked a day, on a site of its own, so that nobody stands in another play's queue.

    It takes long to make: plays in it stand in one file, so that workers side by side make it once.
    """
    folder = tmp_path_factory.mktemp("chapter")
    with open_site(folder) as own, meetings(browser, own) as meet:
        made = make_chapter(meet(), folder)
        case_is_told(made)
        errands_are_run(made)
        yield made


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
