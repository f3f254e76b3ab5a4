"""Parole and the replacement of the rest: which share, and from which day."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Literal

from peredacha.core.language import Phrase, Value, phrase
from peredacha.core.law.basis import Basis, Step
from peredacha.core.law.calendar import DAY
from peredacha.core.law.served.case import CATEGORIES, Case, Category
from peredacha.core.law.served.credit import Credit
from peredacha.core.law.served.law import EarlyRule, ServedLaw
from peredacha.core.law.served.release import End, last_day_of, less_credit, no_earlier, share_end
from peredacha.core.law.served.term import Term
from peredacha.core.law.served.wording import length_said, when_said
from peredacha.core.law.span import Span

Sought = Literal["parole", "milder", "forced_labour"]


@dataclass(frozen=True)
class Share:
    """The share of the term that must be served; two ends where it is not settled, with the reasons."""

    least: Fraction
    most: Fraction
    bases: tuple[Basis, ...]
    reasons: tuple[Phrase, ...] = ()

    @property
    def said(self) -> Value:
        """“1/2”, or “from 1/3 to 1/2”."""
        if self.least == self.most:
            return str(self.most)
        return phrase("from {earliest} to {latest}", earliest=str(self.least), latest=str(self.most))


@dataclass(frozen=True)
class Early:
    """The day from which something may be asked for, None where it never comes, and the lines."""

    on: Span[date] | None
    steps: tuple[Step, ...] = ()


def share_of(law: ServedLaw, case: Case, sought: Sought) -> Share | None:
    """The share for the case; over every category while the category is not known."""
    categories = (case.category,) if case.category else CATEGORIES
    found = [one for one in (share_in(law, case, sought, category) for category in categories) if one]
    if not found:
        return None
    least, most = min(one.least for one in found), max(one.most for one in found)
    reasons = [reason for one in found for reason in one.reasons]
    if case.category is None and least != most:
        reasons = [phrase("The category of the crime is not known: the range covers all four categories.")]
    bases = {basis.row: basis for one in found for basis in one.bases}
    unique = {reason.message: reason for reason in reasons}
    return Share(least, most, tuple(bases.values()), tuple(unique.values()))


def share_in(law: ServedLaw, case: Case, sought: Sought, category: Category) -> Share | None:
    """The share if the crime is of ``category``: the strictest of the rules that apply."""
    rules = [rule for rule in law.early_release if rule.of == sought and rule.share]
    sure = top(rule for rule in rules if rule.applies.met(case, category) == "yes")
    if not sure:
        return None
    doubtful = [
        rule
        for rule in rules
        if rule.precedence == sure[0].precedence and rule.applies.met(case, category) == "maybe"
    ]
    strictest = max(sure, key=shared)
    worse = [rule for rule in doubtful if shared(rule) > shared(strictest)]
    bases = [strictest.basis, *(rule.basis for rule in worse)]
    reasons: tuple[Phrase, ...] = ()
    if worse:
        reasons = (phrase("It is not settled whether a stricter share for some crimes applies here."),)
    least, most = shared(strictest), max((shared(rule) for rule in worse), default=shared(strictest))
    return Share(least, most, tuple(bases), reasons)


def top(rules: Iterable[EarlyRule]) -> Sequence[EarlyRule]:
    """The rules of the highest precedence."""
    found = list(rules)
    highest = max((rule.precedence for rule in found), default=0)
    return [rule for rule in found if rule.precedence == highest]


def shared(rule: EarlyRule) -> Fraction:
    """The share that a rule states."""
    return rule.share or Fraction(1)


@dataclass(frozen=True)
class Earliest:
    """Counts the days of early release for one term."""

    law: ServedLaw
    case: Case
    term: Term
    credit: Credit
    end: End | None

    def parole(self) -> Early:
        """From which day parole may be asked for."""
        if self.term.life:
            return self._life()
        share = share_of(self.law, self.case, "parole")
        if share is None or self.end is None or self.end.freed:
            return Early(None)
        reached = self._reached(share)
        floor, steps = self._floor()
        softened = self._ground("softened") if len(self.case.sentences) > 1 else ()
        day = (
            Span(max(reached.earliest, floor.earliest), max(reached.latest, floor.latest))
            if floor
            else reached
        )
        said = phrase(
            "Parole may be asked for after {share} of the term: {day}.",
            share=share.said,
            day=when_said(reached),
        )
        steps = (
            Step(said, (*share.bases, *self._ground("credit_counts"), *softened)),
            *map(Step, share.reasons),
            *steps,
        )
        return self._within(day, steps)

    def replacement(self, sought: Literal["milder", "forced_labour"]) -> Early:
        """From which day the rest may be replaced."""
        share = share_of(self.law, self.case, sought)
        if share is None or self.end is None or self.end.freed or self.term.life:
            return Early(None)
        day = self._reached(share)
        values: dict[str, Value] = {"share": share.said, "day": when_said(day)}
        said = (
            phrase("Replacement by forced labour: after {share} of the term, {day}.", **values)
            if sought == "forced_labour"
            else phrase("Replacement by a milder punishment: after {share} of the term, {day}.", **values)
        )
        bases = (*share.bases, *(self._ground("labour_day_for_day") if sought == "forced_labour" else ()))
        return Early(day, (Step(said, bases), *map(Step, share.reasons)))

    def _reached(self, share: Share) -> Span[date]:
        term = self.term
        least = share_end(term.began_on, term.months, term.days, share.least)
        most = share_end(term.began_on, term.months, term.days, share.most)
        return no_earlier(less_credit(least.widened(most), self.credit), term.not_before)

    def _floor(self) -> tuple[Span[date] | None, tuple[Step, ...]]:
        """The least time that must really be served; a range, as it is not settled whether credit counts."""
        rule = next((one for one in self.law.early_release if one.of == "floor"), None)
        if rule is None or rule.months is None:
            return None, ()
        begun = self.term.began_on
        real = last_day_of(begun - self.credit.real_days * DAY, rule.months, 0)
        credited = last_day_of(begun - self.credit.most * DAY, rule.months, 0)
        floor = no_earlier(real.widened(credited), self.term.not_before)
        length = length_said(rule.months, 0)
        said = phrase(
            "At least {length} must really have been served: {day}.", length=length, day=when_said(floor)
        )
        return floor, (Step(said, (rule.basis,)),)

    def _within(self, day: Span[date], steps: tuple[Step, ...]) -> Early:
        last = self.end.last_day.latest if self.end else day.latest
        if day.earliest > last:
            return Early(None, (*steps, Step(phrase("The term ends before parole can be asked for."))))
        day = Span(day.earliest, min(day.latest, last))
        final = Step(phrase("Parole may be asked for from: {day}. The court decides.", day=when_said(day)))
        return Early(day, (*steps, final))

    def _life(self) -> Early:
        rule = next((one for one in self.law.early_release if one.of == "life"), None)
        if rule is None or rule.months is None:
            return Early(None)
        day = less_credit(last_day_of(self.term.began_on, rule.months, 0), self.credit)
        day = no_earlier(day, self.term.not_before)
        said = phrase(
            "A life sentence: parole may be asked for after {years} years, {day}.",
            years=rule.months // 12,
            day=when_said(day),
        )
        return Early(day, (Step(said, (rule.basis,)),))

    def _ground(self, name: str) -> Iterator[Basis]:
        basis = self.law.ground(name)
        if basis:
            yield basis
