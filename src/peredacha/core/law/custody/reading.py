"""A custody case read from a file: every fault of every field in one run."""

from peredacha.core.language import Phrase, phrase
from peredacha.core.law.custody.case import CustodyCase, wrong_days
from peredacha.core.law.fields import CaseError, Fields
from peredacha.core.law.served.case import CATEGORIES

KEYS = ("jurisdiction", "detained_on", "ordered_until", "category", "in_court_since", "on")


def read_custody_case(values: object) -> CustodyCase | list[CaseError]:
    """The case in a mapping (as ``CASE.yaml`` holds it), or everything that is wrong with it."""
    errors: list[CaseError] = []
    fields = Fields(values, KEYS, errors)
    detained_on, on = fields.day("detained_on"), fields.day("on")
    ordered_until, in_court_since = fields.day("ordered_until"), fields.day("in_court_since")
    category, jurisdiction = fields.choice("category", CATEGORIES), fields.text("jurisdiction")
    if detained_on is None:
        missing(fields, "detained_on", phrase("Write the day of the detention: the clock runs from it."))
    else:
        for field, said in wrong_days(detained_on, on, ordered_until, in_court_since):
            fields.fault(field, said)
    if on is None:
        missing(fields, "on", phrase("Write the day for which you ask, for example on: 2025-06-01."))
    if errors or detained_on is None or on is None:
        return errors
    return CustodyCase(detained_on, on, ordered_until, category, in_court_since, jurisdiction)


def missing(fields: Fields, key: str, said: Phrase) -> None:
    """Note that a field is missing, unless something is noted about it already."""
    if not any(error.field == key for error in fields.errors):
        fields.fault(key, said)
