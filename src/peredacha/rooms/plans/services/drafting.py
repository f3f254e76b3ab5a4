"""A paper is written: begun, asked one thing at a time, kept sealed as it comes, and made."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal
from uuid import UUID, uuid4

from django.db import transaction
from django.utils import timezone

from peredacha.core.documents import Asked, BrokenTemplate, Filing, FlawedPaper, Need, Paper, fill, recipe
from peredacha.rooms.conversations.services import author_of
from peredacha.rooms.matters.services import MatterFile, leave_trace, refresh
from peredacha.rooms.plans.models import PaperRow
from peredacha.rooms.plans.services.binders import (
    Binder,
    PaperFile,
    packed_author,
    packed_filing,
    packed_recipe,
    read_binder,
)
from peredacha.rooms.plans.services.gathering import Known, gathered
from peredacha.rooms.vault.services import (
    Keys,
    read_row,
    renewed_if_stale,
    rewrite_row,
    write_row,
    write_rows,
)

NOW = "now"
EMPTY: dict[str, Any] = {"facts": {}, "sources": {}, "kept": {}}


class NotReady(Exception):
    """Something must still be told before the paper can be made."""


@dataclass(frozen=True, repr=False)
class Way:
    """What comes next for a draft: a question, the forms of a word, or the last look; ``number`` from 1."""

    page: Literal["question", "words", "check"]
    number: int = 0


@dataclass(frozen=True, repr=False)
class Writing:
    """A paper that is being written, with everything that is known for it."""

    paper: PaperFile
    facts: Mapping[str, Any]
    sources: Mapping[str, str]
    asked: tuple[Asked, ...]
    made: Paper | None
    """None while something is asked, or when what was told does not fit together."""

    @property
    def filing(self) -> Filing:
        """Its filing as the land words it now."""
        return self.paper.filing

    @property
    def way(self) -> Way:
        """What comes next."""
        if not self.asked:
            return Way("check")
        first = self.asked[0]
        return Way("words" if first.why == "declension" else "question", number_of(self.filing, first.need))

    def need(self, number: int) -> Need | None:
        """The need with this number."""
        needs = self.filing.card.needs
        return needs[number - 1] if 1 <= number <= len(needs) else None

    def words_asked(self, number: int) -> Asked | None:
        """The first question about the forms of this need."""
        need = self.need(number)
        return next((one for one in self.asked if one.need == need and one.why == "declension"), None)

    def questions_left(self) -> int:
        """How many pages are still to come before the last look."""
        return len({one.need.name for one in self.asked})


def number_of(filing: Filing, need: Need) -> int:
    """The number of a need in its card, from 1."""
    return filing.card.needs.index(need) + 1


def writing_of(file: MatterFile, binder: Binder, paper: PaperFile, *, now: datetime) -> Writing:
    """Everything that is known for a draft: what was told for it goes before what the matter knows."""
    today = timezone.localdate(now)
    given = gathered(Known(file, today), binder, paper.filing, paper)
    facts = {name: one.value for name, one in given.items()}
    sources = {name: one.source for name, one in given.items()} | dict(paper.draft.sources)
    facts = {name: value for name, value in (facts | dict(paper.draft.facts)).items() if value is not None}
    try:
        found = fill(paper.filing, facts, today, paper.draft.kept)
    except (BrokenTemplate, FlawedPaper):
        return Writing(paper, facts, sources, (), None)
    if isinstance(found, Paper):
        return Writing(paper, facts, sources, (), found)
    return Writing(paper, facts, sources, found, None)


@transaction.atomic
def begin(*, keys: Keys, file: MatterFile, filing: str, now: datetime) -> UUID:
    """A new draft for a filing of the land; one that was only looked at is used again. Gives its random name."""
    opened = renewed_if_stale(keys, file.safe)
    content = {"kind": "paper", "key": str(uuid4()), "filing": filing, **EMPTY, "open": True, "begun": False}
    content |= {"by": packed_author(author_of(keys)), "at": now.isoformat()}
    for paper in read_binder(file).papers:
        if not (paper.versions or paper.draft.begun):
            rewrite_row(paper.row, opened, {**content, "key": str(paper.id)})
            return paper.id
    write_row(PaperRow, opened, content)
    return UUID(content["key"])


@transaction.atomic
def change_draft(
    *, keys: Keys, file: MatterFile, paper: PaperFile, change: Callable[[dict[str, Any]], None]
) -> None:
    """Change the draft as it stands now, under a lock, so that two who write at once both keep their answers.

    Raises TooLong.
    """
    row = PaperRow.objects.select_for_update().get(id=paper.row.id)
    content = read_row(row, file.safe).content
    if content is not None:
        change(content)
        rewrite_row(row, renewed_if_stale(keys, file.safe), content)


def answer(*, keys: Keys, file: MatterFile, paper: PaperFile, need: Need, value: Any) -> None:
    """Keep one answer; None takes it out. Raises TooLong."""

    def change(content: dict[str, Any]) -> None:
        content["facts"][need.name], content["sources"][need.name] = value, NOW
        content["begun"] = content["open"] = True

    change_draft(keys=keys, file=file, paper=paper, change=change)


def choose_forms(
    *,
    keys: Keys,
    file: MatterFile,
    paper: PaperFile,
    facts: Mapping[str, Any],
    asked: Asked,
    forms: Sequence[str],
    gender: str = "",
) -> None:
    """Keep how a word changes, or, where no word is asked, a man or a woman. Raises TooLong.

    ``facts`` are those that are known for the paper now.
    """
    name = asked.need.name

    def change(content: dict[str, Any]) -> None:
        if asked.key:
            content["kept"][asked.key] = list(forms)
        else:
            content["facts"][name] = {**facts[name], "gender": gender}
            content["sources"][name] = NOW
        content["begun"] = content["open"] = True

    change_draft(keys=keys, file=file, paper=paper, change=change)


def change_again(*, keys: Keys, file: MatterFile, paper: PaperFile) -> None:
    """Open a paper that was made, to change it: its facts stand in the draft, the version stays as it is."""
    last = paper.last

    def change(content: dict[str, Any]) -> None:
        if last and not content["open"]:
            told = packed_recipe(last.recipe)
            content |= {"facts": told["facts"], "kept": told["kept"], "sources": dict(last.sources)}
            content |= {"open": True, "begun": True}

    change_draft(keys=keys, file=file, paper=paper, change=change)


@transaction.atomic
def make(*, keys: Keys, file: MatterFile, paper: PaperFile, now: datetime) -> None:
    """Make a version of the paper from the draft, with the text of the land beside it. Raises NotReady, TooLong."""
    PaperRow.objects.select_for_update().get(id=paper.row.id)
    binder = read_binder(file)
    fresh = binder.find(paper.id)
    if fresh is None or not fresh.draft.open:
        return
    writing = writing_of(file, binder, fresh, now=now)
    if writing.made is None:
        raise NotReady
    made = recipe(fresh.filing, writing.facts, timezone.localdate(now), fresh.draft.kept)
    version = {"kind": "version", "key": str(uuid4()), "paper": str(paper.id), "recipe": packed_recipe(made)}
    version |= {"sources": {name: writing.sources.get(name, NOW) for name in made.facts}}
    version |= {"by": packed_author(author_of(keys)), "at": now.isoformat()}
    rows: list[dict[str, Any]] = [version]
    if made.edition.hash not in binder.editions:
        rows.insert(0, {"kind": "edition", "hash": made.edition.hash, "filing": packed_filing(fresh.filing)})
    write_rows(PaperRow, renewed_if_stale(keys, file.safe), rows)
    change_draft(
        keys=keys, file=file, paper=fresh, change=lambda content: content.update(**EMPTY, open=False)
    )
    refresh(keys=keys, file=file, now=now)
    leave_trace(keys=keys, file=file, act="matter_changed", now=now)
