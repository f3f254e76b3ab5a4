"""“Where is he”: whom to ask in which order, what to say, what contradictions mean, what to write."""

from dataclasses import dataclass, field

from peredacha.core.language import Text
from peredacha.core.law.basis import Stated
from peredacha.core.law.plan.answers import Answers, Condition, holds


@dataclass(frozen=True)
class Place(Stated):
    """A kind of place to ask, for some stages."""

    id: str
    stages: tuple[str, ...]
    kinds: tuple[str, ...]
    what: Text
    ask: Text
    why: Text
    norms: tuple[str, ...] = ()


@dataclass(frozen=True)
class Hint(Stated):
    """Two answers that contradict each other, and what that usually means."""

    if_: Text
    then: Text
    when: Condition = field(default_factory=dict)


@dataclass(frozen=True)
class Clock(Stated):
    """A term within which news must come."""

    rule: str
    text: Text
    from_: str | None = None
    when: Condition = field(default_factory=dict)


@dataclass(frozen=True)
class Letter(Stated):
    """An enquiry to print and fill in by hand: nothing of it is ever kept."""

    id: str
    title: Text
    to: Text
    body: Text
    stages: tuple[str, ...] = ()
    norms: tuple[str, ...] = ()


@dataclass(frozen=True)
class Whereabouts(Stated):
    """The whole search for a person who vanished into the system."""

    places: tuple[Place, ...] = ()
    script: tuple[Text, ...] = ()
    log: tuple[Text, ...] = ()
    hints: tuple[Hint, ...] = ()
    clocks: tuple[Clock, ...] = ()
    letters: tuple[Letter, ...] = ()

    def places_at(self, stage: str) -> tuple[Place, ...]:
        """The places to ask at a stage, in order."""
        return tuple(one for one in self.places if stage in one.stages)

    def hints_for(self, answers: Answers) -> tuple[Hint, ...]:
        """The hints that fit: those bound to the answers first, then the general ones."""
        bound = [one for one in self.hints if one.when and holds(one.when, answers)]
        return (*bound, *(one for one in self.hints if not one.when))

    def letters_at(self, stage: str) -> tuple[Letter, ...]:
        """The letters that fit a stage."""
        return tuple(one for one in self.letters if not one.stages or stage in one.stages)
