"""Igor guesses, asks with other people's ids, writes into the database, takes the disk; he learns no day."""

import json
from datetime import datetime, timedelta
from uuid import uuid4

import pytest
import time_machine
from django.apps import apps
from django.conf import settings
from django.core import serializers
from django.test import Client
from django.utils import timezone
from tests.journeys.markers import found_in
from tests.rooms.calendars.world import (
    ADDRESS,
    TOKEN,
    asks,
    hearing,
    makes,
    only,
    read,
    shown_token,
    tells,
    vera_asks,
)
from tests.rooms.matters.world import FamilyAtDoor
from tests.rooms.people.world import Enrolled

from peredacha.config.logs import ImpersonalFormatter
from peredacha.core.sealing import KeyPair, subkey
from peredacha.rooms.calendars.models import DatesRow, EndedFeed, Feed, FeedBox, FeedKind, Reminder
from peredacha.rooms.calendars.services import make_feed
from peredacha.rooms.calendars.services.reminding import opened_reminder
from peredacha.rooms.calendars.services.sealing import Secret, opened_box, sealed_box
from peredacha.rooms.people.models import Session
from peredacha.rooms.salts.models import Salt
from peredacha.rooms.salts.selectors import salts_of

pytestmark = pytest.mark.django_db
THURSDAY = "2026-12-03T10:30"
TELLING = ("20261203", "T10:30", "10:30:00", "Встреча", "Europe/Moscow", ADDRESS)


def whole_disk(room: str = "") -> bytes:
    """Every row of every table, salts and visits too, with every byte column as it lies there; or of one room."""
    rows = b""
    for model in (one for one in apps.get_models() if room in ("", one._meta.app_label)):
        for one in model._default_manager.all():
            for field in model._meta.concrete_fields:
                value = getattr(one, field.attname)
                rows += bytes(value) if isinstance(value, bytes | memoryview) else str(value).encode()
                rows += b"\n"
    return rows


def token_of(address: str) -> str:
    """The secret in an address."""
    return address.removesuffix(".ics")[-TOKEN:]


@pytest.fixture
def phone(vera: FamilyAtDoor, anna: Enrolled) -> str:
    """Vera's address, a hearing in it, letters on; the address is in her phone and nowhere else."""
    address = makes(vera.client)
    vera.client.post("/dates/letters/")
    tells(anna, vera, hearing(THURSDAY))
    vera.client.post("/dates/address/")
    return address


def test_no_row_of_the_seized_disk_says_a_day_an_hour_or_the_address(phone: str) -> None:
    secret = Secret.read(token_of(phone))
    disk = whole_disk()

    assert secret and Feed.objects.get().tag == secret.tag and bytes(Feed.objects.get().tag) in disk
    assert list(found_in(disk, [*TELLING, token_of(phone)])) == []
    # The day of the next look stands in clear on the matter itself, and nowhere here.
    assert list(found_in(whole_disk("calendars"), ["2026-12-03", "2026-12-02"])) == []
    assert secret.body not in disk and secret.pair.seed not in disk


def test_the_boot_key_and_the_salts_give_the_letters_and_not_one_calendar(phone: str) -> None:
    """Said in the threat model: who has disk, salts and boot key knows on which evenings letters go, and where."""
    row = Reminder.objects.select_related("matter").get()
    told = opened_reminder(row, salts_of([row.matter.safe_id])[row.matter.safe_id])
    assert told and told.address == ADDRESS and len(told.turns) == 2

    feed, box = Feed.objects.get(), FeedBox.objects.get()
    salt = bytes(Salt.objects.get(whose=row.matter.safe_id).salt)
    for key in (settings.NAMES_KEY, settings.LOCATOR_KEY, settings.LOGIN_KEY, bytes(feed.tag)):
        for pair in (KeyPair.from_seed(key), KeyPair.from_seed(subkey(key, "calendars.pair"))):
            assert opened_box(box, pair, salt) == []


