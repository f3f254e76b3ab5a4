"""What a land lets through in a letter, as values."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from peredacha.core.language import Text

Alphabet: TypeAlias = Literal["cyrillic", "latin"]
Looks: TypeAlias = Literal["words", "digits", "cipher", "letters", "drawings", "contacts"]
"""How it is looked for: words of a list, long rows of figures, words that nobody can read aloud, letters of other
alphabets, pictures and hidden signs, addresses of the writer."""


@dataclass(frozen=True)
class Ban:
    """One thing that a censor stops, and the sentence for who wrote it.

    ``hard``: the letter cannot go so; else the writer is asked whether it shall. ``words``: what ``words`` looks for,
    each one or several words, a star at the end stands for any ending. ``alphabets``: what ``letters`` lets through.
    ``languages``: only in letters in these languages; none: in all.
    """

    id: str
    looks: Looks
    hard: bool
    says: Text
    words: tuple[str, ...] = ()
    alphabets: tuple[Alphabet, ...] = ("cyrillic",)
    languages: tuple[str, ...] = ()


@dataclass(frozen=True)
class LetterRules:
    """``page``: signs of one page with its spaces; ``most``: so many pages are let through at once.

    ``too_long``: the sentence for a letter that has more.
    """

    page: int
    most: int
    too_long: Text
    bans: tuple[Ban, ...] = ()
