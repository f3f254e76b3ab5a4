"""A hearing moves, and it moves in Vera's phone; whoever lost the matter sees it fall away."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.test import Client
from django.utils import timezone
from tests.rooms.calendars.world import (
    asks,
    hearing,
    keys_of,
    makes,
    only,
    publishes,
    read,
    says,
    tells,
    vera_asks,
)
from tests.rooms.desk.world import lets_in
from tests.rooms.matters.world import FamilyAtDoor, file_of
from tests.rooms.people.world import Enrolled, enrol

from peredacha.core.facts import Author, NextStep, Referral, Status
from peredacha.core.sealing import KeyPair
from peredacha.rooms.calendars.models import DatesRow, Feed, FeedBox
from peredacha.rooms.calendars.services import Dated, publish, publish_anew
from peredacha.rooms.matters.services import close_matter, erase_matter, open_for_hours, tell
from peredacha.rooms.people.models import Member, MemberState
from peredacha.rooms.vault.models import Grant
from peredacha.rooms.vault.services import Keys, revoke

pytestmark = pytest.mark.django_db
MOSCOW = ZoneInfo("Europe/Moscow")
THURSDAY, FRIDAY = "2026-12-03T10:30", "2026-12-04T14:00"
AT_THURSDAY = datetime(2026, 12, 3, 10, 30, tzinfo=MOSCOW)
AT_FRIDAY = datetime(2026, 12, 4, 14, 0, tzinfo=MOSCOW)


def test_a_hearing_that_is_moved_moves_in_her_phone_and_stays_one(vera: FamilyAtDoor, anna: Enrolled) -> None:
    phone = makes(vera.client)
    assert read(phone) == {}
    tells(anna, vera, hearing(THURSDAY))
    first = only(phone)
    assert says(first) == (AT_THURSDAY, 0, "CONFIRMED")

    tells(anna, vera, hearing(FRIDAY, moved_from=THURSDAY))
    second = only(phone)
    assert says(second) == (AT_FRIDAY, 1, "CONFIRMED")
    assert second["uid"] == first["uid"]

    tells(anna, vera, hearing(FRIDAY, called_off=True))
    assert says(only(phone)) == (AT_FRIDAY, 2, "CANCELLED")
    tells(anna, vera, hearing(FRIDAY))
    assert says(only(phone)) == (AT_FRIDAY, 3, "CONFIRMED")


def test_nothing_changed_means_that_no_phone_rings_and_nothing_is_written(
    vera: FamilyAtDoor, clock: time_machine.Traveller
) -> None:
    phone = makes(vera.client)
    tells(vera, vera, hearing(THURSDAY))
    before, boxes = asks(phone).content, list(FeedBox.objects.values_list("sealed", flat=True))
    clock.shift(timedelta(minutes=5))
    publishes(vera, vera)
    assert asks(phone).content == before
    assert list(FeedBox.objects.values_list("sealed", flat=True)) == boxes


def test_the_phone_learns_days_and_hours_and_no_word_of_what_they_are(vera: FamilyAtDoor) -> None:
    phone = makes(vera.client)
    tells(
        vera, vera, hearing(THURSDAY, what="продление стражи"), NextStep(what="ПодатьЖалобу", by="2026-12-01")
    )
    body = asks(phone).content.decode()
    assert "SUMMARY:Встреча" in body and body.count("BEGIN:VEVENT") == 2
    for secret in ("суд", "стража", "продление", "ПодатьЖалобу", "Вера", "LOCATION", str(vera.matter.id)):
        assert secret not in body


def test_a_last_day_is_a_whole_day_and_a_new_step_after_it_is_another_date(
    vera: FamilyAtDoor, clock: time_machine.Traveller
) -> None:
    phone = makes(vera.client)
    tells(vera, vera, NextStep(what="жалоба", by="2026-11-25"))
    first = only(phone)
    assert first["dtstart"].dt == date(2026, 11, 25)
    tells(vera, vera, NextStep(what="жалоба", by="2026-11-26"))
    assert says(only(phone)) == (date(2026, 11, 26), 1, "CONFIRMED")

    clock.move_to(datetime(2026, 11, 28, 9, tzinfo=UTC))
    tells(vera, vera, NextStep(what="следующее", by="2026-12-10"))
    seen = read(phone)
    assert sorted(str(one["dtstart"].dt) for one in seen.values()) == ["2026-11-26", "2026-12-10"]
    assert {str(one["status"]) for one in seen.values()} == {"CONFIRMED"}
    tells(vera, vera, NextStep(what="следующее", by="2026-12-10", done=True))
    assert [
        str(one["status"]) for one in sorted(read(phone).values(), key=lambda one: one["dtstart"].dt)
    ] == [
        "CONFIRMED",
        "CANCELLED",
    ]


def test_what_other_rooms_told_stays_until_they_tell_anew_also_when_nobody_followed(
    vera: FamilyAtDoor,
) -> None:
    publishes(vera, vera, {"parcels": [Dated("a", date(2026, 12, 20))]})
    phone = makes(vera.client)
    first = only(phone)
    tells(vera, vera, hearing(THURSDAY))
    publishes(vera, vera, {"parcels": [Dated("a", date(2026, 12, 22))]})
    assert says(read(phone)[str(first["uid"])]) == (date(2026, 12, 22), 1, "CONFIRMED")
    publishes(vera, vera, {"parcels": []})
    assert says(read(phone)[str(first["uid"])])[2] == "CANCELLED"
    assert len(read(phone)) == 2


@pytest.mark.parametrize(("region", "zone"), [("RU-KGD", "Europe/Kaliningrad"), ("RU-KAM", "Asia/Kamchatka")])
def test_an_hour_stands_on_the_clock_of_the_region(pavel: Enrolled, region: str, zone: str) -> None:
    vera = vera_asks(region)
    phone = makes(vera.client)
    tells(vera, vera, hearing(THURSDAY, court=""))
    assert only(phone)["dtstart"].dt == datetime(2026, 12, 3, 10, 30, tzinfo=ZoneInfo(zone))
    assert f"TZID={zone}" in asks(phone).content.decode()


def test_the_clock_of_a_court_that_the_land_knows_goes_before_the_region(pavel: Enrolled) -> None:
    vera = vera_asks("RU-KAM")
    phone = makes(vera.client)
    tells(vera, vera, hearing(THURSDAY))
    assert only(phone)["dtstart"].dt == AT_THURSDAY


def test_a_helper_who_loses_the_matter_sees_everything_fall_away_at_once_and_nothing_later(
    vera: FamilyAtDoor, anna: Enrolled, pavel: Enrolled
) -> None:
    tells(pavel, vera, hearing(THURSDAY))
    phone = makes(anna.client)
    assert says(only(phone)) == (AT_THURSDAY, 0, "CONFIRMED")
    revoke(keys=keys_of(pavel), opened=file_of(keys_of(pavel), vera.matter).safe, holder=anna.member.id)
    assert says(only(phone)) == (AT_THURSDAY, 1, "CANCELLED")

    tells(pavel, vera, hearing(FRIDAY, moved_from=THURSDAY), hearing("2026-12-20T09:00"))
    assert says(only(phone)) == (AT_THURSDAY, 1, "CANCELLED")
    tells(pavel, vera, hearing("2026-12-21T09:00"))
    assert says(only(phone)) == (AT_THURSDAY, 1, "CANCELLED")

    lets_in(pavel, anna, vera.matter)
    publishes(pavel, vera)
    moved = next(one for one in read(phone).values() if one["dtstart"].dt == AT_FRIDAY)
    assert int(moved["sequence"]) > 1 and str(moved["status"]) == "CONFIRMED"
    assert len(read(phone)) == 3


def test_somebody_who_reads_for_some_hours_hears_of_no_later_date(
    vera: FamilyAtDoor, pavel: Enrolled, clock: time_machine.Traveller
) -> None:
    larisa, opener = enrol("Larisa", ("lawyer",)), keys_of(pavel)
    referral = Referral(key="k", to="адвокату", what_for="четверг", state="consented")
    tells(pavel, vera, referral, hearing(THURSDAY))
    open_for_hours(
        keys=opener,
        file=file_of(opener, vera.matter),
        key="k",
        member=larisa.member,
        hours=5,
        purpose="четверг",
        now=timezone.now(),
    )
    phone = makes(larisa.client)
    assert says(only(phone)) == (AT_THURSDAY, 0, "CONFIRMED")
    clock.shift(timedelta(hours=6))
    assert Grant.objects.filter(holder=larisa.member.id).exists()
    tells(pavel, vera, hearing(FRIDAY, moved_from=THURSDAY))
    assert says(only(phone)) == (AT_THURSDAY, 1, "CANCELLED")


def test_a_closed_matter_keeps_nobody_waiting(vera: FamilyAtDoor, pavel: Enrolled) -> None:
    phone = makes(vera.client)
    tells(pavel, vera, hearing(THURSDAY))
    opener, now = keys_of(pavel), timezone.now()
    file = file_of(opener, vera.matter)
    close_matter(keys=opener, file=file, why="Он дома.", ended="", author=Author("house"), now=now)
    publishes(pavel, vera)
    assert says(only(phone)) == (AT_THURSDAY, 1, "CANCELLED")


def test_what_lies_behind_goes_after_some_months_and_old_history_never_comes(
    vera: FamilyAtDoor, clock: time_machine.Traveller
) -> None:
    phone = makes(vera.client)
    tells(vera, vera, hearing("2026-01-10T10:00"), hearing(THURSDAY))
    assert says(only(phone))[0] == AT_THURSDAY
    clock.move_to(datetime(2026, 12, 20, tzinfo=UTC))
    tells(vera, vera, Status(why="x"))
    assert says(only(phone)) == (AT_THURSDAY, 0, "CONFIRMED")
    clock.move_to(datetime(2027, 3, 20, tzinfo=UTC))
    publishes(vera, vera)
    assert read(phone) == {}


def test_the_chapter_sees_the_days_of_all_without_a_word_whose(vera: FamilyAtDoor, pavel: Enrolled) -> None:
    tells(pavel, vera, hearing(THURSDAY))
    other = vera_asks()
    phone = makes(pavel.client, "/dates/team/new/")
    assert [says(one)[0] for one in read(phone).values()] == [AT_THURSDAY]
    tells(other, other, hearing(FRIDAY))
    assert sorted(says(one)[0] for one in read(phone).values()) == [AT_THURSDAY, AT_FRIDAY]
    Member.objects.filter(pk=pavel.member.pk).update(state=MemberState.FROZEN)
    assert read(phone) == {}


def test_nobody_follows_and_it_costs_one_question(vera: FamilyAtDoor, django_assert_num_queries: Any) -> None:
    file = file_of(vera.keys, vera.matter)
    with django_assert_num_queries(1 + 2):  # and the bounds of the transaction
        publish(keys=vera.keys, file=file, now=timezone.now())
    with django_assert_num_queries(1):
        publish_anew(keys=vera.keys, matter=vera.matter, now=timezone.now())
    assert not DatesRow.objects.exists()


def test_a_page_that_has_told_something_needs_no_fresh_file(vera: FamilyAtDoor, anna: Enrolled) -> None:
    phone, opener = makes(vera.client), keys_of(anna)
    file, author = file_of(opener, vera.matter), Author("house")
    tell(keys=opener, file=file, fact=hearing(THURSDAY), author=author, now=timezone.now())
    publish_anew(keys=opener, matter=file.matter, now=timezone.now())
    assert says(only(phone)) == (AT_THURSDAY, 0, "CONFIRMED")
    stranger = Keys(uuid4(), KeyPair.fresh())
    publish_anew(keys=stranger, matter=file.matter, now=timezone.now())
    assert len(read(phone)) == 1


def test_what_is_erased_leaves_no_row_and_nothing_to_fetch(vera: FamilyAtDoor, anna: Enrolled) -> None:
    hers, annas = makes(vera.client), makes(anna.client)
    tells(anna, vera, hearing(THURSDAY))
    assert len(read(annas)) == 1
    erase_matter(vera.matter, today=timezone.localdate())
    assert not DatesRow.objects.exists() and not FeedBox.objects.exists()
    assert [one.holder_id for one in Feed.objects.all()] == [anna.member.id]
    assert asks(hers).status_code == 404 and read(annas) == {}


def test_a_feed_is_there_in_english_too(vera: FamilyAtDoor) -> None:
    phone = makes(vera.client)
    tells(vera, vera, hearing(THURSDAY))
    assert "SUMMARY:Meeting" in Client().get(f"/en{phone}").content.decode()


def test_an_hour_with_its_distance_from_greenwich_is_the_same_hour(pavel: Enrolled) -> None:
    """As the page of the helpers writes it down: with the zone of the court."""
    vera = vera_asks("RU-KAM")
    phone = makes(vera.client)
    tells(vera, vera, hearing("2026-12-03T10:30:00+12:00", court="в Петропавловске"))
    assert says(only(phone)) == (datetime(2026, 12, 2, 22, 30, tzinfo=UTC), 0, "CONFIRMED")
    assert "TZID=Asia/Kamchatka:20261203T103000" in asks(phone).content.decode()


def test_two_courts_at_the_same_hour_are_two_dates(vera: FamilyAtDoor) -> None:
    phone = makes(vera.client)
    tells(vera, vera, hearing(THURSDAY), hearing(THURSDAY, court="Заречный областной суд"))
    assert [says(one) for one in read(phone).values()] == [(AT_THURSDAY, 0, "CONFIRMED")] * 2
    publishes(vera, vera)
    assert {says(one)[1] for one in read(phone).values()} == {0}