def test_a_salt_that_is_gone_closes_an_old_backup_of_boxes_and_letters(phone: str) -> None:
    row, secret = Reminder.objects.select_related("matter").get(), Secret.read(token_of(phone))
    assert secret
    salt = salts_of([row.matter.safe_id])[row.matter.safe_id]
    assert opened_reminder(row, salt) and opened_box(FeedBox.objects.get(), secret.pair, salt)
    assert opened_reminder(row, b"") is None and opened_reminder(row, bytes(32)) is None
    assert opened_box(FeedBox.objects.get(), secret.pair, b"") == []
    assert opened_box(FeedBox.objects.get(), secret.pair, bytes(32)) == []


def test_the_box_says_not_how_many_days_wait(vera: FamilyAtDoor) -> None:
    makes(vera.client)
    tells(vera, vera, hearing(THURSDAY))
    one = FeedBox.objects.get().sealed
    tells(vera, vera, hearing("2026-12-04T10:30"), hearing("2026-12-05T10:30"))
    assert len(FeedBox.objects.get().sealed) == len(one)


@pytest.mark.parametrize(
    "token",
    ["igor", "a" * TOKEN, "A" * TOKEN, "0" * TOKEN, "я" * TOKEN, "=" * TOKEN, "a" * 300, "\x00" * TOKEN],
)
def test_who_guesses_gets_one_neutral_sentence(phone: str, token: str) -> None:
    answer = asks(f"/dates/feed/{token}.ics")
    assert answer.status_code == 404 and not answer.cookies
    assert answer.content == asks(f"/dates/feed/{Secret.fresh().token}.ics").content
    assert answer["Content-Type"].startswith("text/plain") and answer["Cache-Control"] == "no-store"


def test_an_address_in_capitals_is_the_same_and_a_cut_one_is_none(phone: str) -> None:
    assert len(read(phone)) == 1
    assert asks(phone.replace(".ics", "x.ics")).status_code == 404
    assert asks(phone.replace(token_of(phone), token_of(phone)[:-1])).status_code == 404


def test_a_phone_asks_with_what_it_knows_and_is_told_that_nothing_changed(
    phone: str, vera: FamilyAtDoor
) -> None:
    answer = asks(phone)
    assert answer.status_code == 200 and not answer.cookies
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer["Cache-Control"] == "no-store" and "REFRESH-INTERVAL" in answer.content.decode()
    for known in (answer["ETag"], f"W/{answer['ETag']}", f'"x", {answer["ETag"]}'):
        again = asks(phone, **{"if-none-match": known})
        assert (again.status_code, again.content) == (304, b"")
    head = Client().head(phone)
    assert (head.status_code, head.content, head["ETag"]) == (200, b"", answer["ETag"])
    tells(vera, vera, hearing("2026-12-04T10:30", moved_from=THURSDAY))
    assert asks(phone, **{"if-none-match": answer["ETag"]}).status_code == 200
    assert Client().post(phone).status_code == 405


def test_an_ended_address_empties_the_phone_for_a_month_and_is_gone_then(
    phone: str, vera: FamilyAtDoor, clock: time_machine.Traveller
) -> None:
    feed = Feed.objects.get()
    assert vera.client.post(f"/dates/end/{feed.id}/").status_code == 302
    assert read(phone) == {} and not FeedBox.objects.exists()
    assert [field.name for field in EndedFeed._meta.concrete_fields] == ["id", "tag", "ended_on"]
    tells(vera, vera, hearing("2026-12-09T10:30"))
    assert read(phone) == {}
    clock.shift(timedelta(days=32))
    assert asks(phone).status_code == 404
    make_feed(keys=vera.keys, kind=FeedKind.OWN, now=timezone.now())
    assert not EndedFeed.objects.exists()


def test_nobody_ends_what_another_one_made(phone: str, anna: Enrolled, pavel: Enrolled) -> None:
    feed, other = Feed.objects.get(), vera_asks()
    chapters = makes(pavel.client, "/dates/team/new/")
    shared = Feed.objects.get(kind="chapter")
    for client in (anna.client, pavel.client, other.client, Client()):
        assert client.post(f"/dates/end/{feed.id}/").status_code == 404
    for client in (anna.client, other.client, Client()):
        assert client.post(f"/dates/end/{shared.id}/").status_code == 404
    assert pavel.client.post(f"/dates/end/{uuid4()}/").status_code == 404
    assert len(read(phone)) == 1 and len(read(chapters)) == 1


