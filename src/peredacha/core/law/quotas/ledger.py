"""The one counter of a person: what the family and the movement used, planned and gave back, and what is left.

The law counts by years from admission, by months, by half years; where the day of admission is not known, everything
of twelve months to either side is counted, which is never too little.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from peredacha.core.law.calendar import DAY
from peredacha.core.law.months import same_number
from peredacha.core.law.quotas.answer import Allowance, QuotaAnswer
from peredacha.core.law.quotas.case import COUNTED, Counted, QuotaCase
from peredacha.core.law.quotas.count import quota_left, until
from peredacha.core.law.quotas.law import Per, QuotaLaw
from peredacha.core.law.quotas.lookup import quantity

SlotState = Literal["reserved", "used", "released"]
Source = Literal["family", "movement", "other"]
CARRIED: tuple[Counted, ...] = ("parcels", "packets")
"""What has a weight that a remand prison counts by the month."""
STRETCH: dict[Per, int] = {"year": 12, "month": 1, "half_year": 6, "stay": 12}
"""How far back [months] something is counted where the beginning of the stretch is not known."""
MARGIN = timedelta(days=60)
"""Somebody may ask for a day that lies so far back."""


@dataclass(frozen=True)
class Slot:
    """One parcel, packet or visit of a person: planned until a day, used, or given back.

    ``on``: the day on which it is handed in or happens; ``grams``: the whole weight, 0 for a visit or where it is not
    known; ``until``: the last day of a plan, after which it falls away by itself.
    """

    key: str
    kind: Counted
    on: date
    grams: int = 0
    source: Source = "movement"
    state: SlotState = "used"
    until: date | None = None

    def __post_init__(self) -> None:
        """Refuse a plan without an end, and less than no weight."""
        if self.state == "reserved" and self.until is None:
            raise ValueError("say until when it is planned")
        if self.grams < 0:
            raise ValueError("a weight cannot be less than zero")

    def stands(self, today: date) -> bool:
        """Whether it takes a place in the counter on that day."""
        if self.state == "reserved":
            return self.until is not None and self.until >= today
        return self.state == "used"


@dataclass(frozen=True)
class Stretch:
    """For how long a quota counts: first and last day; ``sure`` is False where the true one may be shorter."""

    first: date
    last: date
    sure: bool = True

    def holds(self, day: date) -> bool:
        """Whether a day lies in it."""
        return self.first <= day <= self.last


@dataclass(frozen=True)
class NoneLeft:
    """Why there is no place for one more: of which kind, and what the law leaves."""

    kind: Counted
    allowance: Allowance
    by_weight: bool = False
    """Whether the month's weight is the reason, and not the number."""


def counted(law: QuotaLaw, case: QuotaCase, slots: Iterable[Slot], *, today: date) -> QuotaAnswer:
    """What is allowed, used and left on the day ``case.on``, with every slot that stands ``today``.

    What ``case`` says is used already is added: so many as the family knows of from before.
    """
    return quota_left(law, used_by(law, case, slots, today=today))


def used_by(law: QuotaLaw, case: QuotaCase, slots: Iterable[Slot], *, today: date) -> QuotaCase:
    """The same case with what the slots use on top of what it says itself."""
    standing = [one for one in slots if one.stands(today)]
    stretches = dict(stretches_of(law, case))
    used = {
        kind: case.used.get(kind, 0)
        + sum(one.kind == kind and stretches[kind].holds(one.on) for one in standing)
        for kind in COUNTED
    }
    month = stretch("month", case)
    grams = sum(one.grams for one in standing if one.kind in CARRIED and month.holds(one.on))
    return replace(case, used=used, used_weight_g=case.used_weight_g + grams)


def none_left(answer: QuotaAnswer, kind: Counted, *, grams: int = 0) -> NoneLeft | None:
    """Why one more of this kind and weight [g] has no place; None where it has, or where the law does not say."""
    allowance: Allowance = getattr(answer, kind)
    if allowance.left == 0:
        return NoneLeft(kind, allowance)
    weight = answer.weight_month
    if kind in CARRIED and weight and weight.left is not None and grams > weight.left:
        return NoneLeft(kind, weight, by_weight=True)
    return None


def out_of_sight(slots: Sequence[Slot], *, today: date) -> frozenset[str]:
    """The keys of slots that no count reaches any more, for a day from fifty days back on.

    The last thing that was carried and the last visit stay: they tell how long ago it was.
    """
    horizon = same_number(today, -max(STRETCH.values())).day - MARGIN
    old = [one for one in slots if one.on < horizon and not (one.state == "reserved" and one.stands(today))]
    used = sorted((one for one in slots if one.state == "used"), key=lambda one: one.on)
    last = {one.kind in CARRIED: one.key for one in used}
    return frozenset(one.key for one in old) - frozenset(last.values())


def stretches_of(law: QuotaLaw, case: QuotaCase) -> Iterator[tuple[Counted, Stretch]]:
    """For each kind, the days among which the quota of the day of the case counts."""
    rules = tuple(rule for rule in law.rules if rule.covers(case))
    for kind in COUNTED:
        yield kind, stretch(quantity(rules, kind).per, case)


def stretch(per: Per, case: QuotaCase) -> Stretch:
    """The days that count together with the day of the case."""
    last, months = until(per, case), STRETCH[per]
    if last is not None:
        return Stretch(case.on.replace(day=1) if per == "month" else year_before(last, case), last)
    # Without its beginning a stretch may lie anywhere around the day: both sides are counted.
    return Stretch(same_number(case.on, -months).day, same_number(case.on, months).day, sure=False)


def year_before(last: date, case: QuotaCase) -> date:
    """The first day of the year from admission that ends on ``last``."""
    begun, after = case.year_from or case.on, last + DAY
    return same_number(begun, 12 * (after.year - begun.year - 1)).day
