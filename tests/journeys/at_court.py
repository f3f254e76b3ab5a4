"""What Vera does about the case, each act through its page: choices, days, lines of the binder, the court's card."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta

from django.conf import settings
from tests.journeys.vera import Vera, now_there

from peredacha.jurisdictions.load import pack


def marks(vera: Vera, *keys: str) -> None:
    """Radios or boxes of the question in front of her."""
    for key in keys:
        vera.page.locator(f"main input[value={key}]").check()


def writes_day(vera: Vera, name: str, day: date) -> None:
    """A day in its three boxes."""
    for part, value in enumerate((day.day, day.month, day.year)):
        vera.page.locator(f"main [name={name}_{part}]").fill(str(value))


def adds(vera: Vera, list_: str, act: str, day: date | None = None, **typed: str) -> None:
    """One line in a list of the binder."""
    vera.taps_link(list_)
    vera.taps_link(act)
    if day:
        writes_day(vera, "day", day)
    for name, words in typed.items():
        vera.page.locator(f"[name={name}]").fill(words)
    vera.presses("Save")
    vera.taps_link("To the binder")


def pastes(vera: Vera, text: str, look: Callable[[Vera], None] | None = None) -> None:
    """The card's text in its box; ``look``: at the pages before and after."""
    vera.taps_link("Paste the court's card")
    if look:
        look(vera)
    vera.page.locator("textarea").fill(text)
    vera.presses("Show what is new")
    if look:
        look(vera)


def lets_anybody_come(vera: Vera, look: Callable[[Vera], None] | None = None) -> None:
    """She says yes, and that he said yes; ``look``: at the page on which she does."""
    vera.tap(vera.page.locator("main a[href$='/open/']").first)
    if vera.page.locator("main input[name=agreed]").count() == 0:
        thinks_of_him(vera, look)
    if look:
        look(vera)
    vera.page.locator("input[name=agreed]").check()
    vera.presses("Make it public")


def thinks_of_him(vera: Vera, look: Callable[[Vera], None] | None = None) -> None:
    """Before it goes public: what may they do, who sees him, does he agree; then on with it."""
    if look:
        look(vera)
    today = now_there().date()
    vera.presses("To the three questions")
    marks(vera, "cell")
    vera.continues()
    marks(vera, "lawyer")
    writes_day(vera, "seen_on", today)
    vera.continues()
    marks(vera, "yes")
    vera.page.locator("[name=agreed_how]").fill("Сказал адвокату.")
    writes_day(vera, "agreed_on", today)
    vera.continues()
    marks(vera, "go")
    vera.presses("Write it down")
    vera.taps_link("Go on from here")


def court_day(after: int) -> date:
    """The first day some days from now on which courts sit."""
    return next(day for day in days_from(after) if not pack(settings.JURISDICTION).calendar.is_off(day))


def days_from(after: int) -> Iterator[date]:
    """One day after the other."""
    today = now_there().date()
    return (today + timedelta(days=after + step) for step in range(30))
