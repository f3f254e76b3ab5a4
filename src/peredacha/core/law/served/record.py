"""When the record of conviction is cleared."""

from dataclasses import dataclass
from datetime import date

from peredacha.core.language import Phrase, phrase
from peredacha.core.law.basis import Step
from peredacha.core.law.calendar import DAY
from peredacha.core.law.months import same_number
from peredacha.core.law.served.case import CATEGORIES, Case
from peredacha.core.law.served.law import RecordRule, ServedLaw
from peredacha.core.law.served.release import End
from peredacha.core.law.served.term import Term
from peredacha.core.law.served.wording import length_said, when_said
from peredacha.core.law.span import Span, on


@dataclass(frozen=True)
class Cleared:
    """The day on which the record is cleared, None where it cannot be known, and the lines."""

    on: Span[date] | None
    steps: tuple[Step, ...] = ()
    warnings: tuple[Phrase, ...] = ()


def cleared_on(law: ServedLaw, case: Case, term: Term, end: End | None) -> Cleared:
    """When the record is cleared: after probation, or some years after the actual release."""
    if term.suspended:
        return after_probation(law, case, term)
    release = on(case.released_on) if case.released_on else end.release_day if end else None
    rules = rules_for(law, case, term)
    if release is None or not rules:
        return Cleared(None)
    months = [rule.months for rule in rules]
    day = Span(same_number(release.earliest, min(months)).day, same_number(release.latest, max(months)).day)
    return Cleared(day, tuple(record_steps(law, rules, day)), older_crime_warnings(case, rules))


def after_probation(law: ServedLaw, case: Case, term: Term) -> Cleared:
    """The end of probation; its last day may be counted in two ways."""
    rule = next((one for one in law.expungement if one.of == "suspended"), None)
    if rule is None:
        return Cleared(None)
    if not term.probation_months or term.start is None:
        said = phrase("Give the probation (probation_months) and the day of entry into force to know "
                      "when the record is cleared.")  # fmt: skip
        return Cleared(None, warnings=(said,))
    same = same_number(term.start, term.probation_months).day
    day = Span(same - DAY, same)
    said = phrase(
        "Probation ends, and with it the record: {day}. The day is in doubt by one.", day=when_said(day)
    )
    return Cleared(day, (Step(said, (rule.basis,)),))


def rules_for(law: ServedLaw, case: Case, term: Term) -> list[RecordRule]:
    """The rules that may apply: one, or one for each category while the category is not known."""
    of = "imprisonment" if term.kind == "imprisonment" else "milder"
    found: dict[str, RecordRule] = {}
    for category in (case.category,) if case.category else CATEGORIES:
        matching = [
            rule
            for rule in law.expungement
            if rule.of == of and rule.applies.met(case, category) == "yes" and crime_fits(rule, case)
        ]
        highest = max((rule.precedence for rule in matching), default=0)
        found |= {rule.id: rule for rule in matching if rule.precedence == highest}
    return list(found.values())


def crime_fits(rule: RecordRule, case: Case) -> bool:
    """Whether the edition applies; while the day of the crime is not known, the one now in force does."""
    crime = rule.applies.crime_met(case)
    return crime == "yes" or (crime == "maybe" and rule.applies.crime_to is None)


def record_steps(law: ServedLaw, rules: list[RecordRule], day: Span[date]) -> list[Step]:
    """The lines about the record."""
    ground = law.ground("counted_from_release")
    grounds = (ground,) if ground else ()
    months = sorted({rule.months for rule in rules})
    bases = (*(rule.basis for rule in rules), *grounds)
    if len(months) == 1:
        said = phrase("The record is cleared {length} after release: {day}.",
                      length=length_said(months[0], 0), day=when_said(day))  # fmt: skip
        return [Step(said, bases)]
    said = phrase(
        "The record is cleared from {least} to {most} after release: {day}.",
        least=length_said(months[0], 0),
        most=length_said(months[-1], 0),
        day=when_said(day),
    )
    reason = phrase("The category of the crime is not known: the range covers all four categories.")
    return [Step(said, bases), Step(reason)]


def older_crime_warnings(case: Case, rules: list[RecordRule]) -> tuple[Phrase, ...]:
    """A warning where an older rule may apply to the crime, while its day is not known."""
    warnings = []
    borders = [rule.applies.crime_from for rule in rules if rule.applies.crime_from and case.crime_on is None]
    if borders:
        warnings.append(
            phrase("If the crime was committed before {day}, the record is cleared sooner.", day=borders[0])
        )
    return tuple(warnings)
