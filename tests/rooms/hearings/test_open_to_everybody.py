"""Anybody may come to Ilya's hearing while he and his mother wish it; the public date moves with the hearing."""

from datetime import date, datetime, timedelta
from typing import Any

import icalendar
import pytest
import time_machine
from django.test import Client
from django.utils import timezone
from tests.rooms.hearings.conftest import NOW
from tests.rooms.hearings.world import (
    COURT,
    at,
    card,
    keeps,
    opens,
    pastes,
    plain,
    public,
    row,
    said,
    shelf,
    standing,
    text_of,
    thinks_first,
    types,
    vera_asks,
)
from tests.rooms.matters.world import FamilyAtDoor, file_of, reception
from tests.rooms.people.world import Enrolled

from peredacha.rooms.hearings.models import CardRow, OpenHearing
from peredacha.rooms.hearings.services import (
    NotThoughtOver,
    Yes,
    after_change,
    forget_past_openings,
    let_in,
    withdraw_all,
)
from peredacha.rooms.matters.services import erase_matter

pytestmark = pytest.mark.django_db
PAGE, FEED = "/hearings/open/", "/hearings/open.ics"


@pytest.fixture
def igor() -> Client:
    return Client()


@pytest.fixture
def shown(vera: FamilyAtDoor) -> FamilyAtDoor:
    """Vera has let everybody come on 10 December."""
    types(vera, "10.12 10-30", COURT)
    assert opens(vera, standing(vera)[0]).status_code == 302
    return vera


def moves(vera: FamilyAtDoor, line: str, court: str = COURT) -> None:
    """The hearing is moved."""
    answer = vera.client.post(at(vera, f"{standing(vera)[0].id}/moved/"), {"text": line, "court": court})
    assert answer.status_code == 302


def events(igor: Client) -> list[Any]:
    """The feed as a calendar reads it."""
    answer = igor.get(FEED)
    assert answer.status_code == 200 and answer.headers["Content-Type"].startswith("text/calendar")
    return list(icalendar.Calendar.from_ical(answer.content).walk("VEVENT"))


def test_without_a_yes_nothing_is_public(vera: FamilyAtDoor, igor: Client) -> None:
    types(vera, "10.12 10-30", COURT)

    assert said("No open hearing is announced now.") in text_of(igor, PAGE)
    assert events(igor) == [] and not OpenHearing.objects.exists()


def test_nothing_goes_public_before_somebody_thought_of_him(vera: FamilyAtDoor, anna: Enrolled) -> None:
    types(vera, "10.12 10-30", COURT)
    one = standing(vera)[0]
    page = at(vera, f"{one.id}/open/")
    told = vera.client.get(page).content.decode()
    assert 'value="publicity"' in told and "agreed" not in told
    until = {"until_0": "31", "until_1": "1", "until_2": "2027"}
    form = {"words": "", "court": COURT, "agreed": "on", "said_by": "Вера", **until}
    assert vera.client.post(page, form).status_code == 409
    assert anna.client.post(page, form).status_code == 409
    assert not OpenHearing.objects.exists()
    yes = Yes(words="", court=COURT, until=date(2027, 1, 31))
    with pytest.raises(NotThoughtOver):
        let_in(keys=vera.keys, file=file_of(vera.keys, vera.matter), one=one, yes=yes, now=timezone.now())

    thinks_first(vera)

    assert vera.client.post(page, form).status_code == 302
    assert OpenHearing.objects.count() == 1


def test_the_risk_is_told_and_a_form_without_the_yes_of_the_one_inside_opens_nothing(
    vera: FamilyAtDoor,
) -> None:
    types(vera, "10.12 10-30", COURT)
    (one,) = standing(vera)
    assert "notice-urgent" in vera.client.get(at(vera, f"{one.id}/open/")).content.decode()
    answer = opens(vera, one, agreed="", words="Приходите")

    assert answer.status_code == 422 and "Приходите" in answer.content.decode()
    assert not OpenHearing.objects.exists()


def test_everybody_sees_the_court_and_the_hour_and_no_name(shown: FamilyAtDoor, igor: Client) -> None:
    page = text_of(igor, PAGE)

    assert "Четверг, 10 декабря 2026" in page and "10:30" in page and COURT in page
    assert said("Open hearing") in page
    for word in ("Вера", "Кузнецов", str(shown.matter.id), "demo"):
        assert word not in page


def test_a_name_stands_there_only_if_it_was_typed(vera: FamilyAtDoor, igor: Client) -> None:
    types(vera, "10.12 10-30", COURT)
    opens(vera, standing(vera)[0], words="Илья Кузнецов, прения")

    assert "Илья Кузнецов, прения" in text_of(igor, PAGE)


