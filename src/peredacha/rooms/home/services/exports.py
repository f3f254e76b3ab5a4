"""Everything that a family told and was told, with every file, as one ZIP to keep."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import PurePath
from uuid import UUID

from django.template.defaultfilters import filesizeformat
from django.utils import timezone
from django.utils.translation import get_language, override

from peredacha.rooms.binders.services import ExportedBinder, exported_binder
from peredacha.rooms.bundles.services import PackingLine, bundles_as_text
from peredacha.rooms.cautions.services import secrecy_of
from peredacha.rooms.conversations.services import (
    DamagedFile,
    OpenAttachment,
    Said,
    files_in,
    read_thread,
    whole,
)
from peredacha.rooms.desk.services import (
    Line,
    author_in_words,
    fact_in_words,
    moment_of,
    told_traces,
)
from peredacha.rooms.hearings.services import CardText, cards_as_text
from peredacha.rooms.home.services.carrying import CarriedText, carried_as_text
from peredacha.rooms.home.services.packing import Part, zipped
from peredacha.rooms.matters.services import MatterFile
from peredacha.rooms.mentoring.services import summary_for
from peredacha.rooms.plans.services import PaperText, papers_as_text
from peredacha.rooms.vault.services import Keys

PAGE, FOLDER = "notes.html", "files"


@dataclass(frozen=True)
class ToldFile:
    """One file of the talk: its name as it was sent, its size in words, where it lies in the ZIP."""

    name: str
    size: str
    place: str
    """Empty where it is damaged and could not be taken along."""


@dataclass(frozen=True)
class ToldSaid:
    """One message in words with its files."""

    who: str
    when: str
    text: str | None
    files: tuple[ToldFile, ...]


@dataclass(frozen=True)
class ToldExport:
    """The page of the export in words: what was told, the talk, who has read."""

    facts: tuple[Line, ...]
    talk: tuple[ToldSaid, ...]
    traces: tuple[Line, ...]
    lost_files: int = 0
    """How many files are gone, so that not even their names are known."""
    loose: tuple[ToldFile, ...] = ()
    """Files whose message is gone."""
    papers: tuple[PaperText, ...] = ()
    cards: tuple[CardText, ...] = ()
    """The court's cards as they were pasted."""
    held_back: str = ""
    """One sentence where papers stay because of an undertaking of secrecy."""
    binder: ExportedBinder | None = None
    bundles: tuple[PackingLine, ...] = ()
    carried: tuple[CarriedText, ...] = ()
    damaged_places: frozenset[str] = frozenset()
    """Where files of the binder would lie that are damaged."""


@dataclass(frozen=True, repr=False)
class Gathered:
    """Everything that the export tells, read before its first byte leaves; the bytes of files are not."""

    facts: tuple[Line, ...]
    said: tuple[Said, ...]
    traces: tuple[Line, ...]
    lost_files: int
    files: tuple[tuple[str, OpenAttachment], ...]
    """Each with its place in the ZIP."""
    papers: tuple[PaperText, ...] = ()
    cards: tuple[CardText, ...] = ()
    held_back: str = ""
    binder: ExportedBinder | None = None
    bundles: tuple[PackingLine, ...] = ()
    carried: tuple[CarriedText, ...] = ()


def packed_export(keys: Keys, file: MatterFile, page: Callable[[ToldExport], str]) -> Iterator[bytes]:
    """The ZIP with everything in the family's own safe, piece by piece: files first, then the page about them.

    ``page`` draws the page. Each file is read to its end before its first byte leaves: a damaged one is left out and
    named on the page, the rest is given.
    """
    return zipped(parts_of(gathered(keys, file), page, get_language() or "ru"))


def parts_of(told: Gathered, page: Callable[[ToldExport], str], language: str) -> Iterator[Part]:
    """The parts of the ZIP in their order."""
    damaged: set[UUID] = set()
    bound = told.binder.files if told.binder else ()
    for place, one in (*((f"{FOLDER}/{place}", one) for place, one in told.files), *bound):
        try:
            yield Part(place, one.size, whole(one))
        except DamagedFile:
            damaged.add(one.id)
    with override(language):
        body = page(told_export(told, damaged)).encode()
    yield Part(PAGE, len(body), [body], shrinks=True)


def gathered(keys: Keys, file: MatterFile) -> Gathered:
    """What stands in the family's own safe, oldest first."""
    facts: list[Line] = []
    for entry in file.entries:
        if not entry.inner:
            who = author_in_words(entry.told.by, for_family=True)
            facts += [Line(moment_of(entry.told.at), who, what) for what in fact_in_words(entry.told.fact)]
    thread = read_thread(file)
    files = tuple((place_of(number, one), one) for number, one in enumerate(files_in(file.safe), 1))
    traces = told_traces(file, summary_for(file).named)
    now = timezone.now()
    papers, secrecy = papers_as_text(file, now=now), secrecy_of(file, now)
    return Gathered(
        facts=tuple(facts),
        said=thread.messages,
        traces=traces,
        lost_files=thread.lost_files,
        files=files,
        papers=papers.texts,
        cards=cards_as_text(file),
        held_back=secrecy.left_out(papers.held_back) if secrecy else "",
        binder=exported_binder(file, now=now),
        bundles=bundles_as_text(file),
        carried=carried_as_text(keys, file, now=now),
    )


def place_of(number: int, one: OpenAttachment) -> str:
    """A plain name that tells nothing of what was sent: a number, and the ending of its kind."""
    name = PurePath(one.download_name)
    return f"{number:03}{'-original' if one.original else ''}{name.suffix}"


def told_export(told: Gathered, damaged: set[UUID]) -> ToldExport:
    """The page, when it is known which files are ``damaged``."""
    by_message: dict[str, tuple[ToldFile, ...]] = {}
    for place, one in told.files:
        line = ToldFile(one.name, filesizeformat(one.size), "" if one.id in damaged else f"{FOLDER}/{place}")
        by_message[one.message] = (*by_message.get(one.message, ()), line)
    talk = tuple(
        ToldSaid(
            author_in_words(one.by, for_family=True),
            moment_of(one.at),
            one.text,
            by_message.pop(str(one.id), ()),
        )
        for one in told.said
    )
    loose = tuple(line for lines in by_message.values() for line in lines)
    bound = told.binder.files if told.binder else ()
    places = frozenset(place for place, one in bound if one.id in damaged)
    return ToldExport(
        facts=told.facts,
        talk=talk,
        traces=told.traces,
        lost_files=told.lost_files,
        loose=loose,
        papers=told.papers,
        cards=told.cards,
        held_back=told.held_back,
        binder=told.binder,
        bundles=told.bundles,
        carried=told.carried,
        damaged_places=places,
    )
