"""Pavel, Anna and the other invented helpers of the demo, each in front of a browser."""

import re
from dataclasses import dataclass

from playwright.sync_api import Page
from tests.journeys.server import Site
from tests.journeys.vera import UPPER_FORD, ZARECHYE, Vera

LINE = re.compile(r"login (\w+), passphrase «([^»]+)», one-time codes (.+)")


@dataclass(frozen=True)
class SignIn:
    """How a helper of the demo signs in; each code works once."""

    login: str
    passphrase: str
    codes: tuple[str, ...]


def ways_in(site: Site) -> dict[str, SignIn]:
    """What the demo printed at its start."""
    found = LINE.findall(site.log.read_text("utf-8"))
    assert found, "the demo prints how its helpers sign in"
    return {login: SignIn(login, passphrase, tuple(codes.split())) for login, passphrase, codes in found}


def signs_in(helper: Vera, login: str, code: int = 0) -> None:
    """The helper goes through the door: login and passphrase, then a printed one-time code."""
    way = ways_in(helper.site)[login]
    helper.opens("/team/sign-in/")
    types(helper.page, way.login, way.passphrase)
    types(helper.page, way.codes[code])
    if helper.page.url.endswith("/team/me/news/"):  # an earlier play signed in from a browser of its own
        helper.presses("Yes, it was me")
    assert "/team/" not in helper.page.url, helper.page.locator("main").inner_text()


def types(page: Page, *texts: str) -> None:
    """Fill the visible boxes of the form in their order and send it."""
    boxes = page.locator("main form input:not([type=hidden]):not([type=checkbox]):not([type=radio])")
    for place, text in enumerate(texts):
        boxes.nth(place).fill(text)
    page.locator("main form button").first.click()
    page.wait_for_load_state()


def writes(somebody: Vera, text: str, form: str = "talk") -> None:
    """A message through the form whose address ends so."""
    where = somebody.page.locator(f"main form[action$='/{form}/']")
    where.locator("textarea").fill(text)
    somebody.tap(where.get_by_role("button").first)


def goes_through_the_plan(vera: Vera, **known: str) -> None:
    """Vera answers what she knows of the first day."""
    vera.goes_through("detained")
    vera.answers({"stage": "detention", "region": ZARECHYE, "place": UPPER_FORD, **known})


def asks(vera: Vera, words: str, name: str, *, danger: bool = False, **reach: str) -> list[str]:
    """Vera asks for a person, one question a page, and writes the eight words down.

    ``reach``: ``mail``, ``when_safe``, ``excluded``.
    """
    vera.opens("/plan/")
    vera.taps_link("I want someone to stand by me")
    ticks(vera, "person")
    ticks(vera, "yes" if danger else "no")
    ticks(vera, "mail" if "mail" in reach else "none")
    if "mail" in reach:
        fills(vera, reach["mail"])
        ticks(vera, "yes")
    fills(vera, words)
    fills(vera, name)
    for step, said in (("safe", reach.get("when_safe")), ("readers", reach.get("excluded"))):
        if said:
            vera.tap(vera.page.locator(f"main a[href$='/ask/{step}/']"))
            fills(vera, said)
    vera.presses("Send")
    vera.page.wait_for_url("**/ask/words/")
    code = vera.page.locator(".words-list li").all_inner_texts()
    assert len(code) == 8
    for number in (2, 7):
        vera.page.locator(f"input[name=word_{number}]").fill(code[number - 1])
    vera.presses("I have written them down")
    vera.page.wait_for_url("**/mine/")
    return code


def ticks(vera: Vera, key: str) -> None:
    """One option of a question, and on."""
    vera.page.locator(f"input[value={key}]").check()
    vera.continues()


def fills(vera: Vera, text: str) -> None:
    """A text as the answer to a question, and on."""
    vera.page.locator("[name=answer]").fill(text)
    vera.continues()


def comes_back(vera: Vera, code: list[str]) -> None:
    """Vera opens her page with the eight words."""
    vera.opens("/return/")
    vera.page.locator("textarea").fill(" ".join(code))
    vera.presses("Open my page")
    vera.page.wait_for_url("**/mine/")
