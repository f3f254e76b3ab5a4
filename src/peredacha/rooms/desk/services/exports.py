"""Everything that a family told and was told, as one file to keep."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from peredacha.core.facts import Charge, Fact, Hearing, Kin, Person, Place, Proceeding, Reach, Request
from peredacha.rooms.conversations.services import read_thread
from peredacha.rooms.desk.services.matters import Bubble, Line, bubble, told_traces
from peredacha.rooms.desk.services.words import (
    answer_of,
    author_in_words,
    day_in_words,
    hour_of,
    moment_of,
    place_in_words,
)
from peredacha.rooms.matters.services import MatterFile
from peredacha.rooms.mentoring.services import summary_for


@dataclass(frozen=True)
class ToldExport:
    """The file in words: what was told, the talk, who has read."""

    facts: tuple[Line, ...]
    talk: tuple[Bubble, ...]
    traces: tuple[Line, ...]


def told_export(file: MatterFile) -> ToldExport:
    """Everything in the family's own safe, in words, oldest first."""
    facts = []
    for entry in file.entries:
        if not entry.inner:
            who = author_in_words(entry.told.by, for_family=True)
            facts += [Line(moment_of(entry.told.at), who, what) for what in fact_in_words(entry.told.fact)]
    talk = tuple(bubble(one, "") for one in read_thread(file).messages)
    return ToldExport(tuple(facts), talk, told_traces(file, summary_for(file).named))


def fact_in_words(fact: Fact) -> list[str]:
    """A fact as lines of plain words."""
    if isinstance(fact, Request):
        answers = [answer_of(name, value) for name, value in fact.answers.items() if isinstance(value, str)]
        lines = [
            _("Asked for a person"),
            fact.words,
            ", ".join(filter(None, answers)),
            fact.name,
            fact.excluded,
        ]
    elif isinstance(fact, Place):
        lines = [place_in_words(fact)]
    elif isinstance(fact, Hearing):
        lines = [" ".join(filter(None, [hour_of(fact.at), fact.court, fact.what]))]
    elif isinstance(fact, Person):
        lines = [
            " ".join(filter(None, [fact.surname, fact.given, fact.patronymic, str(fact.birth_year or "")]))
        ]
    elif isinstance(fact, Reach):
        lines = [f"{fact.value} {fact.when_safe}".strip()]
    elif isinstance(fact, Kin):
        lines = [" ".join(filter(None, [fact.name, fact.relation, fact.reach, fact.note]))]
    elif isinstance(fact, Charge):
        lines = [" ".join(filter(None, [fact.article, day_in_words(fact.edition_on), fact.note]))]
    elif isinstance(fact, Proceeding):
        lines = [" ".join(filter(None, [fact.number, fact.stage, fact.body, fact.official, fact.note]))]
    else:
        lines = [others(fact)]
    return [line for line in lines if line]


def others(fact: Fact) -> str:
    """The facts that are one sentence by themselves."""
    for name in ("what", "text", "why", "what_for", "note"):
        said = getattr(fact, name, "")
        if said:
            return str(said)
    return str(getattr(fact, "name", ""))
