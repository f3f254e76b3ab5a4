"""The papers of a matter as their sealed rows tell them: drafts, versions, steps."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from functools import cached_property
from hashlib import sha256
from typing import Any, Literal, TypeAlias
from uuid import UUID

from pydantic import TypeAdapter, ValidationError

from peredacha.core.documents import (
    BrokenTemplate,
    Edition,
    Filing,
    FlawedPaper,
    Paper,
    Recipe,
    fill,
    plain,
)
from peredacha.core.facts import Author
from peredacha.rooms.matters.services import MatterFile
from peredacha.rooms.plans.models import PaperRow
from peredacha.rooms.plans.selectors import current_filings, rows_of
from peredacha.rooms.vault.services import missing_places, read_rows

Step: TypeAlias = Literal["sent", "approved", "comment", "filed", "answered", "silent"]
State: TypeAlias = Literal["draft", "made", "sent", "approved", "comment", "filed", "answered", "silent"]
FILING: TypeAdapter[Filing] = TypeAdapter(Filing)


class NotMade(Exception):
    """What is kept of a version gives no paper; it holds nothing of it."""


@dataclass(frozen=True, repr=False)
class Version:
    """A paper as it was made once: with its own text of the land, so that it can be made again word for word."""

    id: str
    """A random name inside the seal."""
    number: int
    place: int
    """Its place among the rows."""
    recipe: Recipe
    sources: Mapping[str, str]
    """By fact, where it came from: "matter", "paper" or "now"."""
    filing: Filing
    by: Author
    at: str

    @cached_property
    def paper(self) -> Paper:
        """The paper, made again. Raises NotMade."""
        one = self.recipe
        try:
            made = fill(self.filing, one.facts, one.day, one.kept)
        except (BrokenTemplate, FlawedPaper):
            raise NotMade from None
        if not isinstance(made, Paper):
            raise NotMade
        return made

    @cached_property
    def digest(self) -> str:
        """What names exactly this version: its recipe and every word of it [64 hex letters]. Raises NotMade."""
        told = [self.id, packed_recipe(self.recipe), plain(self.paper)]
        return sha256(json.dumps(told, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


@dataclass(frozen=True, repr=False)
class Taken:
    """A step that was taken with a version; ``on`` is an ISO day, or nothing."""

    step: Step
    place: int
    version: str
    digest: str
    text: str
    on: str
    number: str
    by: Author
    at: str


@dataclass(frozen=True, repr=False)
class Draft:
    """What was told for a paper that is being written; a fact that is None was taken out on purpose."""

    facts: Mapping[str, Any] = field(default_factory=dict)
    sources: Mapping[str, str] = field(default_factory=dict)
    kept: Mapping[str, list[str]] = field(default_factory=dict)
    open: bool = True
    begun: bool = False


@dataclass(frozen=True, repr=False)
class PaperFile:
    """One paper of a matter."""

    id: UUID
    """Its random name, inside the seal: it stays when its rows are sealed again in another safe."""
    row: PaperRow
    filing: Filing
    """As the land words it now; where the land has dropped it, as the last version kept it."""
    draft: Draft
    versions: tuple[Version, ...]
    taken: tuple[Taken, ...]

    @property
    def last(self) -> Version | None:
        """The newest version."""
        return self.versions[-1] if self.versions else None

    @property
    def steps(self) -> tuple[Taken, ...]:
        """What was done with the newest version, oldest first."""
        last = self.last
        return tuple(one for one in self.taken if last and one.place > last.place)

    @property
    def approved(self) -> Taken | None:
        """The lawyer's yes to exactly the newest version; None when anything changed after it."""
        return next(
            (one for one in reversed(self.steps) if one.step == "approved" and self._means(one)), None
        )

    @property
    def state(self) -> State:
        """Where the paper stands."""
        if self.last is None:
            return "draft"
        steps = [one for one in self.steps if one.step != "approved" or self._means(one)]
        return steps[-1].step if steps else "made"

    @property
    def handed_in(self) -> Taken | None:
        """When and under which number it was handed in."""
        return next((one for one in reversed(self.steps) if one.step == "filed"), None)

    @property
    def looked_at(self) -> Version | None:
        """The version that a lawyer looked at last."""
        seen = {one.version for one in self.taken if one.step in ("approved", "comment")}
        return next((one for one in reversed(self.versions) if one.id in seen), None)

    def _means(self, step: Taken) -> bool:
        last = self.last
        try:
            return last is not None and step.version == last.id and step.digest == last.digest
        except NotMade:
            return False


