"""Past months of an invented chapter: read whole or not at all, never over what was really counted."""

from datetime import date

import pytest

from peredacha.rooms.tallies.models import Spending, Tally
from peredacha.rooms.tallies.services import count, load_months

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 23)
TABLE = """months_ago,what,place,goods,number,grams,roubles
1,parcel_delivered,nowhere,,12,90000,
1,gift_received,,tea,8,1880,
1,postage,,,,,420
2,letter_sent,,,30,,
"""


def load(text: str) -> list[str]:
    """Load a table; gives the wrong columns."""
    return [one.column for one in load_months(chapter="demo", data=text.encode(), today=TODAY)]


def test_months_that_are_over_are_filled() -> None:
    assert load(TABLE) == []

    assert {(one.month, one.kind, one.number) for one in Tally.objects.all()} == {
        (date(2026, 10, 1), "parcel_delivered", 12),
        (date(2026, 10, 1), "gift_received", 8),
        (date(2026, 9, 1), "letter_sent", 30),
    }
    assert [(one.month, one.what, one.kopecks) for one in Spending.objects.all()] == [
        (date(2026, 10, 1), "postage", 42_000)
    ]


def test_a_month_in_which_something_was_counted_stays_as_it_is() -> None:
    count(chapter="demo", kind="visit_made", today=date(2026, 10, 5), by=2)
    count(chapter="far", kind="visit_made", today=date(2026, 9, 5), by=2)

    for _start in range(2):
        assert load(TABLE) == []

    kinds = set(Tally.objects.filter(chapter="demo").values_list("kind", "number"))
    assert kinds == {("visit_made", 2), ("letter_sent", 30)} and not Spending.objects.exists()


@pytest.mark.parametrize(
    ("before", "after", "column"),
    [
        ("2,letter_sent", "0,letter_sent", "months_ago"),
        ("2,letter_sent", "13,letter_sent", "months_ago"),
        ("letter_sent", "love_sent", "what"),
        (",tea,", ",gold,", "goods"),
        ("12,90000", "dozen,90000", "number"),
        (",420", ",-420", "roubles"),
    ],
)
def test_with_a_wrong_cell_nothing_is_written(before: str, after: str, column: str) -> None:
    assert load(TABLE.replace(before, after)) == [column]

    assert not Tally.objects.exists() and not Spending.objects.exists()
