"""A rule and a start turned into a dated answer: edition, variants, extensions, doubts."""

from dataclasses import dataclass
from datetime import date, datetime

from peredacha.core.language import Phrase, Text, phrase
from peredacha.core.law.basis import Cited, Step, Trail
from peredacha.core.law.counting import Counted, Counter, Start
from peredacha.core.law.deadlines import DeadlineRule, Edition
from peredacha.core.law.span import Span


@dataclass(frozen=True)
class Extended:
    """How far the limit may be extended, when, and until which day."""

    if_: Text
    due: Span[date]


@dataclass(frozen=True)
class Deadline(Cited):
    """When something is due, by which norm, and how that was reached."""

    rule: DeadlineRule | None = None
    edition: Edition | None = None
    due: Span[date] | None = None
    steps: tuple[Step, ...] = ()
    extended: tuple[Extended, ...] = ()


def due_from(rule: DeadlineRule, counter: Counter, start: Start, variant: str | None = None) -> Deadline:
    """When ``rule`` is due if its clock starts at ``start``.

    The edition in force on the first day decides. A variant that is not known widens the answer to a
    range, and so does an edition that changes while the term is running; a day before any known edition
    is answered by the oldest one, with a warning.
    """
    edition, warnings = edition_for(rule, start.day)
    trail = Trail().add(
        phrase(
            "{rule}: the clock starts on {day} ({starts}).",
            rule=rule.title,
            day=start.day,
            starts=rule.starts,
        ),
        edition.basis,
    )
    due, trail = counted_limits(edition, counter, start, variant, trail)
    follower = rule.edition_after(edition)
    if follower and follower.basis.from_ and as_day(due.latest) >= follower.basis.from_:
        trail = trail.add(
            phrase(
                "The rule changed on {day} while the term was running, and which edition applies is not settled: "
                "the answer is a range. Keep to the earlier day.",
                day=follower.basis.from_,
            ),
            follower.basis,
        )
        other, trail = counted_limits(follower, counter, start, variant, trail)
        due = due.widened(other)
    extended = tuple(Extended(one.if_, counter.count(one.limit, start).due) for one in edition.extensions)
    touched = [as_day(day) for day in (due.earliest, due.latest)]
    warnings += counter.calendar.doubts(start.day, *touched)
    warnings += tuple(doubts_of(edition))
    return Deadline(trail.bases, warnings, rule, edition, due, trail.steps, extended)


def edition_for(rule: DeadlineRule, day: date) -> tuple[Edition, tuple[Phrase, ...]]:
    """The edition in force on ``day``; the nearest one and a warning where none is known."""
    edition = rule.edition_on(day)
    if edition:
        return edition, ()
    earlier = [one for one in rule.editions if one.basis.to and one.basis.to < day]
    nearest = max(earlier, key=lambda one: one.basis.to or date.min) if earlier else rule.editions[0]
    if not earlier:
        nearest = min(rule.editions, key=lambda one: one.basis.from_ or date.min)
    said = phrase(
        "No edition of this rule is known for {day}: the answer uses {row}. Ask a lawyer.",
        day=day,
        row=nearest.basis.row,
    )
    return nearest, (said,)


def counted_limits(
    edition: Edition, counter: Counter, start: Start, variant: str | None, trail: Trail
) -> tuple[Span[date], Trail]:
    """The span over every limit that may apply, with the lines that say so."""
    limits = edition.limits(variant)
    spans: list[Span[date]] = []
    for condition, limit in limits:
        if condition is not None:
            said = phrase("If {condition}: {length}.", condition=condition, length=limit.said)
        elif len(limits) > 1:
            said = phrase("Otherwise: {length}.", length=limit.said)
        else:
            said = phrase("The term is {length}.", length=limit.said)
        counted: Counted = counter.count(limit, start)
        trail = Trail((*trail.add(said, edition.basis).steps, *counted.trail.steps))
        spans.append(counted.due)
    due = spans[0]
    for span in spans[1:]:
        due = due.widened(span)
    return due, trail


def doubts_of(edition: Edition) -> list[Phrase]:
    """What must be said beside an answer: a rule that was not checked, and its note."""
    doubts = []
    if edition.basis.standing == "unverified":
        doubts.append(phrase("This rule was not checked against the text of the law: check with a lawyer."))
    if edition.basis.note:
        doubts.append(phrase("{note}", note=edition.basis.note))
    return doubts


def as_day(when: date) -> date:
    """The local day of a moment, or the day itself."""
    return when.date() if isinstance(when, datetime) else when
