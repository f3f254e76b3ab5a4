"""The way from a case to its answer: the term, the credit, the end, early release, the record."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from peredacha.core.language import Phrase, phrase
from peredacha.core.law.basis import Basis, Step, Trail
from peredacha.core.law.calendar import DAY, CourtCalendar
from peredacha.core.law.months import remaining
from peredacha.core.law.served.answer import TOLERANCE_DAYS, Amount, Remaining, Served, TimeServed
from peredacha.core.law.served.case import Case
from peredacha.core.law.served.credit import Credit, credit_of
from peredacha.core.law.served.credit_steps import credit_steps
from peredacha.core.law.served.early import Earliest, Early
from peredacha.core.law.served.law import ServedLaw
from peredacha.core.law.served.record import Cleared, cleared_on
from peredacha.core.law.served.release import End, Releaser, hours_left
from peredacha.core.law.served.term import Term, gap_warnings, sentence_steps, term_of


def time_served(
    law: ServedLaw, calendar: CourtCalendar, conventions: Mapping[str, Basis], case: Case
) -> TimeServed:
    """Credit, last day, release, early release and record of a case, each line with its ground.

    Raises ValueError when the last sentence has to be served and names no day on which it starts.
    """
    term = term_of(case)
    if term.suspended:
        return suspended(law, case, term)
    credit = credit_of(law, case, term)
    if term.hours:
        return works(law, case, term, credit)
    end = None if term.life else Releaser(law, calendar, conventions).end_of(term, credit)
    earliest = Earliest(law, case, term, credit, end)
    imprisoned = term.kind == "imprisonment"
    found = Found(
        credit,
        end,
        earliest.parole() if imprisoned else Early(None),
        earliest.replacement("milder") if imprisoned else Early(None),
        earliest.replacement("forced_labour") if imprisoned else Early(None),
        Cleared(None) if term.life else cleared_on(law, case, term, end),
    )
    return found.answer(law, case, term)


@dataclass(frozen=True)
class Found:
    """Every part of the answer about a term that is served in days."""

    credit: Credit
    end: End | None
    parole: Early
    milder: Early
    forced_labour: Early
    cleared: Cleared

    def answer(self, law: ServedLaw, case: Case, term: Term) -> TimeServed:
        """The parts put together."""
        steps = once(
            *sentence_steps(case),
            *credit_steps(law, self.credit, hours=False),
            *(self.end.steps if self.end else ()),
            *self.parole.steps,
            *self.milder.steps,
            *self.forced_labour.steps,
            *gravest_step(law, case),
            *self.cleared.steps,
        )
        bases = Trail(steps).bases
        return TimeServed(
            bases,
            unique((*self._warnings(law, case, term), *doubts_of(law, bases), own_count())),
            start=term.start,
            credit_days=Amount(self.credit.least, self.credit.most),
            last_day=self.end.last_day if self.end else None,
            release_day=self.end.release_day if self.end else None,
            freed=self.end.freed if self.end else False,
            parole_on=self.parole.on,
            milder_on=self.milder.on,
            forced_labour_on=self.forced_labour.on,
            expunged_on=self.cleared.on,
            remaining=self._remaining(case.on, term),
            served=self._served(case.on, term),
            counted=self.credit.counted,
            steps=steps,
        )

    def _remaining(self, day: date | None, term: Term) -> Remaining | None:
        if day is None or self.end is None:
            return None
        past = max(day, term.began_on - DAY)
        return Remaining(day, *remaining(past, self.end.last_day.latest))

    def _served(self, day: date | None, term: Term) -> Served | None:
        if day is None:
            return None
        last = min(day, self.end.last_day.latest) if self.end else day
        inside = max((last - term.began_on).days + 1, 0)
        return Served(day, Amount(inside + self.credit.least, inside + self.credit.most))

    def _warnings(self, law: ServedLaw, case: Case, term: Term) -> tuple[Phrase, ...]:
        warnings = [*gap_warnings(case, term), *self.credit.warnings]
        warnings += self.end.warnings if self.end else ()
        if case.category is None and term.kind == "imprisonment" and not term.life:
            said = phrase(
                "Give the category of the crime: it stands in the verdict, and the days of early release "
                "and of clearing the record depend on it."
            )
            warnings.append(said)
        larger = stricter_articles(law)
        if not case.articles and term.kind == "imprisonment" and larger:
            said = phrase(
                "No article is given. Under some articles a larger share must be served: {articles}.",
                articles=larger,
            )
            warnings.append(said)
        return (*warnings, *self.cleared.warnings)


def suspended(law: ServedLaw, case: Case, term: Term) -> TimeServed:
    """The answer about a suspended sentence: only the record has a date."""
    cleared = cleared_on(law, case, term, None)
    steps = (*sentence_steps(case), *cleared.steps)
    grounds = Trail(steps).bases or tuple(rule.basis for rule in law.expungement if rule.of == "suspended")
    warnings = cleared.warnings
    if case.periods:
        said = phrase(
            "Days under restraint are credited only if the court turns the sentence into a real one."
        )
        warnings = (*warnings, said)
    return TimeServed(grounds, warnings, start=term.start, expunged_on=cleared.on, steps=steps)


def works(law: ServedLaw, case: Case, term: Term, credit: Credit) -> TimeServed:
    """The answer about a punishment measured in hours: what is left, but no date."""
    least, most = hours_left(term, credit)
    said = phrase("Hours left: from {least} to {most}.", least=least, most=most)
    if least == most:
        said = phrase("Hours left: {hours}.", hours=most)
    steps = (*sentence_steps(case), *credit_steps(law, credit, hours=True), Step(said))
    grounds = Trail(steps).bases or tuple(rule.basis for rule in law.credit if rule.unit == "hours")
    return TimeServed(
        grounds,
        unique((*credit.warnings, *doubts_of(law, grounds), own_count())),
        start=term.start,
        credit_hours=Amount(credit.least, credit.most),
        hours_left=Amount(least, most),
        freed=most == 0,
        counted=credit.counted,
        steps=steps,
    )


def gravest_step(law: ServedLaw, case: Case) -> tuple[Step, ...]:
    """The line on several crimes, where several articles are named."""
    ground = law.ground("gravest_rule")
    if ground is None or len(case.articles) < 2:
        return ()
    return (
        Step(
            phrase("Several articles: the strictest share among them is used for the whole term."), (ground,)
        ),
    )


def stricter_articles(law: ServedLaw) -> str:
    """The articles for which parole has its own share."""
    named = (
        article for rule in law.early_release if rule.of == "parole" for article in rule.applies.articles
    )
    return ", ".join(dict.fromkeys(named))


def doubts_of(law: ServedLaw, used: tuple[Basis, ...]) -> tuple[Phrase, ...]:
    """What must be said beside an answer: rules that were not checked, and the notes of rules."""
    unchecked = [basis.row for basis in used if basis.standing == "unverified"]
    rows = {basis.row for basis in law.bases}
    notes = [phrase("{note}", note=basis.note) for basis in used if basis.note and basis.row in rows]
    if not unchecked:
        return tuple(notes)
    said = phrase(
        "Some rules used here were not checked against the text of the law: {rows}. Check with a lawyer.",
        rows=", ".join(unchecked),
    )
    return (*notes, said)


def own_count() -> Phrase:
    """The line that stands under every answer."""
    return phrase(
        "The prison's own count may differ by up to {count} days. "
        "Ask the special registry department (spetschast) for its count in writing.",
        count=TOLERANCE_DAYS,
    )


def once(*steps: Step) -> tuple[Step, ...]:
    """The lines in order; a line without a ground that was said already is left out."""
    kept: list[Step] = []
    for step in steps:
        if step.bases or step not in kept:
            kept.append(step)
    return tuple(kept)


def unique(warnings: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
    """Each warning once, in the order of first use."""
    found: list[Phrase] = []
    for one in warnings:
        if one not in found:
            found.append(one)
    return tuple(found)
