"""The plan that Vera holds: right, dated, and carried in four forms."""

import re
from datetime import UTC, date, datetime

import icalendar
import pytest
import time_machine
from tests.people import TAKEN_AT_HALF_PAST_TWO, vera

from peredacha.core.law import Basis

pytestmark = pytest.mark.django_db
NOW = "2026-03-02T15:30:00Z"  # Monday, 18:30 in the demo region: four hours later


@pytest.fixture
def mother(demo_cards):
    with time_machine.travel(NOW, tick=False):
        visitor = vera()
        visitor.goes_through("detained", "detention", **TAKEN_AT_HALF_PAST_TWO)
        yield visitor


def text(response) -> str:
    """The words of a page without tags, spaces folded."""
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def test_the_clocks_of_the_first_days_are_exact(mother):
    page = text(mother.opens("/plan/"))

    assert "До 2 марта 2026 (пн), 17:30 по местному времени" in page  # record and call: 3 hours, past
    assert "До 3 марта 2026 (вт), 02:30 по местному времени" in page  # prosecutor and family told: 12 hours
    assert "До 3 марта 2026 (вт), 14:30 по местному времени" in page  # first interrogation: 24 hours
    assert "До 4 марта 2026 (ср), 14:30 по местному времени" in page  # court or release: 48 hours
    assert "между 11 марта 2026 (ср) и 12 марта 2026 (чт)" in page  # charge: 10 days, the first day in doubt
    assert "До 1 мая 2026 (пт), до полуночи" in page  # custody of two months does not move for the holiday


def test_the_next_step_is_one_and_big(mother):
    page = mother.opens("/plan/").content.decode()

    assert page.count('class="now"') == 1
    assert page.index('class="now"') < page.index('class="timeline"')


def test_every_i_do_not_know_becomes_something_to_find_out(mother):
    page = mother.opens("/plan/").content.decode()

    assert page.count("Теперь знаю") >= 5


def test_every_dated_step_shows_its_norm_and_how_it_was_counted(mother):
    page = mother.opens("/plan/").content.decode()

    assert page.count("Как мы это посчитали") >= 6
    assert "ст. 94 ч. 2 УПК РФ" in text(mother.opens("/plan/"))


def test_the_plan_is_whole_in_english_too(mother):
    page = text(mother.client.get("/en/plan/"))
    names = ("Русский", "областной", "приложение")  # courts and annexes are cited as they are written

    assert "By 4 March 2026 (Wed), 14:30, local time" in page
    assert not set(re.findall(r"\b[А-Яа-яё]{4,}\b", page)) - {*names, "КоАП", "Заречный"}


def test_the_court_of_the_place_is_named(mother):
    mother.answers("place", answer="00RS0001")

    assert "Суд этого места:" in text(mother.opens("/plan/"))


def test_the_file_is_whole_in_itself(mother):
    response = mother.opens("/plan/file/")
    page = response.content.decode()

    assert response.headers["Content-Disposition"] == 'attachment; filename="plan.html"'
    assert "До 4\u00a0марта 2026 (ср), 14:30" in page
    assert not re.findall(r'(?:src|href)="', page)
    assert "url(" not in page.replace("url(#", "")
    assert "<style>" in page


def test_the_calendar_keeps_deadlines_all_day_hours_timed_and_titles_neutral(mother):
    mother.answers("stage", answer="hearing")
    mother.answers("hearing_at", when="other", day_0="4", day_1="3", day_2="2026", time="10:00")
    calendar = icalendar.Calendar.from_ical(mother.opens("/plan/calendar/").content)
    events = list(calendar.walk("VEVENT"))

    assert any(type(event["dtstart"].dt) is date for event in events)
    meeting = next(event for event in events if event["summary"] == "Встреча")
    assert meeting["dtstart"].dt == datetime(2026, 3, 4, 7, 0, tzinfo=UTC)
    assert all(event.walk("VALARM") for event in events)
    assert not re.search(r"суд|тюрьм|сизо|стра|задерж|арест", " ".join(e["summary"].lower() for e in events))


