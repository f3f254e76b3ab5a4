"""What others may read of the tallies."""

from peredacha.rooms.tallies.selectors.costs import Cost, MonthCost, cost_of_parcel
from peredacha.rooms.tallies.selectors.months import (
    before,
    first_day,
    last_full_month,
    month_named,
    next_month,
)
from peredacha.rooms.tallies.selectors.names import chapters_that_count, class_names, places
from peredacha.rooms.tallies.selectors.publishing import LEAST_PUBLIC, Published, publishable
from peredacha.rooms.tallies.selectors.rows import months_with_tallies, spendings_in, tallies_in

__all__ = [
    "LEAST_PUBLIC",
    "Cost",
    "MonthCost",
    "Published",
    "before",
    "chapters_that_count",
    "class_names",
    "cost_of_parcel",
    "first_day",
    "last_full_month",
    "month_named",
    "months_with_tallies",
    "next_month",
    "places",
    "publishable",
    "spendings_in",
    "tallies_in",
]
