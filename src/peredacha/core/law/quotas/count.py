"""What is left of each quota, until when, and by which rule."""

from calendar import monthrange
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from peredacha.core.language import Phrase, phrase
from peredacha.core.law.basis import Basis, Step, Trail
from peredacha.core.law.calendar import DAY
from peredacha.core.law.months import same_number
from peredacha.core.law.quotas.answer import Allowance, QuotaAnswer
from peredacha.core.law.quotas.case import QuotaCase
from peredacha.core.law.quotas.law import QUANTITIES, Per, QuotaLaw, QuotaRule
from peredacha.core.law.quotas.lookup import Quantity, quantity
from peredacha.core.law.quotas.wording import NAMES, number_said


def quota_left(law: QuotaLaw, case: QuotaCase) -> QuotaAnswer:
    """How many parcels and visits are allowed, used and left on the day of the case."""
    rules = tuple(rule for rule in law.rules if rule.covers(case))
    return Counter(case, rules, {name: quantity(rules, name) for name in QUANTITIES}).answer()


@dataclass(frozen=True)
class Counter:
    """The rules that cover a case and the quantities that they give."""

    case: QuotaCase
    rules: tuple[QuotaRule, ...]
    found: Mapping[str, Quantity]

    def answer(self) -> QuotaAnswer:
        """Every quota with its derivation."""
        steps = tuple(self._steps())
        used = self.case.used
        weight = self.found["month_weight_g"]
        return QuotaAnswer(
            Trail(steps).bases,
            tuple(self._warnings(Trail(steps).bases)),
            parcels=self._left("parcels", used.get("parcels", 0), each="parcel_weight_g"),
            packets=self._left("packets", used.get("packets", 0), each="packet_weight_g"),
            short_visits=self._left("short_visits", used.get("short_visits", 0), each="short_hours"),
            long_visits=self._left("long_visits", used.get("long_visits", 0), each="long_days"),
            weight_month=self._left("month_weight_g", self.case.used_weight_g) if weight.rules else None,
            steps=steps,
        )

    def _left(self, name: str, used: int, each: str = "") -> Allowance:
        one = self.found[name]
        measure = self.found[each].limit if each else None
        return Allowance(one.limit, used, one.is_known, until(one.per, self.case), measure)

    def _steps(self) -> Iterator[Step]:
        for name, one in self.found.items():
            if one.rules:
                number = number_said(name, one.number, one.per)
                bases = tuple({rule.basis.row: rule.basis for rule in one.rules}.values())
                yield Step(phrase("{what}: {number}.", what=NAMES[name], number=number), bases)
        for rule in self.rules:
            if rule.says:
                yield Step(phrase("{note}", note=rule.says), (rule.basis,))
        pers = {one.per for one in self.found.values() if one.limit is not None}
        for per, day in ((per, until(per, self.case)) for per in sorted(pers)):
            if day and per == "year":
                yield Step(
                    phrase("The year is counted from admission (practice). It ends on {day}.", day=day)
                )
            elif day:
                yield Step(phrase("The month ends on {day}.", day=day))

    def _warnings(self, used: tuple[Basis, ...]) -> Iterator[Phrase]:
        if any(one.in_doubt for one in self.found.values()):
            yield phrase(
                "Not everything that decides is known: the smallest number is shown, it may be more."
            )
        yearly = any(one.per == "year" and one.limit is not None for one in self.found.values())
        if yearly and self.case.year_from is None and self.case.place == "colony":
            yield phrase("Give the day of admission to know when the year of the quota ends.")
        for name in ("parcels", "packets", "short_visits", "long_visits"):
            if self._left(name, self.case.used.get(name, 0)).is_overdrawn:
                yield phrase("{what}: more is used than is allowed. Check the numbers.", what=NAMES[name])
        chosen = {rule.id: rule for one in self.found.values() for rule in one.rules}
        if any(rule.settled_from and self.case.on < rule.settled_from for rule in chosen.values()):
            yield phrase(
                "The first day on which this rule is in force is not known exactly: ask the institution."
            )
        yield from doubts_of(used)


def until(per: Per, case: QuotaCase) -> date | None:
    """The last day of the stretch that holds the day of the case; None where that is not known."""
    on, begun = case.on, case.year_from
    if per == "month":
        return date(on.year, on.month, monthrange(on.year, on.month)[1])
    if per != "year" or begun is None or on < begun:
        return None
    years = on.year - begun.year
    if same_number(begun, 12 * years).day > on:
        years -= 1
    return same_number(begun, 12 * (years + 1)).day - DAY


def doubts_of(used: tuple[Basis, ...]) -> Iterator[Phrase]:
    """What must be said beside an answer: the notes of rules, and rules that were not checked."""
    for basis in used:
        if basis.note:
            yield phrase("{note}", note=basis.note)
    rows = [basis.row for basis in used if basis.standing == "unverified"]
    if rows:
        yield phrase(
            "Some rules used here were not checked against the text of the law: {rows}. Check with a lawyer.",
            rows=", ".join(rows),
        )