@dataclass(frozen=True, repr=False)
class Binder:
    """Every paper of a matter."""

    papers: tuple[PaperFile, ...]
    editions: Mapping[str, Filing]
    damaged: int
    """How many rows do not open, or make no sense."""
    missing: int
    """How many rows somebody took out of the database."""

    def find(self, paper: UUID) -> PaperFile | None:
        """The paper with this random name."""
        return next((one for one in self.papers if one.id == paper), None)


def packed_recipe(recipe: Recipe) -> dict[str, Any]:
    """A recipe as the content of a sealed row."""
    edition = [recipe.edition.on.isoformat(), recipe.edition.hash]
    kept = {key: list(forms) for key, forms in recipe.kept.items()}
    facts = dict(recipe.facts)
    return {
        "filing": recipe.filing,
        "edition": edition,
        "facts": facts,
        "day": recipe.day.isoformat(),
        "kept": kept,
    }


def packed_filing(filing: Filing) -> dict[str, Any]:
    """The card and the text of a filing as the content of a sealed row."""
    told: dict[str, Any] = FILING.dump_python(filing, mode="json")
    return told


def packed_author(author: Author) -> dict[str, str]:
    """Who did it, as a part of a sealed row."""
    return asdict(author)


def read_binder(file: MatterFile) -> Binder:
    """Every paper of a matter; what is damaged is counted and breaks nothing else."""
    rows = rows_of(file.safe.id)
    reading = Reading()
    for read in read_rows(rows, file.safe):
        try:
            reading.take(read.row, read.content or {})
        except (KeyError, TypeError, ValueError, ValidationError):
            reading.damaged += 1
    papers = tuple(filter(None, map(reading.paper, reading.folders)))
    return Binder(papers, reading.editions, reading.damaged, len(missing_places(rows)))


class Reading:
    """Rows put together to papers, one after the other in their order."""

    def __init__(self) -> None:
        """Nothing was read so far."""
        self.folders: dict[str, tuple[PaperRow, str, Draft]] = {}
        self.editions: dict[str, Filing] = {}
        self.versions: dict[str, list[Version]] = {}
        self.steps: dict[str, list[Taken]] = {}
        self.damaged = 0

    def take(self, row: PaperRow, content: Mapping[str, Any]) -> None:
        """One row. Raises KeyError, TypeError, ValueError for one that makes no sense."""
        kind = content["kind"]
        if kind == "paper":
            self.folders[str(UUID(content["key"]))] = (row, str(content["filing"]), read_draft(content))
        elif kind == "edition":
            self.editions[content["hash"]] = FILING.validate_python(content["filing"])
        elif kind == "version":
            before = self.versions.setdefault(content["paper"], [])
            before.append(self._version(row, content, len(before) + 1))
        else:
            told = {
                name: content[name] for name in ("step", "version", "digest", "text", "on", "number", "at")
            }
            step = Taken(place=row.sequence, by=Author(**content["by"]), **told)
            self.steps.setdefault(content["paper"], []).append(step)

    def _version(self, row: PaperRow, content: Mapping[str, Any], number: int) -> Version:
        told = content["recipe"]
        on, digest = told["edition"]
        edition, day = Edition(date.fromisoformat(on), digest), date.fromisoformat(told["day"])
        recipe = Recipe(told["filing"], edition, told["facts"], day, told["kept"])
        by, filing = Author(**content["by"]), self.editions[digest]
        return Version(
            content["key"], number, row.sequence, recipe, content["sources"], filing, by, content["at"]
        )

    def paper(self, key: str) -> PaperFile | None:
        """A paper with everything that belongs to it; None where neither the land nor a version has its text."""
        row, name, draft = self.folders[key]
        versions = tuple(self.versions.get(key, ()))
        filing = current_filings().get(name) or (versions[-1].filing if versions else None)
        if filing is None:
            self.damaged += 1
            return None
        return PaperFile(UUID(key), row, filing, draft, versions, tuple(self.steps.get(key, ())))


def read_draft(content: Mapping[str, Any]) -> Draft:
    """The draft in the row of a paper. Raises KeyError."""
    return Draft(content["facts"], content["sources"], content["kept"], content["open"], content["begun"])
