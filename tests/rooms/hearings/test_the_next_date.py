"""Vera stands in a corridor and types one line with her thumb."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from tests.rooms.hearings.conftest import NOW
from tests.rooms.hearings.world import COURT, at, plain, said, standing, text_of, told, types, vera_asks
from tests.rooms.matters.world import FamilyAtDoor, file_of, keys
from tests.rooms.people.world import Enrolled

from peredacha.core.facts import Hearing
from peredacha.rooms.matters.services import traces_of

pytestmark = pytest.mark.django_db


def test_one_line_is_kept_at_once_and_shown_in_full_words(vera: FamilyAtDoor) -> None:
    answer = types(vera, "10.12 10-30", COURT)

    assert answer.status_code == 302
    page = text_of(vera.client, answer["Location"])
    assert "Четверг, 10 декабря 2026, 10:30" in page and COURT in page
    assert told(vera) == [Hearing(at="2026-12-10T10:30:00+03:00", court=COURT)]


def test_it_is_understood_and_said_in_english_too(vera: FamilyAtDoor) -> None:
    answer = vera.client.post(f"/en{at(vera, 'next/')}", {"text": "Dec 10 at 2 pm", "court": COURT})

    assert "Thursday, 10 December 2026, 14:00" in text_of(vera.client, answer["Location"])
    (one,) = standing(vera)
    again = vera.client.get(f"/en{at(vera, f'{one.id}/again/')}").content.decode()
    assert "10 December 2026 14:00" in again


def test_the_hour_is_that_of_the_court(pavel: Enrolled) -> None:
    with time_machine.travel(datetime(2026, 11, 23, 13, tzinfo=UTC)):
        far = vera_asks(region="RU-KAM")
        types(far, "завтра в 10")

    assert [one.at for one in told(far)] == ["2026-11-25T10:00:00+12:00"]


def test_where_the_court_is_known_its_clock_counts_and_not_that_of_the_family(vera: FamilyAtDoor) -> None:
    types(vera, "10.12 10-30", "Камчатский краевой суд, зал 3")

    assert [one.at for one in told(vera)] == ["2026-12-10T10:30:00+12:00"]
    assert "Четверг, 10 декабря 2026, 10:30" in text_of(vera.client, at(vera))


def test_where_two_courts_have_one_name_the_region_of_the_family_counts(pavel: Enrolled) -> None:
    far = vera_asks(region="RU-NVS")
    types(far, "10.12 10-30", "Советский районный суд")

    assert [one.at for one in told(far)] == ["2026-12-10T10:30:00+07:00"]


def test_the_court_of_the_last_hearing_stands_there_already(vera: FamilyAtDoor) -> None:
    types(vera, "10.12 10-30", COURT)

    assert f'value="{COURT}"' in vera.client.get(at(vera, "next/")).content.decode()


def test_where_something_else_can_be_meant_it_is_asked_back_with_one_button(vera: FamilyAtDoor) -> None:
    page = types(vera, "12 марта 10:30", COURT)

    assert page.status_code == 200 and told(vera) == []
    words = plain(page.content.decode())
    assert "Пятница, 12 марта 2027, 10:30" in words
    assert said("No year was written, and this day has passed this year: we took the next one.") in words
    assert types(vera, "12 марта 10:30", COURT, sure="2027-03-12T10:30:00+03:00").status_code == 302
    assert [one.at for one in told(vera)] == ["2027-03-12T10:30:00+03:00"]


def test_a_yes_to_another_moment_is_no_yes(vera: FamilyAtDoor) -> None:
    page = types(vera, "13 марта 10:30", sure="2027-03-12T10:30:00+03:00")

    assert page.status_code == 200 and told(vera) == []
    assert "Суббота, 13 марта 2027" in plain(page.content.decode())


@pytest.mark.parametrize(
    ("line", "why"),
    {
        "13 декабря 10:30": "This is a day off: courts rarely sit then.",
        "4 января 2027 10:30": "This is a day off: courts rarely sit then.",
        "10 декабря 22:30": "Courts rarely sit at this hour.",
        "20.11.2026 10:30": "This moment has passed already.",
    }.items(),
)
def test_a_day_or_an_hour_on_which_no_court_sits_is_asked_back(
    vera: FamilyAtDoor, line: str, why: str
) -> None:
    page = types(vera, line)

    assert said(why) in plain(page.content.decode()) and told(vera) == []


@pytest.mark.parametrize("line", ["", "потом скажут", "31 ноября 10:30", "10 декабря", "а" * 300])
def test_a_line_that_cannot_be_read_stays_with_one_sentence_and_an_example(
    vera: FamilyAtDoor, line: str
) -> None:
    page = types(vera, line, "Мой суд")

    body = page.content.decode()
    assert page.status_code == 422 and told(vera) == []
    assert f'value="{line}"' in body or not line
    assert 'value="Мой суд"' in body and 'role="alert"' in body


def test_words_beside_it_are_kept_as_a_remark(vera: FamilyAtDoor) -> None:
    types(vera, "10 декабря 10:30 допрос свидетеля", sure="2026-12-10T10:30:00+03:00")

    assert [one.what for one in told(vera)] == ["допрос свидетеля"]


def test_a_double_click_tells_it_once(vera: FamilyAtDoor) -> None:
    first, second = types(vera, "10.12 10-30", COURT), types(vera, "10.12 10-30", COURT)

    assert first["Location"] == second["Location"] and len(told(vera)) == 1


def test_the_card_of_the_matter_and_the_trace_follow(vera: FamilyAtDoor, pavel: Enrolled) -> None:
    types(vera, "10.12 10-30", COURT)
    file = file_of(keys(pavel), vera.matter)

    assert [one.at for one in file.hearings_after(NOW)] == ["2026-12-10T10:30:00+03:00"]
    assert traces_of(file)[-1].act == "matter_changed"


def test_it_was_moved_stays_the_same_hearing(vera: FamilyAtDoor) -> None:
    types(vera, "10.12 10-30", COURT)
    (before,) = standing(vera)
    moved = vera.client.post(at(vera, f"{before.id}/moved/"), {"text": "17.12 в 14.30", "court": COURT})

    (after,) = standing(vera)
    assert moved.status_code == 302 and str(after.id) in moved["Location"]
    assert (after.key, after.fact.at, after.fact.moved_from) == (
        before.key,
        "2026-12-17T14:30:00+03:00",
        before.fact.at,
    )
    assert "10 декабря 2026 (чт), 10:30" in text_of(vera.client, at(vera))


def test_it_fell_away_and_takes_place_after_all(vera: FamilyAtDoor) -> None:
    types(vera, "10.12 10-30", COURT)
    vera.client.post(at(vera, f"{standing(vera)[0].id}/off/"))
    assert standing(vera)[0].fact.called_off
    assert said("It fell away.") in text_of(vera.client, at(vera))
    vera.client.post(at(vera, f"{standing(vera)[0].id}/stands/"))

    (one,) = standing(vera)
    assert not one.fact.called_off and one.key == "2026-12-10T10:30:00+03:00"


def test_a_slip_of_the_finger_is_written_anew_and_leaves_nothing_behind(vera: FamilyAtDoor) -> None:
    types(vera, "10.12 10-30", COURT)
    (one,) = standing(vera)
    assert "10 декабря 2026 10:30" in vera.client.get(at(vera, f"{one.id}/again/")).content.decode()
    vera.client.post(at(vera, f"{one.id}/again/"), {"text": "11.12 10-30", "court": COURT})

    assert told(vera) == [Hearing(at="2026-12-11T10:30:00+03:00", court=COURT)]
    assert file_of(vera.keys, vera.matter).missing == 0


def test_a_word_is_taken_back_by_who_said_it_and_not_by_another_or_days_later(
    vera: FamilyAtDoor, anna: Enrolled
) -> None:
    types(vera, "10.12 10-30", COURT)
    (one,) = standing(vera)
    anna.client.post(at(vera, f"{one.id}/back/"))
    assert len(told(vera)) == 1
    with time_machine.travel(NOW + timedelta(minutes=10)):
        vera.client.post(at(vera, f"{one.id}/back/"))
    assert told(vera) == []
    types(vera, "10.12 10-30", COURT)
    with time_machine.travel(NOW + timedelta(days=2)):
        vera.client.post(at(vera, f"{standing(vera)[0].id}/back/"))
    assert len(told(vera)) == 1


def test_who_stands_on_an_old_page_sees_what_was_said_since(vera: FamilyAtDoor) -> None:
    types(vera, "10.12 10-30", COURT)
    (old,) = standing(vera)
    vera.client.post(at(vera, f"{old.id}/moved/"), {"text": "17.12 в 14.30", "court": COURT})

    for part in ("", "moved/", "again/", "open/"):
        answer = vera.client.get(at(vera, f"{old.id}/{part}"))
        assert (answer.status_code, answer["Location"]) == (302, at(vera))
    vera.client.post(at(vera, f"{old.id}/off/"))
    assert not standing(vera)[0].fact.called_off


def test_anna_sees_her_families_the_nearest_date_first(vera: FamilyAtDoor, anna: Enrolled) -> None:
    assert said("No hearing ahead is known.") in text_of(anna.client, "/hearings/")
    types(vera, "10.12 10-30", COURT, client=anna.client)
    page = text_of(anna.client, "/hearings/")

    assert "Вера" in page and "Четверг, 10 декабря 2026, 10:30" in page
    assert told(vera)[0].at == "2026-12-10T10:30:00+03:00"


def test_vera_is_led_to_her_own(vera: FamilyAtDoor) -> None:
    assert vera.client.get("/hearings/")["Location"] == at(vera)
