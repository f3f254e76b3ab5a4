"""What one parcel costs: sums of receipts over parcels that went out, month by month."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from statistics import median

from peredacha.rooms.tallies.selectors.months import before, last_full_month
from peredacha.rooms.tallies.selectors.publishing import LEAST_PUBLIC, parcels_out
from peredacha.rooms.tallies.selectors.rows import spendings_in, tallies_in

MONTHS = 12
ENOUGH_PARCELS, ENOUGH_MONTHS = 20, 3
"""With less than this the average says nothing."""


@dataclass(frozen=True)
class MonthCost:
    """One month with at least five parcels: how many, and what was spent [kopecks]."""

    month: date
    parcels: int
    spent: Mapping[str, int]
    """By what the money went for."""

    @property
    def kopecks(self) -> int:
        """All that was spent."""
        return sum(self.spent.values())

    @property
    def each(self) -> int:
        """What one parcel cost in this month [kopecks]."""
        return round(self.kopecks / self.parcels)


@dataclass(frozen=True)
class Cost:
    """The last full months that can be told; those with few parcels or no receipt are left out."""

    months: tuple[MonthCost, ...]
    left_out: int
    """How many months had parcels or receipts, but not enough of them to be told."""

    @property
    def parcels(self) -> int:
        """How many parcels it is about."""
        return sum(one.parcels for one in self.months)

    @property
    def is_enough(self) -> bool:
        """Whether an average says something."""
        return self.parcels >= ENOUGH_PARCELS and len(self.months) >= ENOUGH_MONTHS

    @property
    def mean(self) -> int:
        """All that was spent over all parcels [kopecks]; 0 without a month."""
        return round(sum(one.kopecks for one in self.months) / self.parcels) if self.months else 0

    @property
    def median(self) -> int:
        """The middle one of the months [kopecks]; 0 without a month."""
        return round(median(one.each for one in self.months)) if self.months else 0

    @property
    def parts(self) -> Mapping[str, int]:
        """By what the money went for: its part of one parcel [kopecks]."""
        sums: dict[str, int] = defaultdict(int)
        for one in self.months:
            for what, kopecks in one.spent.items():
                sums[what] += kopecks
        return {what: round(kopecks / self.parcels) for what, kopecks in sums.items()}


def cost_of_parcel(chapter: str, *, today: date) -> Cost:
    """What one parcel cost in the last twelve full months; empty ``chapter``: in the whole house."""
    last = last_full_month(today)
    first = before(last, MONTHS - 1)
    spent: dict[date, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for one in spendings_in(chapter, first, last):
        spent[one.month][one.what] += one.kopecks
    counted = defaultdict(list)
    for row in tallies_in(chapter, first, last):
        counted[row.month].append(row)
    parcels = {month: parcels_out(rows) for month, rows in counted.items()}
    known = sorted(set(spent) | {month for month, number in parcels.items() if number})
    told = [month for month in known if parcels.get(month, 0) >= LEAST_PUBLIC and spent[month]]
    months = tuple(MonthCost(month, parcels[month], dict(spent[month])) for month in told)
    return Cost(months, len(known) - len(told))
