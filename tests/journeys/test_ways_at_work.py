"""Ways through every page at work: in English, enlarged, by keyboard, by every link; and none is forgotten."""

import re
from collections.abc import Iterator
from inspect import getclosurevars
from pathlib import Path
from typing import Any

import pytest
from django.urls import URLPattern, URLResolver, get_resolver, resolve
from django.utils.translation import override
from tests.journeys.chapter import Chapter
from tests.journeys.house import KINDS
from tests.journeys.test_accessible import too_wide
from tests.journeys.test_at_work import CUT, comes_to
from tests.journeys.test_keyboard import focused
from tests.journeys.test_pictures import FOLDER, take_pictures
from tests.journeys.work import NO_PAGE, WORK, Work

ANY_NAME = "00000000-0000-4000-8000-000000000000"
"""Stands for every random name of an address, where only the kind of address matters."""
FOUND_BY_LINK = ("/letters/a/", "/law/a/", "/facilities/bbbbbbbbbbbb/")
"""What the kinds of house.py reach by a link, as addresses."""
HREF = re.compile(r'<a [^>]*href="([^"#?]+)')


WIDEST = (
    "account", "team", "queue", "queue several", "matter talk", "matter helpers", "matter history", "call",
    "together", "roll station", "roll sheet", "circles", "close", "family page", "ask words", "ask send",
    "binder", "bundle made", "hearings", "card check", "days address", "care decide",
    "errands", "parcel in its box", "parcels board", "box list", "store", "letters to him", "paper letter",
    "aid list", "our numbers",
)  # fmt: skip
"""The pages that hold most side by side; in English they are looked at too, the others are only opened."""


@pytest.mark.parametrize("name", WIDEST)
def test_a_page_at_work_holds_in_english(chapter: Chapter, name: str) -> None:
    somebody = comes_to(chapter, named(name), "en")
    somebody.unfolds()

    assert too_wide(somebody.page) == []
    assert somebody.page.evaluate(CUT) == []


def test_every_page_at_work_speaks_english(chapter: Chapter) -> None:
    for work in WORK:
        if not work.press:
            address = f"{chapter.browser.site.address}/en{work.address(chapter)}"
            answer = chapter.lets(work.who).page.request.get(address)
            assert answer.status == 200, work.name
            assert '<html lang="en">' in answer.text(), work.name


@pytest.mark.parametrize(
    "name",
    [
        "queue",
        "matter talk",
        "family page",
        "roll station",
        "veteran card",
        "ask words",
        "binder",
        "hearings",
        "parcel in its box",
        "store",
    ],
)
def test_enlarged_four_times_a_page_at_work_reads_like_a_phone(chapter: Chapter, name: str) -> None:
    somebody = comes_to(chapter, named(name))
    somebody.unfolds()

    somebody.page.set_viewport_size({"width": 320, "height": 256})
    wide = too_wide(somebody.page)
    top = somebody.page.locator("header").first.bounding_box()
    somebody.page.set_viewport_size({"width": 320, "height": 640})

    assert wide == []
    assert top
    assert top["height"] <= 80, "the line on top eats the small window"


@pytest.mark.parametrize(
    "name", ["sign in", "queue", "matter talk", "call", "family page", "binder", "parcel in its box", "store"]
)
def test_the_keyboard_leads_through_a_page_at_work_and_is_seen(chapter: Chapter, name: str) -> None:
    somebody = comes_to(chapter, named(name))
    somebody.page.emulate_media(reduced_motion="reduce")
    reached = []

    for _step in range(40):
        somebody.page.keyboard.press("Tab")
        if somebody.page.evaluate("document.activeElement === document.body"):
            break
        reached.append(focused(somebody.page)["tag"])
    somebody.page.emulate_media(reduced_motion="no-preference")

    assert len(reached) > 10
    assert {"a", "button"} <= set(reached)


def test_every_link_at_work_leads_to_a_page(chapter: Chapter) -> None:
    links: dict[str, Work] = {}
    for work in WORK:
        if not work.press:
            page = chapter.lets(work.who).page.request
            html = page.get(f"{chapter.browser.site.address}{work.address(chapter)}").text()
            links |= {link: work for link in HREF.findall(html) if link not in links}

    inside = {link: work for link, work in links.items() if link.startswith("/") and link[:4] != "/en/"}
    dead = []
    for link, work in sorted(inside.items(), key=lambda one: one[1].who):
        answer = chapter.lets(work.who).page.request.get(f"{chapter.browser.site.address}{link}")
        if answer.status != 200:
            dead.append(f"{link} on {work.name}: {answer.status}")

    assert len(inside) > 100
    assert [link for link in links if not link.startswith(("/", "tel:", "webcal:"))] == []
    assert dead == []


@pytest.mark.skipif(bool(FOLDER), reason="these are kept from a morning of their own, see test_pictures.py")
def test_pictures_of_work_are_light(chapter: Chapter, tmp_path: Path) -> None:
    take_pictures(chapter, tmp_path)


def test_no_page_is_forgotten() -> None:
    """A new page goes into tests/journeys/house.py or tests/journeys/work.py, or NO_PAGE says why not."""
    with override("ru"):
        listed = (*(one.path for one in WORK), *FOUND_BY_LINK, *NO_PAGE)
        kinds = (kind.path for kind in KINDS if not kind.path.startswith(("first: ", "/no-such-page")))
        seen = {resolve(an_address(path)).view_name for path in (*listed, *kinds)}
        pages = {name for name, view in addresses(get_resolver()) if answers_get(view)}

    assert sorted(pages - seen) == [], "no play looks at this page: name it in tests/journeys/work.py"


def an_address(path: str) -> str:
    """An address of this kind: some random names in it, and nothing that is asked behind it."""
    some = path.replace("{card}", "b" * 12).replace("{month}", "2026-10")
    some = some.replace("{token}", "a").replace("{way}", "a")
    return re.sub(r"\{\w+\}", ANY_NAME, some).partition("?")[0]


def addresses(resolver: URLResolver, space: str = "") -> Iterator[tuple[str, Any]]:
    """Every named address with its view, as ``room:name``."""
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLPattern):
            yield f"{space}{pattern.name}", pattern.callback
        else:
            yield from addresses(pattern, f"{pattern.namespace}:" if pattern.namespace else space)


def answers_get(view: Any) -> bool:
    """Whether a view may be looked at: unless one of the wrappings around it lets nothing but POST in."""
    while True:
        methods = getclosurevars(view).nonlocals.get("request_method_list")
        if methods is not None:
            return "GET" in methods
        if not hasattr(view, "__wrapped__"):
            return True
        view = view.__wrapped__


def named(name: str) -> Work:
    """The page of the list with this name."""
    return next(one for one in WORK if one.name == name)
