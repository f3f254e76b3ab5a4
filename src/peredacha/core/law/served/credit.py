"""Days before the term turned into days of the term."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from math import ceil, floor

from peredacha.core.language import Phrase, phrase
from peredacha.core.law.basis import Basis
from peredacha.core.law.served.case import Case, PeriodKind
from peredacha.core.law.served.days import Piece, Stretch, before, pieces, since
from peredacha.core.law.served.law import ServedLaw
from peredacha.core.law.served.rates import DAY_FOR_DAY, Rate, rate_of
from peredacha.core.law.served.term import Term

IN_CUSTODY = ("custody", "hospital")
REAL = (*IN_CUSTODY, "punishment_cell", "strict_conditions", "colony")
"""Restraints whose days count towards the least time that must really be served."""
NOTHING = Fraction(0)


@dataclass(frozen=True)
class Counted:
    """One stretch and what it is worth.

    ``inside``: it lies in the term already and is worth only what custody gives beyond the day itself.
    ``edge``: its last day is the day of entry into force, and whether that day is credited is not settled.
    """

    kind: PeriodKind
    stretch: Stretch
    rate: Rate
    inside: bool = False
    edge: bool = False

    @property
    def least(self) -> int:
        """The fewest whole days."""
        return floor(self.rate.least * (self.stretch.days - self.edge))

    @property
    def most(self) -> int:
        """The most whole days."""
        return ceil(self.rate.most * self.stretch.days)

    @property
    def has_half_days(self) -> bool:
        """Whether rounding, and nothing else, makes it a range."""
        return self.rate.is_settled and not self.edge and self.least != self.most


@dataclass(frozen=True)
class Credit:
    """The credit of a case: [days of the term], or [hours] where the punishment is measured in hours."""

    counted: tuple[Counted, ...] = ()
    twice: bool = False
    warnings: tuple[Phrase, ...] = ()

    @property
    def least(self) -> int:
        """The least that must be credited."""
        return sum(one.least for one in self.counted)

    @property
    def most(self) -> int:
        """The most that may be credited."""
        return sum(one.most for one in self.counted)

    @property
    def real_days(self) -> int:
        """Days really spent behind bars before the term began."""
        return sum(one.stretch.days - one.edge for one in self.counted if one.kind in REAL and not one.inside)


def credit_of(law: ServedLaw, case: Case, term: Term) -> Credit:
    """Every stretch of the case with what it is worth; rates are looked up once for each kind."""
    found, twice = pieces(case.periods)
    rates = {kind: rate_of(law, case, term, kind) for kind in dict.fromkeys(one.kind for one in found)}
    creditor = Creditor(law, term, rates)
    counted = tuple(part for piece in found for part in creditor.parts(piece))
    warnings = [said for rate in rates.values() for said in rate.warnings]
    warnings += creditor.warnings(found)
    return Credit(counted, twice, tuple(warnings))


@dataclass(frozen=True)
class Creditor:
    """Cuts each piece where another rule begins: entry into force, and the first day of the term."""

    law: ServedLaw
    term: Term
    rates: Mapping[PeriodKind, Rate]

    def parts(self, piece: Piece) -> Iterator[Counted]:
        """The piece before the first entry into force, from there to the term, and inside the term."""
        start, force = self.term.began_on, self._first_force
        at_execution = piece.execution and piece.kind in IN_CUSTODY
        rate = self._day_for_day("execution_stage") if at_execution else self.rates[piece.kind]
        if self._ends_on_force(piece):
            yield Counted(piece.kind, piece.stretch, rate, edge=True)
            return
        early, late = before(piece.stretch, min(force, start)), since(piece.stretch, force)
        between = before(late, start) if late else None
        inside = since(piece.stretch, start)
        if early:
            yield Counted(piece.kind, early, rate)
        if between:
            yield Counted(piece.kind, between, self._after_force if piece.kind in IN_CUSTODY else rate)
        if inside:
            yield from self._inside(piece, inside, rate)

    def _inside(self, piece: Piece, inside: Stretch, rate: Rate) -> Iterator[Counted]:
        """Days of the term: custody before entry into force gives what it is worth beyond the day itself."""
        ground = self._day_for_day("inside_term")
        nothing = replace(ground, least=NOTHING, most=NOTHING)
        end = min(self._real_forces, default=self.term.began_on)
        waiting = piece.kind in IN_CUSTODY and not piece.execution and end > self.term.began_on
        if not waiting or rate.most <= DAY_FOR_DAY:
            yield Counted(piece.kind, inside, nothing, inside=True)
            return
        beyond = replace(
            rate,
            least=max(rate.least - DAY_FOR_DAY, NOTHING),
            most=rate.most - DAY_FOR_DAY,
            bases=(*rate.bases, *ground.bases),
        )
        if piece.stretch.last == end:
            yield Counted(piece.kind, inside, beyond, inside=True, edge=True)
            return
        early, late = before(inside, end), since(inside, end)
        if early:
            yield Counted(piece.kind, early, beyond, inside=True)
        if late:
            yield Counted(piece.kind, late, nothing, inside=True)

    def warnings(self, found: list[Piece]) -> Iterator[Phrase]:
        """What must be said about days that lie where they could count otherwise."""
        start = self.term.began_on
        for piece in found:
            rate = self.rates[piece.kind]
            inside = piece.kind in IN_CUSTODY and piece.stretch.last >= start
            if inside and self.term.in_force_on is None and rate.most > DAY_FOR_DAY:
                yield phrase(
                    "Custody before entry into force may count for more than the day itself: "
                    "give the day on which the sentence entered into force (in_force_on)."
                )
            if rate.exists_from and piece.stretch.first < rate.exists_from:
                yield phrase(
                    "There was no such restraint before {day}: check kind and days in the court papers.",
                    day=rate.exists_from,
                )

    def _ends_on_force(self, piece: Piece) -> bool:
        waiting = piece.kind in IN_CUSTODY and not piece.execution and self.term.counted_from is None
        return waiting and piece.stretch.last == self.term.in_force_on == self._first_force

    @property
    def _real_forces(self) -> list[date]:
        own = [self.term.in_force_on] if self.term.in_force_on else []
        return own + [day for day, suspended in self.term.replaced if not suspended]

    @property
    def _first_force(self) -> date:
        """The first entry into force before the term, or the first day of the term."""
        every = [self.term.began_on, *self._real_forces, *(day for day, _ in self.term.replaced)]
        return min(every)

    @property
    def _after_force(self) -> Rate:
        suspended = any(real is True and day == self._first_force for day, real in self.term.replaced)
        return self._day_for_day("execution_stage" if suspended else "inside_term")

    def _day_for_day(self, ground: str) -> Rate:
        basis: Basis | None = self.law.ground(ground)
        return Rate(DAY_FOR_DAY, DAY_FOR_DAY, (basis,) if basis else ())
