"""The worth of one day of restraint before entry into force: rule, exceptions, doubts."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from peredacha.core.language import Phrase, phrase
from peredacha.core.law.basis import Basis
from peredacha.core.law.served.case import Case, PeriodKind
from peredacha.core.law.served.law import CreditRule, ServedLaw
from peredacha.core.law.served.term import Term

DAY_FOR_DAY = Fraction(1)


@dataclass(frozen=True)
class Rate:
    """Days (or hours) of the term for one day; two ends where it is not settled, with the reasons."""

    least: Fraction
    most: Fraction
    bases: tuple[Basis, ...] = ()
    reasons: tuple[Phrase, ...] = ()
    warnings: tuple[Phrase, ...] = ()
    hours: bool = False
    exists_from: date | None = None

    @property
    def is_settled(self) -> bool:
        """Whether there is one ratio only."""
        return self.least == self.most


def rate_of(law: ServedLaw, case: Case, term: Term, kind: PeriodKind) -> Rate:
    """What one day of ``kind`` before entry into force is worth in this case."""
    rules = [rule for rule in law.credit if rule.covers(kind, term.destinations)]
    plain = [rule for rule in rules if not rule.is_exception and rule.applies.crime_met(case) != "no"]
    if not plain:
        said = phrase("No rule says what these days are worth: they are not counted. Ask a lawyer.")
        return Rate(Fraction(0), Fraction(0), warnings=(said,))
    rate = plain_rate(plain, case, term)
    if any(rule.through for rule in plain):
        rate = through_custody(rate, rate_of(law, case, term, "custody"))
    hospital = law.ground("hospital_as_custody")
    if kind == "hospital" and hospital:
        rate = replace(rate, bases=(*rate.bases, hospital))
    rate = with_older_crime(rate, law, case)
    return with_exceptions(rate, [rule for rule in rules if rule.is_exception], case)


def plain_rate(plain: Sequence[CreditRule], case: Case, term: Term) -> Rate:
    """The general ratio; all that may apply, where the regime or the day of the crime is not known."""
    least = min(rule.ratio for rule in plain)
    most = max(rule.ratio for rule in plain)
    reasons: list[Phrase] = []
    if least != most:
        if term.kind == "imprisonment" and term.regime is None and len({rule.into for rule in plain}) > 1:
            reasons.append(phrase("The regime is not known, and the ratio depends on it."))
        if any(rule.applies.crime_met(case) == "maybe" for rule in plain):
            reasons.append(phrase("The day of the crime is not known, and the ratio depends on it."))
    exists_from = max((rule.exists_from for rule in plain if rule.exists_from), default=None)
    hours = any(rule.unit == "hours" for rule in plain)
    bases = tuple(rule.basis for rule in plain)
    return Rate(least, most, bases, tuple(reasons), hours=hours, exists_from=exists_from)


def through_custody(rate: Rate, custody: Rate) -> Rate:
    """The range between the bare ratio and the same taken further at the ratio of custody."""
    ends = (rate.least, rate.most * custody.most)
    if max(ends) == min(ends):
        return rate
    reason = phrase("It is not settled whether these days also take the ratio of custody.")
    return replace(
        rate,
        least=min(ends),
        most=max(ends),
        reasons=(*rate.reasons, reason),
        bases=(*rate.bases, *custody.bases),
    )


def with_older_crime(rate: Rate, law: ServedLaw, case: Case) -> Rate:
    """The ground on which a better ratio reaches back to a crime before the new law."""
    ground = law.by_ground.get("favourable_back")
    latest = case.crime_latest
    if ground and ground.day and latest and latest < ground.day and rate.most > DAY_FOR_DAY:
        return replace(rate, bases=(*rate.bases, ground.basis))
    return rate


def with_exceptions(rate: Rate, exceptions: Sequence[CreditRule], case: Case) -> Rate:
    """The rate after the exceptions for articles and persons; only those that make it worse matter."""
    worse = [rule for rule in exceptions if rule.ratio < rate.most]
    for rule in worse:
        rate = with_exception(rate, rule, case)
    named = [article for rule in worse for article in rule.applies.articles]
    if not case.articles and named and rate.most > DAY_FOR_DAY:
        said = phrase(
            "No article is given. Under some articles custody counts day for day, whatever the regime: "
            "{articles}. Look the article up in the verdict.",
            articles=", ".join(dict.fromkeys(named)),
        )
        rate = replace(rate, warnings=(*rate.warnings, said))
    return rate


def with_exception(rate: Rate, rule: CreditRule, case: Case) -> Rate:
    """The rate after one exception."""
    met, crime = rule.applies.met(case, case.category), rule.applies.crime_met(case)
    if met == "no" or crime == "no" or (crime == "maybe" and rule.applies.crime_to):
        return rate
    bases = (*rate.bases, rule.basis)
    if met == "yes":
        warnings = rate.warnings
        if crime == "maybe" and rule.applies.crime_from:
            said = phrase(
                "If the crime was committed before {day}, the days may count for more: give its day.",
                day=rule.applies.crime_from,
            )
            warnings = (*warnings, said)
        return replace(rate, least=rule.ratio, most=rule.ratio, bases=bases, reasons=(), warnings=warnings)
    reason = phrase("It is not settled whether the exception for some articles and persons applies here.")
    reasons = rate.reasons if reason in rate.reasons else (*rate.reasons, reason)
    return replace(rate, least=min(rate.least, rule.ratio), bases=bases, reasons=reasons)
