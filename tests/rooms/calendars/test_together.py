"""Two matters become one, keys are renewed, a whole chapter follows: the phones keep up."""

from datetime import date, datetime, timedelta
from time import perf_counter
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone
from tests.rooms.calendars.world import asks, hearing, keys_of, makes, publishes, read, says, tells, vera_asks
from tests.rooms.matters.world import FamilyAtDoor, file_of
from tests.rooms.people.world import Enrolled

from peredacha.rooms.arrivals.models import Merge
from peredacha.rooms.arrivals.services.merging import merge, part
from peredacha.rooms.calendars.models import DatesRow
from peredacha.rooms.calendars.services import Dated, making
from peredacha.rooms.matters.models import Matter
from peredacha.rooms.vault.models import Safe
from peredacha.rooms.vault.services import renew_safes, renew_texts

pytestmark = pytest.mark.django_db
THURSDAY = "2026-12-03T10:30"
AT_THURSDAY = datetime(2026, 12, 3, 10, 30, tzinfo=ZoneInfo("Europe/Moscow"))


def test_two_matters_become_one_and_part_again_and_each_day_stands_once(
    vera: FamilyAtDoor, pavel: Enrolled
) -> None:
    sister, opener = vera_asks(), keys_of(pavel)
    hers, sisters = makes(vera.client), makes(sister.client)
    tells(sister, sister, hearing(THURSDAY))
    kept, second = file_of(opener, vera.matter), file_of(opener, sister.matter)
    row = merge(keys=opener, kept=kept, second=second, one_family=True, now=timezone.now())
    for one in (vera, sister):
        publishes(pavel, one)

    assert [says(one) for one in read(hers).values()] == [(AT_THURSDAY, 0, "CONFIRMED")]
    standing = [one for one in read(sisters).values() if str(one["status"]) == "CONFIRMED"]
    assert [says(one)[0] for one in standing] == [AT_THURSDAY] and len(read(sisters)) == 2

    part(keys=opener, kept=file_of(opener, vera.matter), row=Merge.objects.get(id=row.id), now=timezone.now())
    for one in (vera, sister):
        publishes(pavel, one)
    assert [says(one)[2] for one in read(hers).values()] == ["CANCELLED"]
    assert sorted(says(one)[1:] for one in read(sisters).values()) == [(1, "CANCELLED"), (2, "CONFIRMED")]


def test_after_the_keys_were_renewed_the_same_day_keeps_its_name(vera: FamilyAtDoor, pavel: Enrolled) -> None:
    phone, opener = makes(vera.client), keys_of(pavel)
    tells(vera, vera, hearing(THURSDAY))
    [uid] = read(phone)
    Safe.objects.filter(id=vera.matter.safe_id).update(stale=True)
    assert renew_safes(keys=opener) == 1
    assert renew_texts(keys=opener, tables=[DatesRow]) == 1
    tells(vera, vera, hearing("2026-12-04T10:30", moved_from=THURSDAY))
    assert [says(one)[1] for name, one in read(phone).items() if name == uid] == [1]


def test_a_matter_with_many_days_keeps_the_latest_and_fits_its_row(vera: FamilyAtDoor) -> None:
    phone = makes(vera.client)
    days = [Dated(str(n), date(2026, 12, 1) + timedelta(days=n)) for n in range(300)]
    publishes(vera, vera, {"papers": days})
    seen = read(phone)
    assert len(seen) == 120 and max(one["dtstart"].dt for one in seen.values()) == days[-1].begins


def test_families_that_a_calendar_of_the_chapter_lacks_are_brought_in_by_a_button(
    pavel: Enrolled, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(making, "MOST_MATTERS", 2)
    for _one in range(5):
        one = vera_asks()
        tells(one, one, hearing(THURSDAY))
    phone = makes(pavel.client, "/dates/team/new/")
    assert len(read(phone)) == 2
    for there in (4, 5):
        assert "/dates/team/rest/" in pavel.client.get("/dates/team/").content.decode()
        assert pavel.client.post("/dates/team/rest/").status_code == 302
        assert len(read(phone)) == there
    assert "/dates/team/rest/" not in pavel.client.get("/dates/team/").content.decode()


def test_a_chapter_of_a_hundred_families_is_fetched_in_a_moment(pavel: Enrolled) -> None:
    """A wide bound: a busy machine, a hundred boxes; what is measured stands in the report of the bench."""
    families = [vera_asks() for _one in range(100)]
    phone = makes(pavel.client, "/dates/team/new/")
    for one in families:
        tells(one, one, hearing(THURSDAY))
    assert Matter.objects.count() == 100
    began = perf_counter()
    body = asks(phone).content
    assert body.count(b"BEGIN:VEVENT") == 100
    assert perf_counter() - began < 2
