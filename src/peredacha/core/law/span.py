"""A range of dates or amounts, for answers on which law or practice is not settled."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

D = TypeVar("D", bound=date)
E = TypeVar("E", bound=date)


@dataclass(frozen=True)
class Span(Generic[D]):
    """The earliest and the latest day (or moment) that an answer may be; the same one when it is settled."""

    earliest: D
    latest: D

    def __post_init__(self) -> None:
        """Refuse a range that runs backwards."""
        if self.latest < self.earliest:
            raise ValueError("a span ends before it begins")

    @property
    def is_settled(self) -> bool:
        """Whether there is one answer only."""
        return self.earliest == self.latest

    def each(self, change: Callable[[D], E]) -> "Span[E]":
        """The span of ``change`` applied to both ends; ``change`` must not reverse their order."""
        return Span(change(self.earliest), change(self.latest))

    def widened(self, other: "Span[D]") -> "Span[D]":
        """The smallest span that holds both."""
        return Span(min(self.earliest, other.earliest), max(self.latest, other.latest))


def on(day: D) -> Span[D]:
    """A settled answer."""
    return Span(day, day)
