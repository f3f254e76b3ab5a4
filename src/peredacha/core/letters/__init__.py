"""A letter to prison read as the censor would: what may stop it, where it stands, and one kind sentence.

And a letter from there, read as a friend would: where to look twice. What is looked for, and the sentences, are the
land's; here are only the ways of looking.
"""

from peredacha.core.letters.checking import Finding, checked, pages_of, pieces, tidy
from peredacha.core.letters.hinting import Hint, Pointer, PointsAt, hints_in
from peredacha.core.letters.rules import Alphabet, Ban, LetterRules, Looks

__all__ = [
    "Alphabet",
    "Ban",
    "Finding",
    "Hint",
    "LetterRules",
    "Looks",
    "Pointer",
    "PointsAt",
    "checked",
    "hints_in",
    "pages_of",
    "pieces",
    "tidy",
]
