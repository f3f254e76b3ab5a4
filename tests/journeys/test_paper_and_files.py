"""What Vera takes along: one sheet of A4, a file on a USB stick, dates in her calendar."""

import re
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar, Event
from tests.journeys.conftest import Meet
from tests.journeys.vera import Vera, day_in_words

PAGE_OF_PDF = re.compile(rb"/Type\s*/Page\b(?!s)")
ADDRESS = re.compile(
    r"""(?:https?:)?//[\w.-]+|url\(|@import|(?:src|srcset|action)=|<(?:script|link|iframe)\b"""
)
TELLING = re.compile(
    "тюрьм|суд|арест|задерж|следств|следоват|полиц|стать|колони|сизо|адвокат|приговор|изолят|стаж|угол"
    "|prison|court|arrest|detain|detention|police|custody|lawyer|jail|verdict|crim|colony|peredacha|передач",
    re.IGNORECASE,
)


@pytest.fixture(scope="module", params=["ru", "en"])
def vera(request: pytest.FixtureRequest, meet_for_long: Meet, answered: Any) -> Vera:
    return meet_for_long(request.param, javascript=False, accept_downloads=True, storage_state=answered)


def takes(vera: Vera, kind: str, folder: Path) -> Path:
    """Vera downloads a file from her plan."""
    vera.opens("/plan/")
    with vera.page.expect_download() as download:
        vera.tap(vera.page.locator(f'a[href$="/plan/{kind}/"]').first)
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


def test_the_plan_is_one_sheet_of_a4(vera: Vera, taken: datetime) -> None:
    end = taken + timedelta(hours=48)
    vera.opens("/plan/")
    vera.tap(vera.page.locator('a[href$="/plan/sheet/"]').first)

    printed = vera.page.pdf(format="A4", prefer_css_page_size=True)
    vera.page.emulate_media(media="print")
    words = vera.text(vera.page.locator("body"))
    vera.page.emulate_media(media="screen")

    assert len(PAGE_OF_PDF.findall(printed)) == 1
    assert day_in_words(end, vera.language) in words
    assert f"{end:%H:%M}" in words
    assert vera.reads("Exit this page") not in words


def test_the_file_opens_from_a_usb_stick_without_any_network(
    vera: Vera, taken: datetime, meet: Meet, tmp_path: Path
) -> None:
    end = taken + timedelta(hours=48)

    saved = takes(vera, "file", tmp_path)
    reader = meet(vera.language, javascript=False, offline=True)
    reader.page.goto(saved.as_uri())

    assert not TELLING.search(saved.name)
    assert day_in_words(end, vera.language) in reader.text()
    assert f"{end:%H:%M}" in reader.text()
    assert "+7 000 000" in reader.text()
    assert reader.page.evaluate("document.documentElement.scrollWidth") <= 320
    assert ADDRESS.findall(saved.read_text("utf-8")) == []


def test_the_calendar_has_whole_days_local_hours_and_alarms(
    vera: Vera, taken: datetime, tmp_path: Path
) -> None:
    events = read_events(takes(vera, "calendar", tmp_path))

    timed = [event for event in events if isinstance(event.start, datetime)]
    whole_days = [event for event in events if type(event.start) is date]
    assert timed
    assert whole_days
    assert taken + timedelta(hours=48) in [event.start for event in timed]
    assert {event.start.tzinfo for event in timed} == {ZoneInfo("UTC")}
    assert all(event.end - event.start == timedelta(days=1) for event in whole_days)
    assert [event["uid"] for event in events if not event.walk("VALARM")] == []
    assert [event.start for event in events if event.start < earliest_like(event)] == []


def earliest_like(event: Event) -> date:
    """Now, or today, whichever the event's start can be compared with."""
    now = datetime.now(ZoneInfo("UTC"))
    return now if isinstance(event.start, datetime) else now.date()


def test_nobody_who_looks_at_the_phone_learns_what_the_dates_are_about(vera: Vera, tmp_path: Path) -> None:
    saved = takes(vera, "calendar", tmp_path)

    shown = [str(event["summary"]) for event in read_events(saved)]
    shown += [str(one.get("description", "")) for event in read_events(saved) for one in event.walk("VALARM")]

    assert [words for words in [*shown, saved.name] if TELLING.search(words)] == []


def test_a_date_keeps_its_identity_when_it_is_taken_again(vera: Vera, tmp_path: Path) -> None:
    first = identities(takes(vera, "calendar", tmp_path))
    again = identities(takes(vera, "calendar", tmp_path))
    vera.opens("/questions/kin/")
    vera.says("sibling")
    changed = identities(takes(vera, "calendar", tmp_path))

    assert len(set(first)) == len(first)
    assert first == again == changed


def read_events(path: Path) -> list[Event]:
    """The events of a calendar file."""
    return list(Calendar.from_ical(path.read_bytes()).walk("VEVENT"))


def identities(path: Path) -> list[str]:
    """What makes each event of a file the same event the next time."""
    return sorted(str(event["uid"]) for event in read_events(path))


OVER_NOTHING = """all => all.filter(head => {
    for (let one = head.nextElementSibling; one && one.tagName !== 'H2'; one = one.nextElementSibling)
        if (one.checkVisibility() && one.innerText.trim()) return false;
    return head.checkVisibility();
}).map(head => head.innerText)"""


def test_the_search_on_paper_has_its_words_to_say_and_no_heading_over_nothing(vera: Vera) -> None:
    vera.opens("/where/")
    script = vera.page.locator("details", has_text=vera.reads("What to say on the phone")).locator("li").first
    vera.page.emulate_media(media="print")

    says = script.evaluate("one => one.checkVisibility()")
    over_nothing = vera.page.locator("main h2").evaluate_all(OVER_NOTHING)

    vera.page.emulate_media(media="screen")
    assert over_nothing == []
    assert says, "what to say on the phone is not on paper"
