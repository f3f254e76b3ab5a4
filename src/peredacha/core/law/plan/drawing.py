"""The plan: which steps, in which order, due when, and which of them comes first."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from peredacha.core.language import Phrase, Text, phrase, plural_phrase
from peredacha.core.law.answering import Deadline, due_from
from peredacha.core.law.basis import Basis
from peredacha.core.law.counting import Counter, Start
from peredacha.core.law.deadlines import DeadlineRule
from peredacha.core.law.plan.answers import UNKNOWN, Answers, asked
from peredacha.core.law.plan.guide import Due, Guide, Question, Stage, StepRule

SOON = timedelta(days=20)
LATER_ORDER = 60
FAR = datetime(9999, 12, 31)  # noqa: DTZ001

State = Literal["past", "next", "later"]


@dataclass(frozen=True)
class PlannedStep:
    """A step with its date: ``deadline`` when its clock has started, else only the ``rule`` it has."""

    step: StepRule
    state: State
    bases: tuple[Basis, ...]
    deadline: Deadline | None = None
    rule: DeadlineRule | None = None
    left: Phrase | None = None

    @property
    def ends_at(self) -> datetime | None:
        """The moment from which it may be too late, for sorting; local and without zone."""
        if self.deadline is None or self.deadline.due is None:
            return None
        return end_of(self.deadline.due.earliest)


@dataclass(frozen=True)
class Todo:
    """Something to find out, because the answer was “I don't know”."""

    question: str
    what: Text
    how: Text | None


@dataclass(frozen=True)
class Plan:
    """One page for one family: the next step, then the way in time."""

    stage: Stage
    first: PlannedStep | None
    past: tuple[PlannedStep, ...]
    next: tuple[PlannedStep, ...]
    later: tuple[PlannedStep, ...]
    todos: tuple[Todo, ...]
    drawn_at: datetime

    @property
    def steps(self) -> tuple[PlannedStep, ...]:
        """Every step, past ones first."""
        return (*self.past, *((self.first,) if self.first else ()), *self.next, *self.later)

    @property
    def bases(self) -> tuple[Basis, ...]:
        """Every ground of every step, once."""
        return tuple({basis.row: basis for step in self.steps for basis in step.bases}.values())


@dataclass(frozen=True)
class Drawer:
    """Draws plans by the guide and the deadlines of one land."""

    guide: Guide
    rules: Mapping[str, DeadlineRule]
    grounds: Mapping[str, Basis]
    counter: Counter

    def draw(self, answers: Answers, *, now: datetime, zone: ZoneInfo | None = None) -> Plan | None:
        """The plan for ``answers`` at the local moment ``now``; None while no stage is chosen."""
        given, answers = answers, self.guide.relevant(answers)
        stage = self.guide.stage(str(answers.get("stage", "")))
        if stage is None:
            return None
        local = now.astimezone(zone).replace(tzinfo=None) if now.tzinfo and zone else now.replace(tzinfo=None)
        steps = [
            self.planned(step, answers, local)
            for step in self.guide.steps
            if stage.id in step.stages and asked(step.when, step.unless, answers)
        ]
        upcoming = sorted((one for one in steps if one.state == "next"), key=by_order)
        return Plan(
            stage=stage,
            first=upcoming[0] if upcoming else None,
            past=tuple(sorted((one for one in steps if one.state == "past"), key=by_time)),
            next=tuple(upcoming[1:]),
            later=tuple(sorted((one for one in steps if one.state == "later"), key=by_time)),
            todos=tuple(todo_of(one) for one in self.guide.unknown(given) if one.todo),
            drawn_at=local,
        )

    def planned(self, step: StepRule, answers: Answers, now: datetime) -> PlannedStep:
        """One step with its date and its place in time."""
        quoted = [self.grounds[row] for row in step.norms if row in self.grounds]
        rule = self.rules.get(step.by.rule) if step.by else None
        start = start_of(answers, step.by)
        if rule is None or step.by is None or start is None:
            waits = step.by is not None and step.by.from_ is None
            state: State = "later" if waits or step.order >= LATER_ORDER else "next"
            if rule:
                quoted = [rule.editions[-1].basis, *quoted]
            return PlannedStep(step, state, once(quoted), rule=rule)
        deadline = due_from(rule, self.counter, start, variant_of(step.by, answers))
        if deadline.due is None:
            return PlannedStep(step, "later", once(quoted), rule=rule)
        quoted = [*deadline.bases[:1], *quoted]
        over, safe = end_of(deadline.due.latest), end_of(deadline.due.earliest)
        state = "past" if over <= now else "later" if safe > now + SOON else "next"
        left = time_left(safe - now) if safe > now else None
        return PlannedStep(step, state, once(quoted), deadline, rule, left)


def start_of(answers: Answers, due: Due | None) -> Start | None:
    """The start of a clock from the answer that holds it, or None where it is not known."""
    answer = answers.get(due.from_) if due and due.from_ else None
    if not isinstance(answer, str) or answer == UNKNOWN:
        return None
    day, _, clock = answer.partition("T")
    return Start(date.fromisoformat(day), time.fromisoformat(clock) if clock else None)


def variant_of(due: Due, answers: Answers) -> str | None:
    """The variant that the answers name, or None where it is not known."""
    if due.variant_from is None:
        return due.variant
    answer = answers.get(due.variant_from.question)
    return due.variant_from.answers.get(answer) if isinstance(answer, str) else None


def end_of(when: date) -> datetime:
    """The moment itself, or 24:00 of the day; local and without zone."""
    if isinstance(when, datetime):
        return when.replace(tzinfo=None)
    return datetime.combine(when + timedelta(days=1), time(0, 0))


def time_left(left: timedelta) -> Phrase:
    """What remains, in the two largest units."""
    hours, minutes = divmod(int(left.total_seconds()) // 60, 60)
    days, rest = divmod(hours, 24)
    if days >= 3:
        return plural_phrase("{count} day left", "{count} days left", days)
    if days:
        return phrase(
            "{days} and {hours} left",
            days=plural_phrase("{count} day", "{count} days", days),
            hours=plural_phrase("{count} hour", "{count} hours", rest),
        )
    if hours:
        return plural_phrase("{count} hour left", "{count} hours left", hours)
    return plural_phrase("{count} minute left", "{count} minutes left", minutes)


def todo_of(question: Question) -> Todo:
    """The to-do of a question that has one."""
    return Todo(question.id, question.todo or question.ask, question.how)


def once(bases: list[Basis]) -> tuple[Basis, ...]:
    """Each ground once, in order."""
    return tuple({basis.row: basis for basis in bases}.values())


def by_order(one: PlannedStep) -> tuple[int, str]:
    """By importance."""
    return (one.step.order, one.step.id)


def by_time(one: PlannedStep) -> tuple[datetime, int, str]:
    """By date, undated last, then by importance."""
    return (one.ends_at or FAR, one.step.order, one.step.id)
