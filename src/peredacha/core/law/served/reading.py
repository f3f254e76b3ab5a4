"""A case read from a file: every fault of every field in one run."""

from collections.abc import Iterator
from functools import partial

from peredacha.core.language import phrase
from peredacha.core.law.fields import CaseError, Fields
from peredacha.core.law.served.articles import read_article, split_articles
from peredacha.core.law.served.case import (
    CATEGORIES,
    FLAGS,
    PERIOD_KINDS,
    PUNISHMENTS,
    REGIMES,
    SEXES,
    Case,
    Flag,
    Period,
    Sentence,
)
from peredacha.core.law.served.term import terms

CASE_KEYS = (
    "jurisdiction",
    "articles",
    "category",
    "crime_on",
    "sentences",
    "periods",
    "on",
    "sex",
    "released_on",
    *FLAGS,
)
SENTENCE_KEYS = (
    "years",
    "months",
    "days",
    "hours",
    "life",
    "regime",
    "kind",
    "counted_from",
    "in_force_on",
    "suspended",
    "probation_months",
)
PERIOD_KEYS = ("kind", "from", "to", "stage")
STAGES = ("execution",)


def read_case(values: object) -> Case | list[CaseError]:
    """The case in a mapping (as ``CASE.yaml`` holds it), or everything that is wrong with it."""
    errors: list[CaseError] = []
    fields = Fields(values, CASE_KEYS, errors)
    sentences = tuple(read_sentences(fields))
    sex = fields.choice("sex", SEXES)
    found = partial(
        Case,
        periods=tuple(read_periods(fields)),
        articles=articles_of(fields),
        category=fields.choice("category", CATEGORIES),
        crime_on=fields.day("crime_on"),
        flags=read_flags(fields),
        sex=sex,
        released_on=fields.day("released_on"),
        on=fields.day("on"),
        jurisdiction=fields.text("jurisdiction"),
    )
    return errors or found(sentences)


def read_sentences(fields: Fields) -> Iterator[Sentence]:
    """Each sentence; the first must say how long, and the last when it starts."""
    entries = list(fields.entries("sentences", SENTENCE_KEYS))
    if not entries and not any(error.field == "sentences" for error in fields.errors):
        fields.fault(
            "sentences", phrase("Write at least one sentence: how long, which regime, from which day.")
        )
    found = []
    for number, entry in enumerate(entries):
        known = len(entry.errors)
        sentence = read_sentence(entry)
        found.append(sentence)
        if number == 0 and not sentence.has_length and len(entry.errors) == known:
            entry.fault("years", phrase("Write how long the sentence is: years, months or days."))
        yield sentence
    if found and not fields.errors:
        check_start(entries[-1], found)


def check_start(last: Fields, found: list[Sentence]) -> None:
    """Note it when the last sentence has to be served and nothing says from which day."""
    *_, term = terms(tuple(found))
    if term.start is None and not term.suspended:
        said = phrase(
            "Write the day of entry into force (in_force_on), or the day from which the court counts "
            "the term (counted_from)."
        )
        last.fault("in_force_on", said)


def read_sentence(entry: Fields) -> Sentence:
    """One sentence."""
    return Sentence(
        years=entry.count("years", 50),
        months=entry.count("months", 600),
        days=entry.count("days", 20000),
        hours=entry.count("hours", 2000),
        life=bool(entry.flag("life")),
        regime=entry.choice("regime", REGIMES),
        kind=entry.choice("kind", PUNISHMENTS),
        counted_from=entry.day("counted_from"),
        in_force_on=entry.day("in_force_on"),
        suspended=bool(entry.flag("suspended")),
        probation_months=entry.count("probation_months", 120),
    )


def read_periods(fields: Fields) -> Iterator[Period]:
    """Each period that is whole; what is missing is noted."""
    for entry in fields.entries("periods", PERIOD_KEYS):
        known = len(entry.errors)
        kind, first, last = entry.choice("kind", PERIOD_KINDS), entry.day("from"), entry.day("to")
        stage = entry.choice("stage", STAGES)
        if len(entry.errors) > known:
            continue
        if kind is None or first is None or last is None:
            entry.fault("", phrase("A period needs a kind, its first day (from) and its last day (to)."))
        elif last < first:
            entry.fault("to", phrase("The last day is before the first day: exchange “from” and “to”."))
        else:
            yield Period(kind, first, last, execution=stage == "execution")


def articles_of(fields: Fields) -> tuple[str, ...]:
    """The articles, each apart; an attempt names two in one breath, and every one must name a number."""
    found: list[str] = []
    for number, written in enumerate(fields.texts("articles")):
        pieces = split_articles(written)
        if not pieces or not all(read_article(one) for one in pieces):
            said = phrase("“{written}” names no article: write it like “228.1 ч. 4”.", written=written)
            fields.fault(f"articles[{number}]", said)
        found += pieces
    return tuple(found)


def read_flags(fields: Fields) -> dict[Flag, bool]:
    """The circumstances that the case speaks about."""
    found = {flag: fields.flag(flag) for flag in FLAGS}
    return {flag: value for flag, value in found.items() if value is not None}
