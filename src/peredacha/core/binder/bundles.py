"""What is taken along: chosen pages in an order, the whole binder, or a biography in its sections."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import groupby

from peredacha.core.binder.order import in_order
from peredacha.core.binder.sentences import GONE, NO_PAGES
from peredacha.core.binder.values import Binder, Page, Rotation, Unbindable
from peredacha.core.binder.words import RUSSIAN, Words


class Section(Enum):
    """The parts of a biography in the order in which a court reads them."""

    FAMILY = "family"
    WORK = "work"
    HEALTH = "health"
    LETTERS = "letters"
    PHOTOS = "photos"


@dataclass(frozen=True, repr=False)
class Part:
    """Pages that follow one another, by their ids; ``exhibit`` is the number of their document, 0 for none."""

    title: str
    pages: tuple[str, ...]
    exhibit: int = 0


@dataclass(frozen=True, repr=False)
class Bundle:
    """What one PDF will hold: its title, a line below it (may be empty), and its parts in order."""

    title: str
    parts: tuple[Part, ...]
    under: str = ""

    @property
    def pages(self) -> tuple[str, ...]:
        """The ids of all pages in order; the place of each, from 1, is the number stamped on it."""
        return tuple(page for part in self.parts for page in part.pages)


@dataclass(frozen=True, repr=False)
class Sheet:
    """One page as it is bound: the file it is taken from, which page of it, how it is turned, what is stamped."""

    number: int
    digest: str
    leaf: int
    rotation: Rotation
    stamp: str


def chosen(
    binder: Binder, title: str, pages: Iterable[str], *, under: str = "", words: Words = RUSSIAN
) -> Bundle:
    """“What to bring on Thursday”: the pages in the given order, each once, in the documents they belong to.

    Raises Unbindable when there is none, or when one of them is not in the binder.
    """
    order = _asked(binder, pages)
    found = {
        page: number for number, one in reversed(list(enumerate(binder.exhibits, 1))) for page in one.pages
    }
    parts = []
    for number, run in groupby(order, key=lambda page: found.get(page, 0)):
        named = binder.exhibits[number - 1].title if number else words.loose
        parts.append(Part(named, tuple(run), number))
    return Bundle(title, tuple(parts), under)


def whole(binder: Binder, title: str, *, under: str = "", words: Words = RUSSIAN) -> Bundle:
    """The whole binder, stamped with the numbers that its pages have in it. Raises Unbindable when it is empty."""
    return chosen(binder, title, (page.id for page in in_order(binder.pages)), under=under, words=words)


def biography(
    binder: Binder,
    title: str,
    sections: Mapping[Section, Sequence[str]],
    *,
    under: str = "",
    words: Words = RUSSIAN,
) -> Bundle:
    """Family, work, health, letters of support, photos, in this order; a page stands only in its first section.

    Sections without a page are left out. Raises Unbindable as ``chosen`` does.
    """
    left = dict.fromkeys(_asked(binder, (page for one in Section for page in sections.get(one, ()))))
    parts = []
    for section in Section:
        own = tuple(page for page in dict.fromkeys(sections.get(section, ())) if page in left)
        left = dict.fromkeys(page for page in left if page not in own)
        if own:
            parts.append(Part(words.sections[section.value], own))
    return Bundle(title, tuple(parts), under)


def sheets(bundle: Bundle, binder: Binder, *, words: Words = RUSSIAN) -> tuple[Sheet, ...]:
    """The pages of a bundle as they are bound, numbered from 1. Raises Unbindable for a page that is gone."""
    _asked(binder, bundle.pages)
    held = {page.id: page for page in binder.pages}
    numbers = {page: number for number, page in enumerate(bundle.pages, 1)}
    return tuple(
        _sheet(held[page], numbers[page], part.exhibit, words) for part in bundle.parts for page in part.pages
    )


def _sheet(page: Page, number: int, exhibit: int, words: Words) -> Sheet:
    stamp = (words.exhibit_stamp if exhibit else words.stamp).format(n=number, exhibit=exhibit)
    return Sheet(number, page.digest, page.leaf, page.rotation, stamp)


def _asked(binder: Binder, pages: Iterable[str]) -> tuple[str, ...]:
    """The ids, each once. Raises Unbindable when there is none, or one that the binder does not know."""
    asked = tuple(dict.fromkeys(pages))
    if not asked:
        raise Unbindable(NO_PAGES)
    if not {page.id for page in binder.pages}.issuperset(asked):
        raise Unbindable(GONE)
    return asked
