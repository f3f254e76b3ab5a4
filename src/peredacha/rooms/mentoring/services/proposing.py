"""The proposal for a whole chapter: made by a solver in a process of its own, confirmed line by line.

The solver takes more than a hundred megabytes; so it is loaded where the proposal is made, and gone with it. What is
told of families and veterans goes there and back through a pipe, never to a disk.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from importlib import import_module
from multiprocessing import get_context
from operator import methodcaller
from typing import Any
from uuid import UUID

from django.utils import timezone

from peredacha.core.matching import Assignment, Family, Veteran
from peredacha.design.wording import said
from peredacha.rooms.matters.models import MatterState
from peredacha.rooms.matters.selectors import find_matter, queue_of
from peredacha.rooms.matters.services import MatterFile, open_file
from peredacha.rooms.mentoring.selectors import held_counts
from peredacha.rooms.mentoring.services.suggesting import Proposal, choose, family_with_excluded, proposal
from peredacha.rooms.mentoring.services.telling import NotNow
from peredacha.rooms.vault.services import Keys
from peredacha.rooms.veterans.services import own_member, profiles_of, veterans_of

AT_ONCE = 300
"""How many waiting families one proposal looks at, the longest waiting first."""
PATIENCE = 120
"""Seconds after which the solver is given up."""


@dataclass(frozen=True)
class Line:
    """One line of a proposal: a family and who could stand by it."""

    matter: UUID
    alias: str
    veteran: Proposal


@dataclass(frozen=True)
class Alone:
    """A family for whom nobody is proposed, and why."""

    matter: UUID
    alias: str
    why: tuple[str, ...]


@dataclass(frozen=True)
class ChapterProposal:
    """What a coordinator confirms; nothing of it is stored."""

    lines: tuple[Line, ...]
    without: tuple[Alone, ...]
    left_out: int
    """Families that wait and were not looked at this time."""


@dataclass(frozen=True)
class Elsewhere:
    """A module of another process: it is imported there, when this value arrives, and not here."""

    name: str

    def __reduce__(self) -> tuple[Any, ...]:
        """By name."""
        return import_module, (self.name,)


def assign_elsewhere(families: Sequence[Family], veterans: Sequence[Veteran]) -> Assignment:
    """:func:`peredacha.core.matching.assigning.assign` in a fresh process. Raises NotSolved, TimeoutError."""
    ask = methodcaller("assign", list(families), list(veterans))
    with get_context("spawn").Pool(1) as process:
        asked = process.apply_async(ask, (Elsewhere("peredacha.core.matching.assigning"),))
        solved: Assignment = asked.get(timeout=PATIENCE)
    return solved


def propose_chapter(keys: Keys, *, now: datetime) -> ChapterProposal:
    """Who could stand by whom among all who wait in the own chapter; nothing is set aside."""
    chapter = own_member(keys).chapter
    files, left_out = waiting_files(keys, chapter, now=now)
    profiles = profiles_of(keys, chapter, now=now)
    veterans = {
        one.key: one for one in veterans_of(profiles, held_counts(chapter), today=timezone.localdate(now))
    }
    families = [family_with_excluded(file, profiles, now=now) for file in files.values()]
    found = assign_elsewhere(families, list(veterans.values())) if families else Assignment()
    named = {str(one.member.id): one for one in profiles}
    lines = (
        Line(
            UUID(one.family),
            alias(files[one.family]),
            proposal(one.fit, named[one.veteran], veterans[one.veteran], "", now),
        )
        for one in found.matches
    )
    without = (
        Alone(UUID(one.family), alias(files[one.family]), tuple(said(why) for why in one.why))
        for one in found.without
    )
    return ChapterProposal(tuple(lines), tuple(without), left_out)


def waiting_files(keys: Keys, chapter: str, *, now: datetime) -> tuple[dict[str, MatterFile], int]:
    """Files of the families that wait the longest, by the matter's name, and how many are left out."""
    waiting = queue_of(chapter).filter(state=MatterState.WAITING, held_by=None).order_by("week", "id")
    opened = (open_file(keys, matter, now=now) for matter in waiting[:AT_ONCE])
    return {str(file.matter.id): file for file in opened if file}, max(waiting.count() - AT_ONCE, 0)


def alias(file: MatterFile) -> str:
    """How the family is called."""
    return file.request.name or file.person.given


def confirm_lines(*, keys: Keys, lines: Iterable[tuple[UUID, UUID]], now: datetime) -> tuple[int, int]:
    """Confirm pairs of matter and member, each by itself; gives how many were, and how many were too late."""
    done = late = 0
    for matter, member in lines:
        found = find_matter(matter)
        file = (
            open_file(keys, found, now=now) if found and found.chapter == own_member(keys).chapter else None
        )
        try:
            if file is None:
                raise NotNow
            choose(keys=keys, file=file, member=member, now=now, relaxing=False)
            done += 1
        except NotNow:
            late += 1
    return done, late
