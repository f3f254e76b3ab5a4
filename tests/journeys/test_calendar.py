"""Vera puts the days into her phone: the address is shown once, and a hearing that moves, moves there too."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
import vobject
from icalendar import Calendar
from tests.journeys.at_work import asks, goes_through_the_plan, signs_in
from tests.journeys.conftest import Meet
from tests.journeys.server import Site, open_site
from tests.journeys.vera import ZONE, Vera, now_there

NAME = "Вера-4c1e"
COURT = "Верхнебродский городской суд"


@pytest.fixture
def site(tmp_path_factory: pytest.TempPathFactory, demo: Site) -> Iterator[Site]:
    """A site of its own: the codes with which Pavel signs in work once."""
    with open_site(tmp_path_factory.mktemp("calendar"), demo) as opened:
        yield opened


def test_a_hearing_moves_in_the_calendar_that_follows_her_address(meet: Meet) -> None:
    vera, pavel = meet(javascript=False), meet(javascript=False)
    goes_through_the_plan(vera)
    asks(vera, "Когда суд?", NAME)
    signs_in(pavel, "pavel")
    pavel.tap(pavel.page.get_by_role("link", name=NAME))
    matter = pavel.at.split("/")[3]
    day = now_there().date() + timedelta(days=9)
    tells_a_hearing(pavel, matter, day, "10:30")

    phone = makes_an_address(vera)
    first = seen_by(phone)
    tells_a_hearing(pavel, matter, day, "14:00")
    second = seen_by(phone)
    computer = makes_an_address(vera)

    begins = datetime.combine(day, datetime.min.time(), ZONE)
    assert first["dtstart"].dt == begins.replace(hour=10, minute=30)
    assert second["dtstart"].dt == begins.replace(hour=14)
    assert second["uid"] == first["uid"] and int(second["sequence"]) == int(first["sequence"]) + 1
    assert str(second["summary"]) == vera.reads("Meeting")
    assert seen_by(computer)["uid"] == first["uid"]

    vera.opens("/dates/")
    vera.tap(vera.page.locator("main form[action*='/dates/end/'] button").first)
    assert vera.page.locator("main form[action*='/dates/end/']").count() == 1
    assert vobject.readOne(fetched(phone)[0].decode()).contents.get("vevent", []) == []
    assert seen_by(computer)["uid"] == first["uid"]


def tells_a_hearing(pavel: Vera, matter: str, day: Any, hour: str) -> None:
    """Pavel writes down when the hearing is."""
    pavel.opens(f"/desk/matters/{matter}/add/hearing/")
    for part, value in enumerate((day.day, day.month, day.year)):
        pavel.page.locator(f"main [name=day_{part}]").fill(str(value))
    pavel.page.locator("main [name=time]").fill(hour)
    pavel.page.locator("main [name=court]").fill(COURT)
    pavel.presses("Add it")


def makes_an_address(vera: Vera) -> str:
    """Vera makes an address on a phone of 320 px; gives it as the server of this play has it."""
    vera.opens("/dates/")
    vera.tap(vera.page.locator("main form[action$='/dates/new/'] button"))
    shown = vera.text(vera.page.locator(".words-address"))
    assert vera.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    tap = str(vera.page.locator("main a.button").get_attribute("href"))
    assert tap.startswith("webcal://") and tap.endswith(shown.partition(":")[2])
    vera.page.reload()
    assert vera.text(vera.page.locator(".words-address")) == shown
    vera.presses("It is in the calendar")
    assert vera.at == "/dates/" and shown not in vera.page.content()
    return f"{vera.site.address}/dates/feed/{shown.rpartition('/')[2]}"


def fetched(address: str, known: str = "") -> tuple[bytes, str]:
    """What a calendar program gets, with the mark by which it asks again; nothing but the address is sent."""
    with urlopen(Request(address, headers={"If-None-Match": known} if known else {}), timeout=10) as answer:
        assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
        assert "Set-Cookie" not in answer.headers
        return answer.read(), answer.headers["ETag"]


def seen_by(address: str) -> Any:
    """The one date that a program shows; asked again with its mark, it is told that nothing changed."""
    body, mark = fetched(address)
    try:
        fetched(address, mark)
    except HTTPError as same:
        assert same.code == 304
    else:
        raise AssertionError("an unchanged calendar is not sent twice")
    events: Any = Calendar.from_ical(body)
    [one] = events.walk("VEVENT")
    [other] = vobject.readOne(body.decode()).vevent_list
    assert other.dtstart.value == one["dtstart"].dt and other.uid.value == one["uid"]
    return one
