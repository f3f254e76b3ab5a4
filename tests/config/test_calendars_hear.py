"""Whatever is changed in a matter, by whomever and in whichever room, the phone that follows it hears of the days."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from tests.rooms.calendars.world import COURT, makes, only, read, says, vera_asks
from tests.rooms.cautions.world import in_boxes
from tests.rooms.hearings import world as hearings
from tests.rooms.matters.world import FamilyAtDoor, reception
from tests.rooms.people.world import Enrolled
from tests.rooms.plans import world as papers

from peredacha.config import calendars
from peredacha.rooms.hearings.models import OpenHearing
from peredacha.rooms.vault.models import Holder
from peredacha.rooms.vault.services import KeyChanged

pytestmark = pytest.mark.django_db


@pytest.fixture
def pavel(db: None) -> Enrolled:
    return reception()


@pytest.fixture
def vera(pavel: Enrolled) -> FamilyAtDoor:
    return vera_asks()


def tells_a_hearing(who: Client, vera: FamilyAtDoor, day: date, hour: str) -> None:
    """A helper writes down a hearing on the page of the desk."""
    told = {**in_boxes("day", day), "time": hour, "court": COURT, "what": ""}
    answer = who.post(f"/desk/matters/{vera.matter.id}/add/hearing/", told)
    assert answer.status_code == 302, answer.content.decode()


def test_a_hearing_written_at_the_desk_stands_in_the_phone_and_a_new_hour_moves_it(
    pavel: Enrolled, vera: FamilyAtDoor
) -> None:
    phone, day = makes(vera.client), timezone.localdate() + timedelta(days=5)
    tells_a_hearing(pavel.client, vera, day, "10:30")
    first = says(only(phone))
    tells_a_hearing(pavel.client, vera, day, "14:00")
    second = says(only(phone))
    assert (first[0].hour, second[0].hour) == (10, 14)
    assert second[1] == first[1] + 1


def test_a_promise_of_the_helper_stands_there_too(pavel: Enrolled, vera: FamilyAtDoor) -> None:
    phone, day = makes(vera.client), timezone.localdate() + timedelta(days=3)
    answer = pavel.client.post(
        f"/desk/matters/{vera.matter.id}/next/", {"next-what": "Позвоню в СИЗО", **in_boxes("next-by", day)}
    )
    assert answer.status_code == 302, answer.content.decode()
    assert only(phone)["dtstart"].dt == day
    assert "СИЗО" not in str(only(phone)["summary"])


@pytest.fixture
def paper(pavel: Enrolled) -> tuple[FamilyAtDoor, str]:
    """Vera's appeal against an order of today."""
    vera = papers.vera_asks()
    address = papers.makes(vera)
    papers.changes(vera, address, "order_day", **in_boxes("answer", timezone.localdate()))
    return vera, address


def last_days(phone: str) -> list[tuple[date, str]]:
    """The whole days that a phone shows, and how each stands; hearings have an hour."""
    found = [(one["dtstart"].dt, str(one["status"])) for one in read(phone).values()]
    return [(day, stands) for day, stands in found if not isinstance(day, datetime)]


def test_the_last_day_of_a_paper_stands_in_a_calendar_made_later_until_it_was_handed_in(
    paper: tuple[FamilyAtDoor, str],
) -> None:
    vera, address = paper
    phone = makes(vera.client)
    [(by, stands)] = last_days(phone)
    assert timezone.localdate() < by <= timezone.localdate() + timedelta(days=14)
    assert stands == "CONFIRMED"

    last = papers.last_paper(vera).last
    assert last
    filed = {"digest": last.digest, "number": "415-ж", **in_boxes("on", timezone.localdate())}
    assert vera.client.post(f"{address}filed/", filed).status_code == 302

    assert (by, "CANCELLED") in last_days(phone)


def test_another_day_of_the_order_moves_the_last_day(paper: tuple[FamilyAtDoor, str]) -> None:
    vera, address = paper
    phone = makes(vera.client)
    [(before, _stands)] = last_days(phone)
    papers.changes(vera, address, "order_day", **in_boxes("answer", timezone.localdate() - timedelta(days=7)))
    [(after, _stands)] = last_days(phone)
    assert after < before


def test_where_nobody_follows_a_change_costs_a_few_questions_and_opens_nothing(
    pavel: Enrolled, vera: FamilyAtDoor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(calendars, "tell_one", lambda *_all: pytest.fail("nobody follows"))
    with CaptureQueriesContext(connection) as asked:
        tells_a_hearing(pavel.client, vera, timezone.localdate() + timedelta(days=5), "10:30")
    assert sum("calendars_" in one["sql"] for one in asked) == 1


@pytest.mark.parametrize("broken_by", calendars.NOT_NOW)
def test_when_the_calendars_cannot_be_told_the_change_stands(
    pavel: Enrolled, vera: FamilyAtDoor, monkeypatch: pytest.MonkeyPatch, broken_by: type[Exception]
) -> None:
    phone, day = makes(vera.client), timezone.localdate() + timedelta(days=5)

    def fails(*_all: object) -> None:
        raise broken_by.__new__(broken_by)

    with monkeypatch.context() as broken:
        broken.setattr(calendars, "tell_one", fails)
        tells_a_hearing(pavel.client, vera, day, "10:30")
    assert not read(phone)
    tells_a_hearing(pavel.client, vera, day + timedelta(days=1), "11:00")
    assert len(read(phone)) == 2


def test_a_form_that_was_not_taken_and_a_stranger_tell_nothing(
    vera: FamilyAtDoor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(calendars, "tell_one", lambda *_all: pytest.fail("nothing was told of"))
    assert Client().post("/forget/").status_code == 302
    monkeypatch.setattr(calendars, "tell", lambda *_all: pytest.fail("nothing was changed"))
    assert vera.client.post("/papers/about/appeal_custody/begin/x/").status_code == 404


def test_a_helper_whose_key_was_changed_behind_it_still_gets_the_answer(
    pavel: Enrolled, vera: FamilyAtDoor, monkeypatch: pytest.MonkeyPatch
) -> None:
    makes(vera.client)

    def changed(*_all: object) -> None:
        raise KeyChanged(Holder.objects.get(member=pavel.member))

    monkeypatch.setattr(calendars, "keys_of", changed)
    tells_a_hearing(pavel.client, vera, timezone.localdate() + timedelta(days=5), "10:30")


def test_a_public_hearing_moves_with_the_desks_word(pavel: Enrolled, vera: FamilyAtDoor) -> None:
    day = timezone.localdate() + timedelta(days=5)
    tells_a_hearing(pavel.client, vera, day, "10:30")
    answer = hearings.opens(vera, hearings.standing(vera)[-1], **in_boxes("until", day))
    assert answer.status_code == 302, answer.content.decode()
    before = OpenHearing.objects.get()
    tells_a_hearing(pavel.client, vera, day, "14:00")
    after = OpenHearing.objects.get()
    assert timezone.localtime(after.at, ZoneInfo(after.zone)).hour == 14
    assert after.sequence == before.sequence + 1
