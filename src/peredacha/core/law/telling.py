"""Answers put into plain values, for the command, for files and for pages.

Every answer tells the same things under the same keys: ``norms`` (what it cites), ``steps`` (the
derivation line by line), ``confirmed`` (a lawyer and a day, or null) and ``warnings``.
"""

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from peredacha.core.language import Phrase, in_language, phrase, speak
from peredacha.core.law.answering import Deadline
from peredacha.core.law.basis import Act, Basis, Cited, Confirmation, Step, norm_phrase
from peredacha.core.law.span import Span


def norm_lines(bases: Iterable[Basis], acts: Mapping[str, Act], language: str) -> list[str]:
    """Each norm once, with the law that amended it."""
    lines: dict[str, None] = {}
    for basis in bases:
        for norm in basis.norms:
            cited = speak(norm_phrase(norm, acts), language)
            if basis.amended:
                law = amending_law(basis.amended)
                cited = speak(phrase("{norm}, as amended by {law}", norm=cited, law=law), language)
            lines[cited] = None
    return list(lines)


def amending_law(written: str) -> Phrase | str:
    """The amending law as it is cited: ``"437-ФЗ от 30.12.2015"`` is a number and a day; other words stay."""
    number, of, day = written.partition(" от ")
    return phrase("{number} of {day}", number=number, day=day) if of else written


def step_lines(steps: Iterable[Step], acts: Mapping[str, Act], language: str) -> list[str]:
    """Each line of the derivation with its norms in brackets."""
    lines = []
    for step in steps:
        said = speak(step.said, language)
        norms = norm_lines(step.bases, acts, language)
        lines.append(f"{said} [{'; '.join(norms)}]" if norms else said)
    return lines


def told_span(span: Span[date] | None) -> dict[str, str] | None:
    """A range of days or moments as ISO texts."""
    if span is None:
        return None
    return {"earliest": told_day(span.earliest), "latest": told_day(span.latest)}


def told_day(day: date) -> str:
    """An ISO date, or an ISO moment to the minute."""
    return day.isoformat(timespec="minutes") if isinstance(day, datetime) else day.isoformat()


def told_grounds(
    cited: Cited, steps: Iterable[Step], acts: Mapping[str, Act], language: str
) -> dict[str, object]:
    """The keys that every answer carries beside its own."""
    return {
        "norms": norm_lines(cited.bases, acts, language),
        "rows": [basis.row for basis in cited.bases],
        "steps": step_lines(steps, acts, language),
        "confirmed": told_confirmation(cited.confirmed),
        "unverified": [basis.row for basis in cited.bases if basis.standing == "unverified"],
        "warnings": [speak(one, language) for one in cited.warnings],
    }


def told_confirmation(confirmation: Confirmation | None) -> dict[str, str] | None:
    """Who confirmed and when, or None while no lawyer has."""
    return {"by": confirmation.by, "on": confirmation.on.isoformat()} if confirmation else None


def told_deadline(deadline: Deadline, acts: Mapping[str, Act], language: str) -> dict[str, object]:
    """A dated answer under the keys that the command prints."""
    rule, edition = deadline.rule, deadline.edition
    return {
        "rule": rule.id if rule else None,
        "row": edition.basis.row if edition else None,
        "title": in_language(rule.title, language) if rule else None,
        "starts": in_language(rule.starts, language) if rule else None,
        "who": in_language(rule.who, language) if rule else None,
        "due": told_span(deadline.due),
        "extensions": [
            {"if": in_language(one.if_, language), "due": told_span(one.due)} for one in deadline.extended
        ],
        **told_grounds(deadline, deadline.steps, acts, language),
    }
