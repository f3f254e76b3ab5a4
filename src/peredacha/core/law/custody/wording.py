"""The words of the custody clock: for which crimes a limit is, and what this case leaves in doubt."""

from collections.abc import Iterable, Mapping

from peredacha.core.language import Phrase, phrase
from peredacha.core.law.served.case import CATEGORIES, Category

CRIMES: Mapping[Category, Phrase] = {
    "minor": phrase("minor crimes"),
    "medium": phrase("crimes of medium gravity"),
    "grave": phrase("grave crimes"),
    "especially_grave": phrase("especially grave crimes"),
}

OVER_BEFORE_TRIAL = phrase(
    "Before trial the law knows no longer term for such a crime. Custody can go on only so that he finishes "
    "reading the case file. Call the lawyer today."
)
OVER_IN_COURT = phrase(
    "In court, custody for a crime of this gravity is not extended beyond this day. Call the lawyer today."
)
PASSED = phrase(
    "This day has passed. If the court has not extended custody, there is no ground to hold him: call the lawyer "
    "today. If it has, write the new day."
)
UNTIL = phrase("Orders often say “until” the day after the last one: reckon with the earlier day.")
ORDER_MISSING = phrase(
    "The court must have extended custody already, perhaps to an earlier day. Look for it in the newest order and "
    "count again."
)
GRAVITY_MISSING = phrase(
    "Nobody said how grave the crime is, so it is not settled how long custody can go on. The lawyer knows."
)
ONLY_IF_GRAVE = phrase(
    "The term that runs now is only for graver crimes. If his is less grave, the longest term is over: call the "
    "lawyer today."
)
NOT_STATED = phrase("The terms of custody of this land are not loaded. Ask a lawyer.")


def crimes_said(crimes: Iterable[Category]) -> Phrase:
    """“only grave crimes and especially grave crimes”."""
    named = [CRIMES[one] for one in CATEGORIES if one in set(crimes)]
    if len(named) == len(CATEGORIES):
        return phrase("any crime for which custody is allowed")
    said = named[0]
    for one in named[1:]:
        said = phrase("{first} and {second}", first=said, second=one)
    return phrase("only {crimes}", crimes=said)
