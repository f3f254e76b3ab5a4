"""Quotas as a jurisdiction states them: how many parcels and visits, how heavy, how long."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from peredacha.core.language import Text
from peredacha.core.law.basis import Basis, Stated
from peredacha.core.law.quotas.case import Cell, Conditions, Place, QuotaCase, Regime, Trait

Per = Literal["year", "month", "half_year", "stay"]
Number = int | Literal["no_limit", "unknown"]
"""How many; ``no_limit``, or ``unknown`` where the source does not say."""

QUANTITIES = (
    "parcels",
    "packets",
    "short_visits",
    "long_visits",
    "parcel_weight_g",
    "packet_weight_g",
    "month_weight_g",
    "short_hours",
    "long_days",
)


@dataclass(frozen=True)
class QuotaRule(Stated):
    """Some quantities for some people; what is left empty does not matter, all that is named must hold.

    Of several rules that state the same quantity, that of the highest ``precedence`` counts. ``traits``: one
    of them is enough. ``settled_from``: where the first day in force is not known, the first day that is
    certain. ``per``: the year from admission, the calendar month, half a year, or the stay in the cell.
    ``says``: something to tell that is not a number. Weights are in [g].
    """

    id: str
    basis: Basis
    place: Place = "colony"
    regimes: tuple[Regime, ...] = ()
    conditions: tuple[Conditions, ...] = ()
    cells: tuple[Cell, ...] = ()
    traits: tuple[Trait, ...] = ()
    precedence: int = 0
    per: Per = "year"
    parcels: Number | None = None
    packets: Number | None = None
    short_visits: Number | None = None
    long_visits: Number | None = None
    parcel_weight_g: Number | None = None
    packet_weight_g: Number | None = None
    month_weight_g: Number | None = None
    short_hours: int | None = None
    long_days: int | None = None
    settled_from: date | None = None
    says: Text | None = None

    def __post_init__(self) -> None:
        """Refuse a negative quantity, and a rule that says nothing."""
        given = [self.quantity(name) for name in QUANTITIES]
        if any(isinstance(value, int) and value < 0 for value in given):
            raise ValueError("a quantity cannot be less than zero")
        if self.says is None and all(value is None for value in given):
            raise ValueError("write at least one quantity (parcels, short_visits, …) or `says`")

    def quantity(self, name: str) -> Number | None:
        """The stated quantity, None where the rule does not speak of it."""
        value: Number | None = getattr(self, name)
        return value

    def covers(self, case: QuotaCase) -> bool:
        """Whether it speaks of this case on its day; unknown regime and conditions do not shut it out."""
        regime = case.effective_regime
        return (
            self.basis.holds_on(case.on)
            and self.place == case.place
            and (not self.regimes or regime is None or regime in self.regimes)
            and (not self.conditions or case.conditions is None or case.conditions in self.conditions)
            and (not self.cells or case.cell in self.cells)
            and (not self.traits or bool(case.traits & set(self.traits)))
        )


@dataclass(frozen=True)
class QuotaLaw:
    """Every quota of a land."""

    rules: tuple[QuotaRule, ...]

    @property
    def bases(self) -> tuple[Basis, ...]:
        """The basis of every rule, in the order of the file."""
        return tuple(rule.basis for rule in self.rules)
