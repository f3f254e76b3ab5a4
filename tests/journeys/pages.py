"""What a page at work is: who opens it, where, and what is pressed on it."""

from collections.abc import Callable
from dataclasses import dataclass

from tests.journeys.chapter import Chapter
from tests.journeys.vera import Vera


@dataclass(frozen=True)
class Work:
    """A page at work: a name for reports, who opens it, its address, and what is pressed on it, if anything."""

    name: str
    who: str
    path: str
    press: Callable[[Vera], None] | None = None

    def address(self, chapter: Chapter) -> str:
        """Where the page is in this chapter."""
        return self.path.format(**chapter.places)


def presses(text: str) -> Callable[[Vera], None]:
    """A page that comes after one button."""
    return lambda somebody: somebody.presses(text)
