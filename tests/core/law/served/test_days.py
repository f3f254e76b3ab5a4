"""Each day is counted once, under its most specific kind."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from peredacha.core.law.calendar import DAY
from peredacha.core.law.served.case import PERIOD_KINDS, Period
from peredacha.core.law.served.days import Stretch, joined, pieces, without

DAYS = st.dates(date(2020, 1, 1), date(2020, 3, 31))
PERIODS = st.lists(
    st.builds(
        lambda kind, first, length: Period(kind, first, first + length * DAY),
        st.sampled_from(PERIOD_KINDS),
        DAYS,
        st.integers(0, 30),
    ),
    max_size=6,
)


@given(PERIODS)
def test_every_named_day_is_counted_once(periods: list[Period]) -> None:
    found, twice = pieces(periods)

    named = [one.from_ + n * DAY for one in periods for n in range((one.to - one.from_).days + 1)]
    counted = [piece.stretch.first + n * DAY for piece in found for n in range(piece.stretch.days)]
    assert sorted(counted) == sorted(set(named))
    assert twice == (len(named) > len(set(named)))


def test_a_punishment_cell_wins_over_custody_on_the_same_day() -> None:
    custody = Period("custody", date(2024, 5, 1), date(2024, 5, 31))
    cell = Period("punishment_cell", date(2024, 5, 10), date(2024, 5, 12))

    found, twice = pieces([custody, cell])

    assert [(piece.kind, piece.stretch.days) for piece in found] == [
        ("custody", 9),
        ("punishment_cell", 3),
        ("custody", 19),
    ]
    assert twice


def test_neighbouring_days_are_joined_and_gaps_are_kept() -> None:
    march = Stretch(date(2024, 3, 1), date(2024, 3, 31))
    april = Stretch(date(2024, 4, 1), date(2024, 4, 30))
    june = Stretch(date(2024, 6, 1), date(2024, 6, 30))

    assert joined([june, april, march]) == [Stretch(date(2024, 3, 1), date(2024, 4, 30)), june]
    assert without([march], [Stretch(date(2024, 3, 31), date(2024, 4, 2))]) == [
        Stretch(date(2024, 3, 1), date(2024, 3, 30))
    ]
