"""Several sentences one after another become the one term that stands: the later replaces the earlier."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from peredacha.core.language import Phrase, phrase
from peredacha.core.law.basis import Step
from peredacha.core.law.calendar import DAY
from peredacha.core.law.served.case import REGIMES, Case, Punishment, Regime, Sentence
from peredacha.core.law.served.days import Stretch, joined, without
from peredacha.core.law.served.law import Destination
from peredacha.core.law.served.wording import PLACES, length_said


@dataclass(frozen=True)
class Term:
    """The sentence that stands. ``replaced`` are the days on which earlier ones entered into force."""

    months: int
    days: int
    hours: int
    life: bool
    kind: Punishment
    regime: Regime | None
    counted_from: date | None
    in_force_on: date | None
    suspended: bool
    probation_months: int
    replaced: tuple[tuple[date, bool], ...] = ()

    @property
    def start(self) -> date | None:
        """Day 1 of the term: the day that the court names, else the day of entry into force."""
        return self.counted_from or self.in_force_on

    @property
    def began_on(self) -> date:
        """Day 1 of the term, for a term that has one."""
        if self.start is None:
            raise ValueError("the last sentence has no start: give `in_force_on` or `counted_from`")
        return self.start

    @property
    def not_before(self) -> date:
        """The first day on which the term has begun and the sentence is in force."""
        return max(self.began_on, self.in_force_on or self.began_on)

    @property
    def destinations(self) -> tuple[Destination, ...]:
        """Where days are credited to; every regime, while the regime is not known."""
        if self.kind != "imprisonment":
            return (self.kind,)
        return (self.regime,) if self.regime else REGIMES

    @property
    def place(self) -> Phrase:
        """The regime or the punishment in words."""
        return PLACES[self.regime or self.kind]

    @property
    def length(self) -> Phrase:
        """How long, in words."""
        return phrase("for life") if self.life else length_said(self.months, self.days, self.hours)


def term_of(case: Case) -> Term:
    """The term that stands after the last sentence."""
    *_, last = terms(case.sentences)
    return last


def terms(sentences: tuple[Sentence, ...]) -> Iterator[Term]:
    """The term after each sentence, with what it leaves out taken over from the one before."""
    standing: Term | None = None
    for one in sentences:
        standing = first_term(one) if standing is None else following(standing, one)
        yield standing


def first_term(one: Sentence) -> Term:
    """The term of a first sentence."""
    return Term(
        months=one.years * 12 + one.months,
        days=one.days,
        hours=one.hours,
        life=one.life,
        kind="imprisonment" if one.life or not one.kind else one.kind,
        regime=one.regime,
        counted_from=one.counted_from,
        in_force_on=one.in_force_on,
        suspended=one.suspended,
        probation_months=one.probation_months,
    )


def following(earlier: Term, one: Sentence) -> Term:
    """The term after ``one`` replaced ``earlier``. A suspended sentence hands on no start."""
    real = not earlier.suspended
    replaced = earlier.replaced
    if earlier.in_force_on:
        replaced = (*replaced, (earlier.in_force_on, earlier.suspended))
    fresh = first_term(one)
    if not one.has_length:
        fresh = replace(
            fresh, months=earlier.months, days=earlier.days, hours=earlier.hours, life=earlier.life
        )
    return replace(
        fresh,
        kind="imprisonment" if fresh.life else one.kind or earlier.kind,
        regime=one.regime or earlier.regime,
        counted_from=one.counted_from or (earlier.counted_from if real else None),
        in_force_on=one.in_force_on or (earlier.in_force_on if real else None),
        probation_months=one.probation_months or earlier.probation_months,
        replaced=replaced,
    )


def sentence_steps(case: Case) -> Iterator[Step]:
    """A line for each sentence, and for the day from which the last one runs."""
    every = list(terms(case.sentences))
    for number, term in enumerate(every, 1):
        if number == len(every):
            said = phrase(
                "The sentence that stands: {length}, {place}.", length=term.length, place=term.place
            )
        else:
            said = phrase(
                "Sentence {number}: {length}, {place}. The next sentence replaces it.",
                number=number,
                length=term.length,
                place=term.place,
            )
        yield Step(said)
    last = every[-1]
    if last.suspended:
        yield Step(phrase("The sentence is suspended: he does not serve it while it stays suspended."))
    elif last.counted_from:
        yield Step(phrase("The court counts the term from {day}: this is day 1.", day=last.counted_from))
    elif last.in_force_on:
        yield Step(phrase("The sentence entered into force on {day}: this is day 1.", day=last.in_force_on))


def gap_warnings(case: Case, term: Term) -> Iterator[Phrase]:
    """A warning where the term begins anew and the days served before are not among the periods."""
    served = [day for day, suspended in term.replaced if not suspended and day < term.began_on]
    if not served:
        return
    gap = [Stretch(min(served), term.began_on - DAY)]
    if without(gap, joined(Stretch(one.from_, one.to) for one in case.periods)):
        yield phrase(
            "The term begins anew on {start}, and not every day from {first} on is among the periods. "
            "If he was serving then, add those days as a period, or give the first day in “counted_from”.",
            start=term.began_on,
            first=min(served),
        )
