"""A feed is read by two parsers that know nothing of one another, and they read the same."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as some
from icalendar import Calendar

from peredacha.core.feeds import DAY_ALARMS, HOUR_ALARMS, Entry, feed, moved

MOSCOW, URAL, BERLIN = (
    ZoneInfo(f"{one}") for one in ("Europe/Moscow", "Asia/Yekaterinburg", "Europe/Berlin")
)
NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
HEARING = Entry("a1", "Встреча", datetime(2026, 12, 3, 10, 30, tzinfo=URAL), NOW, alarms=HOUR_ALARMS)
LAST_DAY = Entry("b2", "Дело: последний день", date(2026, 12, 31), NOW, alarms=DAY_ALARMS)


def written(*entries: Entry) -> bytes:
    return feed(entries, name="Даты", refresh=timedelta(hours=1), reminder="Напоминание")


def read(text: bytes) -> dict[str, Any]:
    """What one parser reads, by identity."""
    found: Any = Calendar.from_ical(text)
    return {str(one["uid"]): one for one in found.walk("VEVENT")}


def read_elsewhere(text: bytes) -> dict[str, Any]:
    """What the other one reads, by identity."""
    found = vobject.readOne(text.decode())
    return {one.uid.value: one for one in getattr(found, "vevent_list", [])}


class Phone:
    """A calendar that subscribes: it keeps what it knows, and takes an entry only when its sequence is newer."""

    def __init__(self) -> None:
        self.kept: dict[str, Any] = {}
        self.rang = 0

    def asks_again(self, text: bytes) -> None:
        for uid, one in read(text).items():
            if uid not in self.kept or int(one["sequence"]) > int(self.kept[uid]["sequence"]):
                self.kept[uid] = one
                self.rang += 1

    def shows(self) -> dict[str, Any]:
        return {uid: one["dtstart"].dt for uid, one in self.kept.items() if one["status"] != "CANCELLED"}


def test_both_parsers_read_the_same_hearing_on_the_clock_of_its_place() -> None:
    text = written(HEARING, LAST_DAY)
    one, other = read(text)["a1"], read_elsewhere(text)["a1"]

    assert one["dtstart"].dt == other.dtstart.value == datetime(2026, 12, 3, 5, 30, tzinfo=UTC)
    assert one["dtstart"].dt.strftime("%H:%M") == other.dtstart.value.strftime("%H:%M") == "10:30"
    assert (
        one["dtend"].dt - one["dtstart"].dt == other.dtend.value - other.dtstart.value == timedelta(hours=1)
    )
    assert str(one["summary"]) == other.summary.value == "Встреча"
    assert str(one["transp"]) == "OPAQUE"
    assert [alarm["trigger"].dt for alarm in one.walk("VALARM")] == list(HOUR_ALARMS)
    assert [alarm.trigger.value for alarm in other.valarm_list] == list(HOUR_ALARMS)


def test_a_deadline_is_a_whole_day_and_keeps_nobody_busy() -> None:
    text = written(LAST_DAY)
    one, other = read(text)["b2"], read_elsewhere(text)["b2"]

    assert one["dtstart"].dt == other.dtstart.value == date(2026, 12, 31)
    assert one["dtend"].dt == other.dtend.value == date(2027, 1, 1)
    assert str(one["transp"]) == other.transp.value == "TRANSPARENT"
    assert [alarm["trigger"].dt for alarm in one.walk("VALARM")] == list(DAY_ALARMS)


def test_the_feed_says_how_it_is_called_and_how_often_to_ask() -> None:
    found: Any = Calendar.from_ical(written(HEARING))

    assert str(found["X-WR-CALNAME"]) == str(found["NAME"]) == "Даты"
    assert found["REFRESH-INTERVAL"].dt == timedelta(hours=1)
    assert str(found["X-PUBLISHED-TTL"]) == "PT1H"
    assert str(found["METHOD"]) == "PUBLISH"


def test_a_hearing_that_is_moved_moves_on_the_phone_and_one_that_is_called_off_goes() -> None:
    phone = Phone()
    phone.asks_again(written(HEARING, LAST_DAY))

    later = Entry("other", "Встреча", datetime(2026, 12, 10, 9, 0, tzinfo=URAL), NOW, alarms=HOUR_ALARMS)
    second = moved(HEARING, later, at=NOW + timedelta(hours=5))
    assert second
    phone.asks_again(written(second, LAST_DAY))
    assert phone.shows()["a1"] == later.begins
    assert phone.rang == 3

    third = moved(second, None, at=NOW + timedelta(days=1))
    assert third
    text = written(third, LAST_DAY)
    phone.asks_again(text)
    assert set(phone.shows()) == {"b2"}
    assert str(read(text)["a1"]["status"]) == read_elsewhere(text)["a1"].status.value == "CANCELLED"
    assert not read(text)["a1"].walk("VALARM"), "what was called off does not ring"

    again = moved(third, later, at=NOW + timedelta(days=2))
    assert again
    phone.asks_again(written(again, LAST_DAY))
    assert phone.shows()["a1"] == later.begins
    assert again.sequence == 3


def test_what_did_not_change_rings_no_phone() -> None:
    same = Entry("other", HEARING.title, HEARING.begins, NOW + timedelta(days=3), alarms=HOUR_ALARMS)

    assert moved(HEARING, same, at=NOW + timedelta(days=3)) is HEARING
    gone = moved(HEARING, None, at=NOW)
    assert gone
    assert moved(gone, None, at=NOW + timedelta(days=9)) == gone
    assert moved(None, None, at=NOW) is None
    assert moved(None, LAST_DAY, at=NOW) is LAST_DAY


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="needs the zone"):
        Entry("a", "t", datetime(2026, 12, 3, 10, 30), NOW)  # noqa: DTZ001
    with pytest.raises(ValueError, match="needs the zone"):
        Entry("a", "t", date(2026, 12, 3), datetime(2026, 12, 3, 10, 30))  # noqa: DTZ001


@pytest.mark.parametrize(
    ("zone", "day", "hours"),
    [(BERLIN, date(2026, 3, 28), 1), (BERLIN, date(2026, 3, 29), 2), (BERLIN, date(2026, 10, 25), 1),
     (MOSCOW, date(2010, 7, 1), 4), (MOSCOW, date(2013, 1, 1), 4), (MOSCOW, date(2014, 10, 27), 3)],
)  # fmt: skip
def test_clocks_that_were_set_are_told_to_phones_that_do_not_know(
    zone: ZoneInfo, day: date, hours: int
) -> None:
    first = Entry("z0", "t", datetime(day.year, 1, 15, 12, 0, tzinfo=zone), NOW)
    noon = Entry("z1", "t", datetime(day.year, day.month, day.day, 12, 0, tzinfo=zone), NOW)

    text = written(first, noon).replace(zone.key.encode(), f"Nowhere/{zone.key[:3]}{day:%Y%m%d}".encode())
    # Each under a name of its own: one of the parsers remembers zones.

    for found in (read(text)["z1"]["dtstart"].dt, read_elsewhere(text)["z1"].dtstart.value):
        assert found.utcoffset() == timedelta(hours=hours)


WORDS = some.text(some.characters(exclude_categories=["Cs", "Cc"]), max_size=120)
FIRST, LAST = (datetime(year, 1, 1) for year in (2015, 2040))  # noqa: DTZ001
BEGINS = some.one_of(
    some.dates(date(1990, 1, 1), date(2060, 1, 1)),
    some.datetimes(FIRST, LAST, timezones=some.sampled_from([MOSCOW, URAL, UTC])).map(
        lambda one: one.replace(second=0, microsecond=0, fold=0)
    ),
)


@given(words=WORDS, begins=BEGINS, sequence=some.integers(0, 9999), cancelled=some.booleans())
def test_whatever_the_title_both_read_it_back(
    words: str, begins: date, sequence: int, cancelled: bool
) -> None:
    text = written(Entry("u", words, begins, NOW, sequence=sequence, cancelled=cancelled))

    one, other = read(text)["u"], read_elsewhere(text)["u"]
    assert str(one["summary"]) == other.summary.value == words
    assert one["dtstart"].dt == other.dtstart.value == begins
    assert int(one["sequence"]) == int(other.sequence.value) == sequence


@given(words=some.text(max_size=300))
def test_no_line_is_too_long_and_none_breaks_a_letter(words: str) -> None:
    text = written(Entry("u", words, date(2026, 1, 1), NOW))

    lines = text.split(b"\r\n")
    assert lines[-1] == b""
    for line in lines:
        assert len(line) <= 75
        line.decode()
        assert b"\r" not in line and b"\n" not in line


@given(seconds=some.integers(-10_000_000, 10_000_000))
def test_every_length_is_read_back(seconds: int) -> None:
    ring = timedelta(seconds=seconds)
    text = written(Entry("u", "t", date(2026, 1, 1), NOW, alarms=(ring,)))

    assert [alarm["trigger"].dt for alarm in read(text)["u"].walk("VALARM")] == [ring]


def test_the_same_entries_give_the_same_bytes() -> None:
    assert written(HEARING, LAST_DAY) == written(HEARING, LAST_DAY)
