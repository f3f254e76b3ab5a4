"""One quantity looked up among the rules that cover a case."""

from collections.abc import Sequence
from dataclasses import dataclass

from peredacha.core.law.quotas.law import Number, Per, QuotaRule

LARGE = 10**9


@dataclass(frozen=True)
class Quantity:
    """A number, the rules that state it, and whether the rules that may apply disagree."""

    number: Number | None = None
    rules: tuple[QuotaRule, ...] = ()
    in_doubt: bool = False

    @property
    def limit(self) -> int | None:
        """The number, None where there is no limit or it is not known."""
        return self.number if isinstance(self.number, int) else None

    @property
    def is_known(self) -> bool:
        """Whether the law says something: a number, or that there is no limit."""
        return self.number not in (None, "unknown")

    @property
    def per(self) -> Per:
        """For which stretch of time it is counted."""
        return self.rules[0].per if self.rules else "year"


def quantity(rules: Sequence[QuotaRule], name: str) -> Quantity:
    """What the rules of the highest precedence state; the smallest number where they disagree."""
    given = [(rule, rule.quantity(name)) for rule in rules]
    stating = [(rule, number) for rule, number in given if number is not None]
    highest = max((rule.precedence for rule, _ in stating), default=0)
    top = [(rule, number) for rule, number in stating if rule.precedence == highest]
    if not top:
        return Quantity()
    smallest = min((number for _, number in top), key=size)
    same = tuple(rule for rule, number in top if number == smallest)
    return Quantity(smallest, same, in_doubt=len({number for _, number in top}) > 1)


def size(number: Number) -> int:
    """A number for comparing: no limit is larger than any, and not known smaller."""
    if isinstance(number, int):
        return number
    return LARGE if number == "no_limit" else -1
