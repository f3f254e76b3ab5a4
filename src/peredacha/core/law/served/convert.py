"""One punishment in units of another: days of imprisonment, hours of works, days of restriction."""

from dataclasses import dataclass
from fractions import Fraction

from peredacha.core.language import phrase
from peredacha.core.law.basis import Cited, Step, Trail
from peredacha.core.law.served.law import Conversion, ServedLaw


class UnknownConversionError(ValueError):
    """The land states no rule between two units; ``units`` are those that it knows."""

    def __init__(self, units: tuple[str, ...]) -> None:
        super().__init__(f"no rule between these units; the units are: {', '.join(units)}")
        self.units = units


@dataclass(frozen=True)
class Converted(Cited):
    """An amount in the unit asked for, exact, with the rules used."""

    amount: Fraction = Fraction(0)
    steps: tuple[Step, ...] = ()


def convert(law: ServedLaw, amount: int, from_unit: str, to_unit: str) -> Converted:
    """``amount`` of one unit in another, by one rule or by two through a third unit.

    Raises UnknownConversionError where the land states no way from one to the other.
    """
    if from_unit == to_unit:
        return Converted((), amount=Fraction(amount))
    way = way_between(law, from_unit, to_unit)
    if not way:
        units = {unit for rule in law.conversions for unit in (rule.from_, rule.to)}
        raise UnknownConversionError(tuple(sorted(units)))
    found, steps = Fraction(amount), []
    for rule, forward in way:
        found = found * rule.ratio if forward else found / rule.ratio
        said = phrase("By rule {row}: {amount}.", row=rule.basis.row, amount=str(found))
        steps.append(Step(said, tuple(basis for basis in (rule.basis, law.ground("units")) if basis)))
    return Converted(Trail(tuple(steps)).bases, amount=found, steps=tuple(steps))


def way_between(law: ServedLaw, from_unit: str, to_unit: str) -> list[tuple[Conversion, bool]]:
    """The rules to use one after another, each forward or backward; empty where there is no way."""
    first = steps_from(law, from_unit)
    for rule, forward, reached in first:
        if reached == to_unit:
            return [(rule, forward)]
    for rule, forward, between in first:
        for second, onward, reached in steps_from(law, between):
            if reached == to_unit:
                return [(rule, forward), (second, onward)]
    return []


def steps_from(law: ServedLaw, unit: str) -> list[tuple[Conversion, bool, str]]:
    """Each rule that touches ``unit``, whether it is used forward, and the unit it leads to."""
    forward = [(rule, True, rule.to) for rule in law.conversions if rule.from_ == unit]
    backward = [(rule, False, rule.from_) for rule in law.conversions if rule.to == unit]
    return forward + backward