def test_the_same_plan_downloaded_again_updates_and_does_not_double(mother):
    def identities() -> set[str]:
        calendar = icalendar.Calendar.from_ical(mother.opens("/plan/calendar/").content)
        return {str(event["uid"]) for event in calendar.walk("VEVENT")}

    before = identities()
    mother.answers("moment", when="today", time="13:00")

    assert before
    assert identities() == before


def test_two_families_never_share_an_identity_in_a_calendar(mother):
    neighbour = vera()
    neighbour.goes_through("detained", "detention", **TAKEN_AT_HALF_PAST_TWO)
    uids = [
        {
            str(e["uid"])
            for e in icalendar.Calendar.from_ical(v.opens("/plan/calendar/").content).walk("VEVENT")
        }
        for v in (mother, neighbour)
    ]

    assert not uids[0] & uids[1]


def test_whom_to_ask_is_in_order_with_numbers_of_the_region(mother):
    page = text(mother.opens("/where/"))

    assert "+7 000 000-00" in page
    assert page.index("Дежурная часть") < page.index("ИВС")


def test_letters_are_ready_to_print(mother):
    listed = mother.opens("/letters/").content.decode()
    first = re.search(r'href="(/letters/[\w-]+/)"', listed)

    letter = text(mother.opens(first[1]))

    assert "____" in letter
    assert "УПК" in letter


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize(
    ("door", "stage"),
    [("detained", one) for one in ("police", "search", "detention", "hearing")]
    + [("inside", one) for one in ("remand", "investigation", "file", "trial", "verdict")]
    + [("inside", one) for one in ("transfer", "colony", "cell", "parole", "release")],
)
def test_every_stage_gives_a_plan_when_nothing_else_is_known(door, stage, language):
    mother = vera(language)
    mother.goes_through(door, stage)

    for path in ("/plan/", "/plan/sheet/", "/plan/file/", "/plan/calendar/", "/where/", "/letters/"):
        assert mother.opens(path).status_code == 200, path
    assert 'class="now"' in mother.opens("/plan/").content.decode()


@pytest.mark.parametrize(("door", "begins"), [("detained", "Задержание"), ("inside", "СИЗО")])
def test_whoever_does_not_know_what_happened_gets_the_likely_plan(door, begins):
    mother = vera()
    mother.goes_through(door, "?")

    assert begins in mother.opens("/plan/").content.decode()


def test_pages_of_the_law_show_norm_edition_and_confirmation():
    page = text(vera().opens("/law/CRT-12/"))

    assert "608-ФЗ от 29.12.2022" in page
    assert "CRT-13" in page
    assert "Действовало по 8 января 2023" in page
    assert vera().opens("/law/NO-1/").status_code == 404


@pytest.mark.parametrize("path", ["/plan/", "/plan/sheet/", "/plan/file/"])
def test_every_form_of_the_plan_says_that_no_lawyer_has_confirmed_it(mother, path):
    assert "Не все эти правила подтвердил адвокат" in text(mother.opens(path))


def test_the_sentence_goes_when_a_lawyer_has_confirmed_every_rule(mother, monkeypatch):
    monkeypatch.setattr(Basis, "is_confirmed", property(lambda basis: True))

    for path in ("/plan/", "/plan/sheet/", "/plan/file/"):
        assert "Не все эти правила подтвердил адвокат" not in text(mother.opens(path)), path


def test_a_rule_that_was_not_checked_says_so_wherever_it_is_cited():
    visitor = vera()
    visitor.goes_through("detained", "police")  # the length of an arrest stands on an unverified row

    assert re.search(r"ст\. 3\.9 ч\. 1 КоАП РФ \(не сверено\)", text(visitor.opens("/plan/")))
