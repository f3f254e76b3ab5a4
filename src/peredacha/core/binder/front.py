"""What stands before the pages: a title, the list of documents, and if wished what happened and what contradicts."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from peredacha.core.binder.bundles import Bundle
from peredacha.core.binder.values import Binder, Event
from peredacha.core.binder.words import RUSSIAN, Words


@dataclass(frozen=True, repr=False)
class Table:
    """A heading, the names of the columns, their widths as shares, and rows of as many words."""

    heading: str
    columns: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, repr=False)
class Front:
    """The front pages of one PDF: words of the paper in its own language, nothing that is read as markup."""

    title: str
    under: str
    tables: tuple[Table, ...]
    language: str
    file_title: str
    not_opened: str


def front(
    bundle: Bundle,
    binder: Binder,
    *,
    chronology: bool = False,
    contradictions: bool = False,
    sources: bool = False,
    words: Words = RUSSIAN,
) -> Front:
    """The front pages of a bundle; every number in them is a number stamped on a page of this bundle.

    ``sources`` adds from whom each page came, the day and the digest of its file: leave it out where a source must
    not be told to the other side. Events and contradictions that show no page of the bundle are left out; so is
    a table without a row.
    """
    tables = [exhibit_list(bundle, words=words)]
    if chronology:
        tables.append(_chronology(bundle, binder, words))
    if contradictions:
        tables.append(_contradictions(bundle, binder, words))
    if sources:
        tables.append(_sources(bundle, binder, words))
    kept = tuple(table for table in tables if table.rows)
    return Front(bundle.title, bundle.under, kept, words.language, words.file_title, words.not_opened)


def exhibit_list(bundle: Bundle, *, words: Words = RUSSIAN) -> Table:
    """Documents by number with their leaves; where no part is a numbered document, the sections as contents."""
    numbers, rows = _numbers(bundle), dict[tuple[int, str], list[int]]()
    for part in bundle.parts:
        rows.setdefault((part.exhibit, part.title), []).extend(numbers[page] for page in part.pages)
    if any(part.exhibit for part in bundle.parts):
        listed = tuple(
            (str(number or "—"), title, leaves_in_words(leaves)) for (number, title), leaves in rows.items()
        )
        return Table(words.exhibits, (words.number, words.document, words.leaves), (1, 8, 2), listed)
    sections = tuple((title, leaves_in_words(leaves)) for (_none, title), leaves in rows.items())
    return Table(words.contents, (words.section, words.leaves), (8, 2), sections)


def leaves_in_words(numbers: Iterable[int]) -> str:
    """Numbers of leaves, short.

    >>> leaves_in_words([7, 1, 2, 3])
    '1–3, 7'
    """
    runs: list[tuple[int, int]] = []
    for number in sorted(set(numbers)):
        if runs and runs[-1][1] == number - 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return ", ".join(str(first) if first == last else f"{first}–{last}" for first, last in runs)


def _chronology(bundle: Bundle, binder: Binder, words: Words) -> Table:
    numbers = _numbers(bundle)
    rows = tuple(
        (_when(event), event.what, _shown(event.pages, numbers))
        for event in sorted(binder.events, key=lambda event: (event.day, event.until or event.day))
        if _shown(event.pages, numbers)
    )
    return Table(words.chronology, (words.when, words.what, words.leaves), (3, 7, 2), rows)


def _contradictions(bundle: Bundle, binder: Binder, words: Words) -> Table:
    numbers = _numbers(bundle)
    rows = tuple(
        (one.first.what, _shown(one.first.pages, numbers), one.second.what, _shown(one.second.pages, numbers))
        for one in binder.contradictions
        if _shown(one.first.pages, numbers) and _shown(one.second.pages, numbers)
    )
    columns = (words.one_says, words.leaves, words.other_says, words.leaves)
    return Table(words.contradictions, columns, (5, 2, 5, 2), rows)


def _sources(bundle: Bundle, binder: Binder, words: Words) -> Table:
    held, numbers = {page.id: page for page in binder.pages}, _numbers(bundle)
    rows = tuple(
        (str(number), held[page].source, _day(held[page].received_on), held[page].digest)
        for page, number in numbers.items()
        if page in held
    )
    columns = (words.leaf, words.source, words.received, words.digest)
    return Table(words.sources, columns, (1, 4, 2, 8), rows)


def _numbers(bundle: Bundle) -> dict[str, int]:
    """The stamped number of each page."""
    return {page: number for number, page in enumerate(bundle.pages, 1)}


def _shown(pages: Iterable[str], numbers: dict[str, int]) -> str:
    """The stamped numbers of those pages that are in the bundle; nothing for none."""
    return leaves_in_words(numbers[page] for page in pages if page in numbers)


def _when(event: Event) -> str:
    return _day(event.day) if event.until is None else f"{_day(event.day)} – {_day(event.until)}"


def _day(day: date) -> str:
    return f"{day:%d.%m.%Y}"
