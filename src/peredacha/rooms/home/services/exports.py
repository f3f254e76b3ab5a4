"""Everything that a family told and was told, as one file to keep."""

from dataclasses import dataclass

from peredacha.rooms.conversations.services import read_thread
from peredacha.rooms.desk.services import (
    Bubble,
    Line,
    author_in_words,
    bubble,
    fact_in_words,
    moment_of,
    told_traces,
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
