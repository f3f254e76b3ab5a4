"""Words that a machine read, with the places marked at which their reader should stop; nothing is decided by them."""

from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import gettext as _

from peredacha.core.letters import Hint, PointsAt, hints_in, pieces
from peredacha.design.wording import words
from peredacha.jurisdictions.hints import letter_hints


@dataclass(frozen=True, repr=False)
class MarkedWords:
    """A text with its places to look at."""

    text: str
    found: tuple[Hint, ...]

    @property
    def pieces(self) -> tuple[tuple[str, bool], ...]:
        """The text in pieces, each with whether it is marked."""
        return pieces(self.text, self.found)

    @property
    def hints(self) -> list[str]:
        """Why places are marked, each sentence once."""
        return self.pointing_at("danger") + self.pointing_at("term")

    def pointing_at(self, at: PointsAt) -> list[str]:
        """Why places are marked that may tell of this, each sentence once."""
        told = (self.reason(one) for one in self.found if one.pointer.at == at)
        return list(dict.fromkeys(told))

    def reason(self, hint: Hint) -> str:
        """The words that were found, and what they may mean."""
        found = " ".join(self.text[hint.start : hint.end].split())
        return _("“%(words)s”: %(why)s") % {"words": found, "why": words(hint.pointer.says)}


def marked(text: str) -> MarkedWords:
    """A text with the places marked that the land's list names."""
    return MarkedWords(text, hints_in(text, letter_hints(settings.JURISDICTION)))
