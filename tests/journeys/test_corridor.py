"""In the corridor: one line with a thumb, the court's card pasted twice, and a door that is open to everybody."""

from tests.journeys.at_court import court_day, lets_anybody_come, pastes
from tests.journeys.at_work import asks, goes_through_the_plan
from tests.journeys.conftest import Meet
from tests.journeys.test_accessible import CONTRAST, EVERYTHING, found_by_axe, too_wide
from tests.journeys.vera import Vera, day_in_words
from tests.rooms.hearings.world import card, row

TAPS, KEYS = 1, 13


def test_a_date_said_in_the_corridor_stands_there_after_one_tap_and_thirteen_keys(meet: Meet) -> None:
    """Fifteen seconds, counted before they are felt (keystroke-level model).

    A tap takes 1.1 s and a key of a phone 0.28 s; before each decision somebody thinks for 1.35 s. Here: think what to
    press (1.35), one tap (1.1), think of what was said (1.35), twelve keys of the line and one to send it (13 x 0.28 =
    3.64): 7.4 s, and the other half of the time is left for the pages on a slow network. So the taps and the keys are
    what must not grow.
    """
    vera = at_her_hearings(meet)
    day = court_day(3)
    line = f"{day:%d.%m} 10-30"
    vera.taps = 0

    vera.taps_link("Add the next date")
    assert vera.page.evaluate("document.activeElement.name") == "text"
    vera.page.keyboard.type(line)
    with vera.page.expect_navigation():
        vera.page.keyboard.press("Enter")

    assert f"{day_in_words(day, 'ru')}, 10:30" in vera.text()
    assert vera.taps <= TAPS and len(line) + 1 <= KEYS
    vera.taps_link("All is right")
    assert f"{day_in_words(day, 'ru')}, 10:30" in vera.text(vera.page.locator("section.now"))


def test_a_card_pasted_twice_moves_the_hearing_for_everybody(meet: Meet) -> None:
    vera, igor = at_her_hearings(meet), meet(javascript=False)
    first, second = court_day(8), court_day(15)
    pastes(vera, card(row(f"{first:%d.%m.%Y}")))
    assert "318" in vera.text()
    vera.presses("Keep the card")
    assert f"{day_in_words(first, 'ru')}, 14:30" in vera.text(vera.page.locator("section.now"))

    lets_anybody_come(vera)
    igor.opens("/hearings/open/")
    assert day_in_words(first, "ru") in igor.text() and "Кузнецов" not in igor.text()

    put_off = row(f"{first:%d.%m.%Y}", result="Заседание отложено", why="Неявка свидетеля")
    pastes(vera, card(put_off, row(f"{second:%d.%m.%Y}", "11:00")))
    assert "Неявка свидетеля" in vera.text() and "318" not in vera.text()
    vera.presses("Keep the card")
    now = vera.text(vera.page.locator("section.now"))
    assert f"{day_in_words(second, 'ru')}, 11:00" in now and day_in_words(first, "ru") in now

    igor.opens("/hearings/open/")
    assert day_in_words(second, "ru") in igor.text() and day_in_words(first, "ru") not in igor.text()
    file = igor.page.request.get(f"{igor.site.address}/hearings/open.ics")
    assert "SEQUENCE:1" in file.text() and f"{second:%Y%m%d}T110000" in file.text()


def test_every_page_of_it_is_for_everyone(meet: Meet) -> None:
    vera = at_her_hearings(meet, javascript=True)
    is_for_everyone(vera)
    vera.taps_link("Add the next date")
    is_for_everyone(vera)
    for line in ("потом скажут", "31.12.2099 23:30"):
        vera.page.locator("[name=text]").fill(line)
        vera.tap(vera.page.locator("main button").last)
        is_for_everyone(vera)
    vera.page.locator("[name=text]").fill(f"{court_day(8):%d.%m} 14-30")
    vera.presses("Save what I wrote")
    is_for_everyone(vera)
    vera.taps_link("All is right")
    pastes(vera, "письмо", is_for_everyone)
    vera.page.locator("textarea").fill(
        card(row(f"{court_day(8):%d.%m.%Y}"), row(f"{court_day(15):%d.%m.%Y}"))
    )
    vera.presses("Show what is new")
    is_for_everyone(vera)
    vera.presses("Keep the card")
    lets_anybody_come(vera, is_for_everyone)
    is_for_everyone(vera)
    vera.opens("/hearings/open/")
    is_for_everyone(vera)


def is_for_everyone(vera: Vera) -> None:
    """One heading, nothing held against it by light and in the dark, nothing that runs out of a narrow screen."""
    vera.unfolds()
    assert vera.page.get_by_role("heading", level=1).count() == 1
    assert found_by_axe(vera.page, EVERYTHING) == []
    assert too_wide(vera.page) == []
    vera.page.emulate_media(color_scheme="dark")
    assert found_by_axe(vera.page, CONTRAST) == []
    vera.page.emulate_media(color_scheme="light")


def at_her_hearings(meet: Meet, *, javascript: bool = False) -> Vera:
    """Vera has asked, and stands in front of her hearings."""
    vera = meet(javascript=javascript)
    goes_through_the_plan(vera)
    asks(vera, "Завтра суд.", "Вера-5c02")
    vera.opens("/hearings/")
    return vera