def test_a_helper_writes_down_who_of_the_family_said_yes(vera: FamilyAtDoor, anna: Enrolled) -> None:
    types(vera, "10.12 10-30", COURT)
    (one,) = standing(vera)
    assert opens(vera, one, anna.client).status_code == 422
    assert opens(vera, one, anna.client, said_by="Вера, по телефону 22 ноября").status_code == 302

    assert [door.told.yes for door in shelf(vera).doors] == ["Вера, по телефону 22 ноября"]
    assert "Вера" not in plain(Client().get(PAGE).content.decode())


def test_a_yes_before_the_day_of_the_hearing_is_asked_again(vera: FamilyAtDoor) -> None:
    types(vera, "10.12 10-30", COURT)
    early = {"until_0": "9", "until_1": "12", "until_2": "2026"}

    assert opens(vera, standing(vera)[0], **early).status_code == 422


def test_the_public_date_moves_with_the_hearing_and_stays_the_same_one(
    shown: FamilyAtDoor, igor: Client
) -> None:
    (before,) = events(igor)
    moves(shown, "17.12 в 14.30", "Областной суд")

    (after,) = events(igor)
    assert after["UID"] == before["UID"] and (before["SEQUENCE"], after["SEQUENCE"]) == (0, 1)
    assert after["DTSTART"].dt.isoformat() == "2026-12-17T14:30:00+03:00"
    assert "Областной суд" in text_of(igor, PAGE) and COURT not in text_of(igor, PAGE)


def test_another_move_is_another_number_and_nothing_new_is_none(shown: FamilyAtDoor, igor: Client) -> None:
    moves(shown, "17.12 в 14.30")
    moves(shown, "18.12 в 14.30")
    after_change(keys=shown.keys, file=file_of(shown.keys, shown.matter), now=NOW)

    assert [one["SEQUENCE"] for one in events(igor)] == [2]


def test_it_fell_away_is_told_as_cancelled_and_comes_back(shown: FamilyAtDoor, igor: Client) -> None:
    shown.client.post(at(shown, f"{standing(shown)[0].id}/off/"))
    (off,) = events(igor)
    assert off["STATUS"] == "CANCELLED" and said(
        "It does not take place, or is open no more: do not come."
    ) in text_of(igor, PAGE)
    shown.client.post(at(shown, f"{standing(shown)[0].id}/stands/"))

    (back,) = events(igor)
    assert (back["STATUS"], back["SEQUENCE"], back["UID"]) == ("CONFIRMED", 2, off["UID"])


def test_past_the_yes_a_moved_hearing_is_public_no_more(shown: FamilyAtDoor, igor: Client) -> None:
    moves(shown, "10.02.2027 в 14.30")

    assert [one["STATUS"] for one in events(igor)] == ["CANCELLED"]
    assert "14:30" not in text_of(igor, PAGE)
    moves(shown, "10.12.2026 в 14.30")
    assert public().state == "off", "a yes that is over is not woken by a later move"


def test_taken_back_its_words_go_at_once_and_the_calendar_says_cancelled(
    vera: FamilyAtDoor, igor: Client
) -> None:
    types(vera, "10.12 10-30", COURT)
    opens(vera, standing(vera)[0], words="Илья Кузнецов")
    vera.client.post(at(vera, f"{standing(vera)[0].id}/close/"))

    assert (public().words, public().court) == ("", "")
    (one,) = events(igor)
    assert one["STATUS"] == "CANCELLED" and "Кузнецов" not in str(one["SUMMARY"])
    assert COURT not in text_of(igor, PAGE)
    moves(vera, "17.12 в 14.30")
    assert public().court == ""


def test_after_it_was_taken_back_it_can_be_opened_anew(shown: FamilyAtDoor, igor: Client) -> None:
    shown.client.post(at(shown, f"{standing(shown)[0].id}/close/"))
    opens(shown, standing(shown)[0])

    assert sorted(one["STATUS"] for one in events(igor)) == ["CANCELLED", "CONFIRMED"]


def test_a_double_click_opens_it_once(shown: FamilyAtDoor) -> None:
    opens(shown, standing(shown)[0])

    assert OpenHearing.objects.count() == 1


def test_a_word_taken_back_takes_the_public_date_along(shown: FamilyAtDoor, igor: Client) -> None:
    shown.client.post(at(shown, f"{standing(shown)[0].id}/back/"))

    assert standing(shown) == () and [one["STATUS"] for one in events(igor)] == ["CANCELLED"]


