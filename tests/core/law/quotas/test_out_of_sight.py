"""What no count reaches any more may go: without it every answer stays the same, and how long ago it was."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from peredacha.core.law.quotas import QuotaCase, Slot, counted, out_of_sight
from peredacha.core.law.quotas.case import CELLS, CONDITIONS, COUNTED, PLACES, REGIMES
from peredacha.jurisdictions.load import pack

LAW = pack("ru").quotas
TODAYS = st.dates(date(2024, 1, 1), date(2028, 12, 31))
SLOTS = st.lists(
    st.tuples(
        st.sampled_from(COUNTED),
        st.integers(-1200, 60),
        st.integers(0, 20_000),
        st.sampled_from(["used", "reserved", "released"]),
        st.integers(-900, 60),
    ),
    max_size=10,
)


@st.composite
def lives(draw: st.DrawFn) -> tuple[date, list[Slot], QuotaCase]:
    """A day, a counter of some years, and a question about a day from fifty days back on."""
    today = draw(TODAYS)
    slots = [
        Slot(str(n), kind, today + timedelta(days=on), grams, "family", state, today + timedelta(days=until))  # type: ignore[arg-type]
        for n, (kind, on, grams, state, until) in enumerate(draw(SLOTS))
    ]
    on = today + timedelta(days=draw(st.integers(-50, 60)))
    case = QuotaCase(
        on=on,
        place=draw(st.sampled_from(PLACES)),
        regime=draw(st.sampled_from(REGIMES)),
        conditions=draw(st.sampled_from(CONDITIONS)),
        cell=draw(st.none() | st.sampled_from(CELLS)),
        year_from=draw(st.none() | st.integers(0, 4000).map(lambda n: on - timedelta(days=n))),
    )
    return today, slots, case


@given(lives())
def test_every_answer_is_the_same_without_them(life) -> None:
    today, slots, case = life
    gone = out_of_sight(slots, today=today)

    kept = [one for one in slots if one.key not in gone]

    assert counted(LAW, case, kept, today=today) == counted(LAW, case, slots, today=today)


@given(lives())
def test_the_last_thing_carried_and_the_last_visit_stay(life) -> None:
    today, slots, _case = life
    kept = [one for one in slots if one.key not in out_of_sight(slots, today=today)]

    for kinds in (("parcels", "packets"), ("short_visits", "long_visits")):
        before, after = (
            max((one.on for one in many if one.kind in kinds and one.state == "used"), default=None)
            for many in (slots, kept)
        )
        assert after == before


def test_of_two_parcels_of_long_ago_the_older_one_goes_after_fourteen_months_and_not_before() -> None:
    first, second = date(2024, 1, 10), date(2024, 2, 10)
    slots = [Slot("a", "parcels", first), Slot("b", "parcels", second)]

    assert out_of_sight(slots, today=date(2025, 3, 1)) == frozenset()
    assert out_of_sight(slots, today=date(2025, 3, 20)) == {"a"}
