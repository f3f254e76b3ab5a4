"""Questions, stages and steps as a jurisdiction states them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from peredacha.core.language import Text
from peredacha.core.law.basis import Stated
from peredacha.core.law.plan.answers import UNKNOWN, Answer, Answers, Condition, asked

Kind = Literal["choice", "several", "moment", "day", "text", "article", "region", "place", "facility"]


@dataclass(frozen=True)
class Option(Stated):
    """One possible answer of a choice."""

    key: str
    text: Text
    when: Condition = field(default_factory=dict)


@dataclass(frozen=True)
class Question(Stated):
    """One question of one page; “I don't know” is always possible and becomes a to-do."""

    id: str
    kind: Kind
    ask: Text
    todo: Text | None = None
    how: Text | None = None
    hint: Text | None = None
    when: Condition = field(default_factory=dict)
    unless: Condition = field(default_factory=dict)
    options: tuple[Option, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a choice without options, and options where nothing can be chosen."""
        if self.kind in ("choice", "several") and not self.options:
            raise ValueError("a choice needs `options`")
        if self.kind not in ("choice", "several") and self.options:
            raise ValueError("only `choice` and `several` have `options`: take them away or change `kind`")

    def admits(self, given: Answer, answers: Answers) -> bool:
        """Whether ``given`` is unknown, free, or among the options offered now."""
        if given == UNKNOWN or not self.options:
            return True
        offered = {option.key for option in self.offered(answers)}
        return set((given,) if isinstance(given, str) else given) <= offered

    def offered(self, answers: Answers) -> tuple[Option, ...]:
        """The options that fit the answers given so far."""
        return tuple(option for option in self.options if asked(option.when, {}, answers))


@dataclass(frozen=True)
class Stage(Stated):
    """Where in the way from detention to release a person stands.

    ``norms`` are the rows on which the terms in ``about`` stand. ``when_unknown`` marks the stage that is
    reckoned with behind its door while nobody knows which it is.
    """

    id: str
    door: Literal["detained", "inside"]
    name: Text
    about: Text
    next: tuple[str, ...] = ()
    when_unknown: bool = False
    norms: tuple[str, ...] = ()


@dataclass(frozen=True)
class VariantFrom(Stated):
    """Which variant of a deadline an answer means."""

    question: str
    answers: Mapping[str, str]


@dataclass(frozen=True)
class Due(Stated):
    """The deadline of a step: a rule, and the question whose answer starts its clock."""

    rule: str
    from_: str | None = None
    variant: str | None = None
    variant_from: VariantFrom | None = None


@dataclass(frozen=True)
class Promise(Stated):
    """A paper that a step promises: the key of its filing, and what the step says will stand in it.

    ``holds`` are facts of the filing by their names, ``says`` words of the finished paper, in its language.
    """

    filing: str
    holds: tuple[str, ...] = ()
    says: tuple[str, ...] = ()


@dataclass(frozen=True)
class StepRule(Stated):
    """One thing to do at a stage: what, why, who, by when, what to bring and say, what never to say.

    ``papers`` are the filings that the words of the step promise.
    """

    id: str
    stages: tuple[str, ...]
    order: int
    what: Text
    why: Text
    who: Text
    norms: tuple[str, ...] = ()
    when: Condition = field(default_factory=dict)
    unless: Condition = field(default_factory=dict)
    by: Due | None = None
    bring: tuple[Text, ...] = ()
    say: tuple[Text, ...] = ()
    never: tuple[Text, ...] = ()
    missed: Text | None = None
    links: tuple[str, ...] = ()
    papers: tuple[Promise, ...] = ()

    def __post_init__(self) -> None:
        """Refuse an order outside 1 to 99."""
        if not 1 <= self.order <= 99:
            raise ValueError("`order` must be a number from 1 to 99")


@dataclass(frozen=True)
class Guide:
    """All questions, stages and steps of a land, in order."""

    questions: tuple[Question, ...]
    stages: tuple[Stage, ...]
    steps: tuple[StepRule, ...]

    def question(self, question_id: str) -> Question | None:
        """The question of that id, or None."""
        return next((one for one in self.questions if one.id == question_id), None)

    def stage(self, stage_id: str) -> Stage | None:
        """The stage of that id, or None."""
        return next((one for one in self.stages if one.id == stage_id), None)

    def relevant(self, answers: Answers) -> dict[str, Answer]:
        """The answers to questions that are asked, in order; others stay stored but play no part.

        An answer that is no longer offered (the door or the stage changed) counts as not given. Entries
        that are no question at all, such as the door, are kept.
        """
        ids = {one.id for one in self.questions}
        found: dict[str, Answer] = {key: value for key, value in answers.items() if key not in ids}
        for one in self.questions:
            given = answers.get(one.id)
            if given is not None and asked(one.when, one.unless, found) and one.admits(given, found):
                found[one.id] = given
            if one.id == "stage" and found.get("stage") == UNKNOWN:
                found["stage"] = self.likely_stage(str(found.get("door", "")))
        return found

    def likely_stage(self, door: str) -> str:
        """The stage to reckon with behind a door while nobody knows which it is."""
        return next((one.id for one in self.stages if one.when_unknown and one.door == door), UNKNOWN)

    def asked(self, answers: Answers) -> tuple[Question, ...]:
        """The questions that these answers make necessary, in order."""
        known = self.relevant(answers)
        return tuple(one for one in self.questions if asked(one.when, one.unless, known))

    def next_question(self, answers: Answers) -> Question | None:
        """The first question that is necessary and not answered, or None when all are."""
        known = self.relevant(answers)
        return next((one for one in self.asked(answers) if one.id not in known), None)

    def before(self, question_id: str, answers: Answers) -> Question | None:
        """The question that was asked before this one, or None for the first."""
        earlier = None
        for one in self.asked(answers):
            if one.id == question_id:
                return earlier
            earlier = one
        return None

    def unknown(self, answers: Answers) -> tuple[Question, ...]:
        """The questions that were answered with “I don't know”, in order."""
        return tuple(one for one in self.asked(answers) if answers.get(one.id) == UNKNOWN)
