"""No mouse, no finger: the first whole trip with Tab, Space, arrows and Enter alone."""

from datetime import datetime

import pytest
from playwright.sync_api import Page
from tests.journeys.conftest import Meet
from tests.journeys.vera import UPPER_FORD, ZARECHYE, Vera, read_steps

STEPS = 60
"""How often Tab may be pressed before a thing is reached."""
FOCUSED = """() => {
    const one = document.activeElement, style = getComputedStyle(one);
    const shown = one.matches('input[type=radio], input[type=checkbox]') ? one.labels[0] ?? one : one;
    const box = shown.getBoundingClientRect();
    const label = getComputedStyle(shown), parent = getComputedStyle(one.parentElement);
    const seen = s => (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2) || s.boxShadow !== 'none';
    const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    return {
        tag: one.tagName.toLowerCase(), name: one.name ?? '', value: one.value ?? '', words: one.innerText ?? '',
        href: one.getAttribute('href') ?? '', ring: seen(style) || seen(label) || seen(parent),
        inside: box.bottom > 0 && box.top < innerHeight,
        uncovered: !top || shown.contains(top) || top.contains(shown) || one.contains(top),
    };
}"""


def focused(page: Page) -> dict[str, object]:
    """What the keyboard stands on; it must be seen and not be covered."""
    found: dict[str, object] = page.evaluate(FOCUSED)
    assert found["ring"], f"the focus is not visible on {found}"
    assert found["inside"], f"the focus is outside the window on {found}"
    assert found["uncovered"], f"the focus is covered on {found}"
    return found


def tab_to(vera: Vera, **wanted: str) -> None:
    """Press Tab until the keyboard stands on something with these properties."""
    for _step in range(STEPS):
        vera.page.keyboard.press("Tab")
        found = focused(vera.page)
        if all(str(found[name]).strip().endswith(value) for name, value in wanted.items()):
            return
    raise AssertionError(f"Tab does not lead to {wanted}")


def enter(vera: Vera) -> None:
    """Press Enter on a link or a button and wait for the next page."""
    with vera.page.expect_navigation():
        vera.page.keyboard.press("Enter")


def chooses(vera: Vera, key: str, group: str = "answer") -> None:
    """Go to the radios and on to the right one by the arrow."""
    tab_to(vera, name=group)
    vera.page.keyboard.press("Space")
    for _step in range(STEPS):
        if vera.page.evaluate("document.activeElement.value") == key:
            return
        vera.page.keyboard.press("ArrowDown")
        focused(vera.page)
    raise AssertionError(f"the arrows do not lead to {key}")


def continues(vera: Vera, words: str = "Continue") -> None:
    """Go to the button and press it."""
    tab_to(vera, tag="button", words=vera.reads(words))
    enter(vera)


def selects(vera: Vera, value: str) -> None:
    """Go to a list and move in it by the arrow, closed, as a keyboard does."""
    tab_to(vera, tag="select")
    options = [one.get_attribute("value") for one in vera.page.locator("main select option").all()]
    for _step in range(options.index(value)):
        vera.page.keyboard.press("ArrowDown")
    assert vera.page.locator("main select").input_value() == value


@pytest.mark.parametrize("javascript", [True, False], ids=["script", "no-script"])
def test_the_whole_trip_by_keyboard_alone(meet: Meet, taken: datetime, javascript: bool) -> None:
    vera = meet(javascript=javascript, reduced_motion="reduce")
    vera.opens("/")

    tab_to(vera, href="/doors/detained/")
    enter(vera)
    chooses(vera, "detention")
    continues(vera)
    chooses(vera, "parent")
    continues(vera)
    selects(vera, ZARECHYE)
    continues(vera)
    selects(vera, UPPER_FORD)
    continues(vera)
    writes_the_moment(vera, taken)
    while vera.question:
        if vera.may_press_unknown:
            continues(vera, "I don't know")
        elif vera.page.get_by_role("radio").count():
            chooses(vera, "?")
            continues(vera)
        else:
            tab_to(vera, name="answer", value="?")
            vera.page.keyboard.press("Space")
            continues(vera)
    assert vera.at == "/answers/"
    tab_to(vera, href="/plan/")
    enter(vera)

    assert vera.at == "/plan/"
    assert read_steps(vera)


def writes_the_moment(vera: Vera, taken: datetime) -> None:
    """The day in three boxes and the hour in one, by Tab and digits."""
    chooses(vera, "other", group="when")
    for part, value in enumerate((taken.day, taken.month, taken.year)):
        tab_to(vera, name=f"day_{part}")
        vera.page.keyboard.type(str(value))
    tab_to(vera, name="time")
    vera.page.keyboard.type(f"{taken:%H:%M}")
    continues(vera)


def test_the_first_tab_offers_the_way_past_the_line_on_top(meet: Meet) -> None:
    vera = meet(reduced_motion="reduce")
    vera.opens("/doors/detained/")

    vera.page.keyboard.press("Tab")
    assert focused(vera.page)["href"] == "#main"
    vera.page.keyboard.press("Enter")
    vera.page.keyboard.press("Tab")

    assert vera.page.evaluate("!!document.activeElement.closest('main')")
