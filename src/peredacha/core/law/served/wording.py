"""The words of a reckoning: kinds of restraint, regimes, lengths, ratios and ranges."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

from peredacha.core.language import Phrase, Value, phrase, plural_phrase
from peredacha.core.law.span import Span

KINDS: Mapping[str, Phrase] = {
    "custody": phrase("Custody"),
    "hospital": phrase("Hospital by order of the court"),
    "house_arrest": phrase("House arrest"),
    "leave_ban": phrase("Ban to leave home"),
    "punishment_cell": phrase("Punishment cell"),
    "strict_conditions": phrase("Strict conditions"),
    "colony": phrase("In a colony"),
}
PLACES: Mapping[str, Phrase] = {
    "strict": phrase("strict regime colony"),
    "special": phrase("special regime colony"),
    "prison": phrase("prison"),
    "general": phrase("general regime colony"),
    "juvenile": phrase("juvenile colony"),
    "settlement": phrase("settlement colony"),
    "disciplinary_unit": phrase("disciplinary military unit"),
    "imprisonment": phrase("imprisonment, regime not known"),
    "forced_labour": phrase("forced labour"),
    "arrest": phrase("arrest as a punishment"),
    "restriction": phrase("restriction of liberty"),
    "corrective_works": phrase("corrective works"),
    "military_restriction": phrase("restriction of military service"),
    "compulsory_works": phrase("compulsory works"),
}


def days_said(count: int) -> Phrase:
    """“15 days”."""
    return plural_phrase("{count} day", "{count} days", count)


def length_said(months: int, days: int, hours: int = 0) -> Phrase:
    """“3 years 6 months”, the parts that are zero left out."""
    years, rest = divmod(months, 12)
    parts = [
        plural_phrase("{count} year", "{count} years", years) if years else None,
        plural_phrase("{count} month", "{count} months", rest) if rest else None,
        days_said(days) if days else None,
        hours_said(hours) if hours else None,
    ]
    named = [part for part in parts if part] or [days_said(0)]
    said = named[0]
    for part in named[1:]:
        said = phrase("{first} {second}", first=said, second=part)
    return said


def hours_said(count: int) -> Phrase:
    """“8 hours”."""
    return plural_phrase("{count} hour", "{count} hours", count)


def ratio_said(least: Fraction, most: Fraction, *, hours: bool = False) -> Phrase:
    """“1 day = 1.5 days”, or both ends where it is not settled."""
    if least != most:
        return phrase(
            "{least} or {most}",
            least=ratio_said(least, least, hours=hours),
            most=ratio_said(most, most, hours=hours),
        )
    if least == Fraction(3, 2) and not hours:
        return phrase("1 day = 1.5 days")
    given = hours_said(least.numerator) if hours else days_said(least.numerator)
    return phrase("{days} = {credit}", days=days_said(least.denominator), credit=given)


def amount_said(least: int, most: int, *, hours: bool = False) -> Phrase:
    """“504 days”, or “from 504 to 505 days” where it is not settled."""
    if least == most:
        return hours_said(most) if hours else days_said(most)
    if hours:
        return plural_phrase(
            "from {least} to {count} hour", "from {least} to {count} hours", most, least=least
        )
    return plural_phrase("from {least} to {count} day", "from {least} to {count} days", most, least=least)


def when_said(span: Span[date]) -> Value:
    """The day, or both ends of the range."""
    if span.is_settled:
        return span.latest
    return phrase("from {earliest} to {latest}", earliest=span.earliest, latest=span.latest)
