"""A fact with its age in words: what nobody has confirmed for long must not look fresh."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from peredacha.core.packing import freshness_of
from peredacha.rooms.facilities.models import Fact, FactNature, FactTopic, Outcome, Subject
from peredacha.rooms.facilities.selectors.laws import all_confirmed, norms_in_words
from peredacha.rooms.facilities.selectors.sightings import sighting_of
from peredacha.rooms.facilities.selectors.speaking import said

FOLDED = (FactTopic.VISITS, FactTopic.LETTERS, FactTopic.CALLS, FactTopic.MONEY)


@dataclass(frozen=True)
class FactView:
    """One fact of a card, ready to be read.

    ``checked`` says when and by how many people it was last checked, in whole sentences; ``freshness`` is
    ``fresh``, ``ageing`` after half a year, ``old`` after a year; ``doubt`` says that it was different since, or
    nothing; ``unconfirmed`` is true for a rule whose norms no lawyer has confirmed. ``subject`` and ``thing`` name
    the line for whoever knows better; empty where nobody can.
    """

    nature: str
    topic: str
    text: str
    norms: tuple[str, ...]
    checked: str
    unconfirmed: bool = False
    freshness: str = "fresh"
    doubt: str = ""
    subject: str = ""
    thing: str = ""

    @property
    def folds(self) -> bool:
        """True for what is needed more rarely than parcels: it opens on demand."""
        return self.topic in {str(topic.label) for topic in FOLDED}

    @property
    def is_old(self) -> bool:
        """True after a year [12 months]."""
        return self.freshness == "old"


def fact_view(fact: Fact, today: date, outcomes: Sequence[Outcome] = ()) -> FactView:
    """The fact in the words of the page, with its age on ``today`` and what people met since."""
    seen = sighting_of(Subject.FACT, fact.key, fact.last_confirmed_on, fact.confirmed_by_n, outcomes)
    rows = fact.norms.split()
    return FactView(
        nature=fact.nature,
        topic=str(FactTopic(fact.topic).label),
        text=said(fact.text_ru, fact.text_en),
        norms=norms_in_words(rows),
        checked=seen.in_words(today),
        unconfirmed=fact.nature == FactNature.RULE and not all_confirmed(rows),
        freshness=freshness_of(seen.day, today) if seen.day else "old",
        doubt=seen.doubt,
        subject=Subject.FACT,
        thing=fact.key,
    )


def in_order(facts: Sequence[FactView], nature: str) -> tuple[FactView, ...]:
    """The facts of one nature in the order of the topics."""
    topics = [str(label) for label in FactTopic.labels]
    chosen = [fact for fact in facts if fact.nature == nature]
    return tuple(sorted(chosen, key=lambda fact: topics.index(fact.topic)))