def test_nothing_in_clear_leads_from_the_public_hearing_to_the_matter(shown: FamilyAtDoor) -> None:
    row = public()
    matter = shown.matter
    names = {matter.id, matter.safe_id, matter.inner_safe_id, matter.family_id}
    told = {str(value) for value in vars(row).values()}

    assert not {str(one) for one in names} & told
    assert row.id.bytes not in b"".join(bytes(one.sealed) for one in CardRow.objects.all())
    assert not [one for one in OpenHearing._meta.get_fields() if one.is_relation]


def test_the_day_after_it_is_erased(shown: FamilyAtDoor) -> None:
    assert forget_past_openings(today=date(2026, 12, 10)) == 0
    assert forget_past_openings(today=date(2026, 12, 11)) == 1

    assert not OpenHearing.objects.exists()
    after_change(keys=shown.keys, file=file_of(shown.keys, shown.matter), now=NOW)


def test_a_slip_of_the_finger_after_it_was_opened_moves_the_public_date(
    shown: FamilyAtDoor, igor: Client
) -> None:
    (before,) = events(igor)
    again = at(shown, f"{standing(shown)[0].id}/again/")
    assert shown.client.post(again, {"text": "11.12 10-30", "court": COURT}).status_code == 302

    (after,) = events(igor)
    assert (after["UID"], after["STATUS"], after["DTSTART"].dt.day) == (before["UID"], "CONFIRMED", 11)


def test_moved_to_a_day_without_an_hour_it_is_a_whole_day(shown: FamilyAtDoor, igor: Client) -> None:
    pastes(shown, card(row("10.12.2026", "10:30")))
    keeps(shown)
    pastes(shown, card(row("10.12.2026", "10:30", result="Заседание отложено"), row("17.12.2026", "")))
    keeps(shown)

    assert [one["DTSTART"].dt for one in events(igor)] == [date(2026, 12, 17)]
    page = text_of(igor, PAGE)
    assert "17 декабря" in page and "00:00" not in page
    assert "/open/" not in shown.client.get(at(shown)).content.decode()


def test_where_the_yes_is_over_nothing_is_shown(vera: FamilyAtDoor, igor: Client) -> None:
    types(vera, "10.12 10-30", COURT)
    opens(vera, standing(vera)[0], until_0="10", until_1="12", until_2="2026")
    OpenHearing.objects.update(at=datetime.fromisoformat("2026-12-20T10:30:00+03:00"))
    with time_machine.travel(NOW + timedelta(days=18)):
        assert COURT not in text_of(igor, PAGE) and events(igor) == []

    assert forget_past_openings(today=date(2026, 12, 11)) == 1


def test_a_family_that_erases_takes_the_public_dates_along(shown: FamilyAtDoor, igor: Client) -> None:
    withdraw_all(keys=shown.keys, file=file_of(shown.keys, shown.matter), now=NOW)
    erase_matter(shown.matter, today=NOW.date())

    assert not CardRow.objects.exists()
    assert [one["STATUS"] for one in events(igor)] == ["CANCELLED"] and public().court == ""


def test_where_there_are_several_chapters_each_says_whose_it_is(shown: FamilyAtDoor, igor: Client) -> None:
    reception("Oleg", "north")
    OpenHearing.objects.create(
        chapter="north",
        at=NOW + timedelta(days=3),
        zone="Asia/Novosibirsk",
        court="Северный суд",
        until=date(2026, 12, 31),
        changed_on=NOW.date(),
    )
    page = text_of(igor, PAGE)

    assert "demo" in page and "north" in page
    assert "16:40" in page, "by the clock of the court"


def test_a_phone_that_has_the_feed_already_gets_no_body(shown: FamilyAtDoor, igor: Client) -> None:
    first = igor.get(FEED)
    mark = first.headers["ETag"]
    assert b"REFRESH-INTERVAL" in first.content and b"VALARM" not in first.content

    assert igor.get(FEED, headers={"if-none-match": mark}).status_code == 304
    moves(shown, "17.12 в 14.30")
    assert igor.get(FEED, headers={"if-none-match": mark}).status_code == 200


def test_a_hearing_that_is_over_or_without_an_hour_is_not_opened(vera: FamilyAtDoor) -> None:
    types(vera, "20.11.2026 10:30", COURT, sure="2026-11-20T10:30:00+03:00")
    (one,) = standing(vera)

    assert opens(vera, one)["Location"] == at(vera) and not OpenHearing.objects.exists()


def test_two_families_move_each_their_own(shown: FamilyAtDoor, igor: Client) -> None:
    nina = vera_asks(name="Нина")
    types(nina, "10.12 10-30", COURT)
    opens(nina, standing(nina)[0])
    moves(nina, "17.12 в 9.00")

    assert sorted(one["DTSTART"].dt.day for one in events(igor)) == [10, 17]