def test_a_veteran_makes_no_calendar_of_the_whole_chapter(anna: Enrolled, vera: FamilyAtDoor) -> None:
    for client in (anna.client, vera.client, Client()):
        client.post("/dates/team/new/")
        assert client.get("/dates/team/").status_code != 200
    assert not Feed.objects.exists()


def test_who_writes_into_the_database_gets_no_day_and_makes_none_false(
    phone: str, vera: FamilyAtDoor
) -> None:
    """Igor slips his own key under Vera's address, lays his own dates into her box, and moves boxes."""
    igor, feed, box = Secret.fresh(), Feed.objects.get(), FeedBox.objects.get()
    slipped = Feed(
        holder=feed.holder,
        kind="own",
        number=9,
        made_on=feed.made_on,
        tag=igor.tag,
        public=igor.pair.public.packed(),
    )
    slipped.mark = feed.mark
    slipped.save()
    tells(vera, vera, hearing("2026-12-04T10:30", moved_from=THURSDAY))
    assert not FeedBox.objects.filter(feed=slipped).exists()
    assert asks(f"/dates/feed/{igor.token}.ics").status_code == 404

    salt = salts_of([vera.matter.safe_id])[vera.matter.safe_id]
    false = sealed_box(feed, vera.matter.id, [], salt)
    FeedBox.objects.filter(id=box.id).update(sealed=false)
    assert read(phone) == {}
    tells(vera, vera, hearing("2026-12-05T10:30", moved_from="2026-12-04T10:30"))
    assert only(phone)["dtstart"].dt.day == 5

    other = vera_asks()
    theirs = makes(other.client)
    FeedBox.objects.filter(feed=feed).update(feed=Feed.objects.get(tag=Secret.read(token_of(theirs)).tag))  # type: ignore[union-attr]
    assert read(theirs) == {}


def test_a_damaged_row_of_dates_is_mended_by_the_next_change(phone: str, vera: FamilyAtDoor) -> None:
    DatesRow.objects.update(sealed=b"\x01" + bytes(600))
    tells(vera, vera, hearing("2026-12-04T10:30", moved_from=THURSDAY))
    assert only(phone)["dtstart"].dt.day == 4


def test_the_address_lives_in_the_visit_until_she_has_it_and_nowhere_else(vera: FamilyAtDoor) -> None:
    address = makes(vera.client)
    assert shown_token(vera.client) == token_of(address)
    assert token_of(address) in vera.client.get("/dates/address/").content.decode()
    assert token_of(address).encode() not in b"".join(bytes(one.box) for one in Session.objects.all())
    assert vera.client.post("/dates/address/").status_code == 302
    assert shown_token(vera.client) is None
    assert vera.client.get("/dates/address/").status_code == 302
    assert token_of(address) not in vera.client.get("/dates/").content.decode()


def test_a_sixth_address_is_refused_in_one_sentence(vera: FamilyAtDoor) -> None:
    for _turn in range(5):
        makes(vera.client)
    answer = vera.client.post("/dates/new/")
    assert answer.status_code == 422 and Feed.objects.count() == 5
    assert answer.content.decode().count("/dates/end/") == 5


def test_nothing_of_the_address_stands_in_a_log(phone: str, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level("DEBUG"):
        asks(phone)
        asks(f"/dates/feed/{'b' * TOKEN}.ics")
    lines = [ImpersonalFormatter().format(one) for one in caplog.records]
    assert lines and not [one for one in lines if "feed/" in one or token_of(phone) in one]


def test_the_moment_of_making_is_a_day(phone: str) -> None:
    row = json.loads(serializers.serialize("json", Feed.objects.all()))[0]["fields"]
    assert row["made_on"] == timezone.localdate().isoformat()
    assert not [value for value in row.values() if isinstance(value, datetime)]
