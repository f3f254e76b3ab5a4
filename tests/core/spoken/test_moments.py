"""What is typed in a corridor with one thumb is read as it was meant, or asked back."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peredacha.core.language import Phrase, speak
from peredacha.core.spoken import DOUBTS, Spoken, read_moment, written

NOW = datetime.fromisoformat("2026-11-23T12:40")
"""A Monday."""

SURE = {
    "12 декабря 10:30": "2026-12-12T10:30",
    "12 Декабря в 10-30": "2026-12-12T10:30",
    "12 дек 10.30": "2026-12-12T10:30",
    "12.12 10-30": "2026-12-12T10:30",
    "12.12 в 10.30": "2026-12-12T10:30",
    "12.12. 10:30": "2026-12-12T10:30",
    "12.12.2026 в 10": "2026-12-12T10:00",
    "12.12.26 1030": "2026-12-12T10:30",
    "12/12/2026 10 30": "2026-12-12T10:30",
    "12.12.2026 г. в 10 часов 30 минут": "2026-12-12T10:30",
    "2026-12-12 10:30": "2026-12-12T10:30",
    "12-го декабря в 10 ч 30 мин": "2026-12-12T10:30",
    "перенесли на 12 декабря, в 10 утра": "2026-12-12T10:00",
    "10.12 12.10": "2026-12-10T12:10",
    "в 10.11 12.12": "2026-12-12T10:11",
    "14.30 12.12": "2026-12-12T14:30",
    "10:30 12 декабря": "2026-12-12T10:30",
    "12 декабря в 3 часа дня": "2026-12-12T15:00",
    "12 декабря полдень": "2026-12-12T12:00",
    "суббота 12 декабря 10:30": "2026-12-12T10:30",
    "завтра в 10": "2026-11-24T10:00",
    "послезавтра 9:00": "2026-11-25T09:00",
    "сегодня в 16": "2026-11-23T16:00",
    "через неделю в 14.30": "2026-11-30T14:30",
    "через 10 дней в 11:00": "2026-12-03T11:00",
    "через две недели 11:00": "2026-12-07T11:00",
    "через месяц в 11": "2026-12-23T11:00",
    "через неделю в четверг в 11": "2026-12-03T11:00",
    "на следующей неделе в среду 9.30": "2026-12-02T09:30",
    "в четверг 11:00": "2026-11-26T11:00",
    "чт 11": "2026-11-26T11:00",
    "во вторник в 9": "2026-11-24T09:00",
    "12 December 10:30": "2026-12-12T10:30",
    "December 12, 2026 at 10.30": "2026-12-12T10:30",
    "12th of December at 10:30 am": "2026-12-12T10:30",
    "tomorrow at 2 pm": "2026-11-24T14:00",
    "the day after tomorrow 11:00": "2026-11-25T11:00",
    "in two weeks at 9:30": "2026-12-07T09:30",
    "on Thursday at 11": "2026-11-26T11:00",
    "15.01 10:30": "2027-01-15T10:30",
    "31 мая 2027 10:00": "2027-05-31T10:00",
}
ASKED_BACK = {
    "12 марта 10:30": ("2027-03-12T10:30", {"year"}),
    "12.03 10:30": ("2027-03-12T10:30", {"year"}),
    "12.03.2026 10:30": ("2026-03-12T10:30", {"past"}),
    "сегодня в 9:00": ("2026-11-23T09:00", {"past"}),
    "12.12.2028 10:30": ("2028-12-12T10:30", {"far"}),
    "в понедельник 11:00": ("2026-11-30T11:00", {"weekday"}),
    "в следующий четверг 11:00": ("2026-11-26T11:00", {"weekday"}),
    "четверг 12 декабря 10:30": ("2026-12-12T10:30", {"weekday"}),
    "12 декабря 23:00": ("2026-12-12T23:00", {"night"}),
    "12 декабря 03:00": ("2026-12-12T03:00", {"night"}),
    "12 декабря в 2": ("2026-12-12T14:00", {"afternoon"}),
    "12 декабря 2:30": ("2026-12-12T14:30", {"afternoon"}),
    "12 декабря 10:30 зал большой": ("2026-12-12T10:30", {"rest"}),
}
REFUSED = {
    "": "Write the day and the hour",
    "не знаю": "The day could not be read",
    "на следующей неделе": "The day could not be read",
    "31 ноября 10:30": "There is no such day",
    "29.02.2027 10:30": "There is no such day",
    "12 декабря": "The hour is missing",
    "12.12.2026": "The hour is missing",
    "12 декабря 25:00": "The hour is missing",
    "12 декабря 10:30 зал 305": "more numbers",
    "12 декабря 10:30 " + "а" * 200: "more numbers",
}


@pytest.mark.parametrize(("line", "moment"), SURE.items())
def test_a_line_is_read_without_asking_back(line: str, moment: str) -> None:
    found = read_moment(line, NOW)

    assert isinstance(found, Spoken), line
    assert (found.moment.isoformat(timespec="minutes"), found.doubts, found.rest) == (moment, (), "")


@pytest.mark.parametrize(("line", "wanted"), ASKED_BACK.items())
def test_a_line_that_may_mean_something_else_is_asked_back(line: str, wanted: tuple[str, set[str]]) -> None:
    found = read_moment(line, NOW)

    assert isinstance(found, Spoken), line
    assert (found.moment.isoformat(timespec="minutes"), set(found.doubts)) == wanted


@pytest.mark.parametrize(("line", "sentence"), REFUSED.items())
def test_a_line_that_cannot_be_read_gets_one_sentence_with_an_example(line: str, sentence: str) -> None:
    found = read_moment(line, NOW)

    assert isinstance(found, Phrase), line
    said = speak(found, "en")
    assert sentence in said and "12 December 10:30" in said


def test_words_that_are_left_over_are_kept() -> None:
    found = read_moment("12 декабря 10:30, зал большой", NOW)

    assert isinstance(found, Spoken) and found.rest == "зал большой"


moments = st.datetimes(datetime.fromisoformat("2024-01-01"), datetime.fromisoformat("2099-12-31")).map(
    lambda one: one.replace(second=0, microsecond=0)
)


@given(moments, moments, st.sampled_from(["ru", "en"]))
def test_what_is_written_out_is_read_back_whatever_day_it_is(
    moment: datetime, now: datetime, language: str
) -> None:
    found = read_moment(written(moment, language), now)

    assert isinstance(found, Spoken)
    assert found.moment == moment and not set(found.doubts) & {"year", "weekday", "afternoon", "rest"}


@given(
    moments,
    st.integers(0, 200),
    st.sampled_from(["{0.day}.{0:%m} {0:%H:%M}", "{0:%d.%m} {0:%H-%M}", "{0:%d.%m} в {0:%H.%M}"]),
)
def test_a_day_without_a_year_is_the_next_of_its_name(now: datetime, ahead: int, form: str) -> None:
    moment = now + timedelta(days=ahead)
    found = read_moment(form.format(moment), now)

    assert isinstance(found, Spoken)
    assert found.moment == moment
    assert ("year" in found.doubts) == (moment.year > now.year and ahead > 92)


@given(st.text(max_size=140), moments)
def test_no_line_breaks_it_and_every_doubt_has_a_sentence(line: str, now: datetime) -> None:
    found = read_moment(line, now)

    assert isinstance(found, Spoken | Phrase)
    assert isinstance(found, Phrase) or set(found.doubts) <= set(DOUBTS)


@given(
    st.lists(
        st.sampled_from([*"0123456789.:- ", "в ", "четверг ", "12", "декабря ", "через ", "неделю "]),
        max_size=14,
    ),
    moments,
)
def test_no_heap_of_days_and_hours_breaks_it(parts: list[str], now: datetime) -> None:
    assert isinstance(read_moment("".join(parts), now), Spoken | Phrase)
