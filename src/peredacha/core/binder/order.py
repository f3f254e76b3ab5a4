"""Pages put in order. Whatever is asked, no page is lost or doubled, and the numbers are 1 to n."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import cast

from peredacha.core.binder.sentences import GONE
from peredacha.core.binder.values import Page, Rotation, Unbindable

WHOLE_TURN = 360


def in_order(pages: Iterable[Page]) -> tuple[Page, ...]:
    """The pages by their numbers, counted anew from 1; those with the same number keep their order."""
    return _counted(sorted(pages, key=lambda page: page.number))


def placed(pages: Iterable[Page], typed: Mapping[str, int]) -> tuple[Page, ...]:
    """The pages after somebody typed numbers beside them, by page id; the others make room.

    Numbers that did not change count for nothing, so a whole list may be sent back. A number below 1 means the
    first place, a large one the last; pages with the same new number stand together in their old order. Raises
    Unbindable for an id that is not there.
    """
    held = in_order(pages)
    _all_known(held, typed)
    wished = [page for page in held if typed.get(page.id, page.number) != page.number]
    rest = [page for page in held if typed.get(page.id, page.number) == page.number]
    after = 0
    for page in sorted(wished, key=lambda page: typed[page.id]):
        at = min(max(typed[page.id] - 1, after), len(rest))
        rest.insert(at, page)
        after = at + 1
    return _counted(rest)


def moved(pages: Iterable[Page], page: str, by: int) -> tuple[Page, ...]:
    """The pages after one went ``by`` places down (below 0: up); it stops at the ends. Raises Unbindable."""
    held = list(in_order(pages))
    at = _place(held, page)
    held.insert(min(max(at + by, 0), len(held) - 1), held.pop(at))
    return _counted(held)


def turned(pages: Iterable[Page], page: str, by: int = 90) -> tuple[Page, ...]:
    """The pages after one was turned ``by`` degrees to the right, a multiple of 90. Raises Unbindable."""
    held = list(in_order(pages))
    at = _place(held, page)
    rotation = cast(Rotation, (held[at].rotation + by // 90 * 90) % WHOLE_TURN)
    held[at] = replace(held[at], rotation=rotation)
    return tuple(held)


def joined(pages: Iterable[Page], new: Iterable[Page]) -> tuple[Page, ...]:
    """The pages with new ones behind them, in the order in which they came."""
    return _counted((*in_order(pages), *new))


def without(pages: Iterable[Page], gone: Iterable[str]) -> tuple[Page, ...]:
    """The pages but for some of them; what names these is told by ``faults``. Raises Unbindable."""
    held, left_out = in_order(pages), set(gone)
    _all_known(held, left_out)
    return _counted(page for page in held if page.id not in left_out)


def _counted(pages: Iterable[Page]) -> tuple[Page, ...]:
    return tuple(replace(page, number=number) for number, page in enumerate(pages, 1))


def _place(pages: Sequence[Page], page: str) -> int:
    """Where a page stands, from 0."""
    _all_known(pages, (page,))
    return next(place for place, one in enumerate(pages) if one.id == page)


def _all_known(pages: Iterable[Page], asked: Iterable[str]) -> None:
    if not {page.id for page in pages}.issuperset(asked):
        raise Unbindable(GONE)
