"""One slip of the hand: a letter too many, too few, wrong, or two neighbours changed round."""

from collections.abc import Iterator

SLIPS_BETWEEN = range(5, 61)
"""Lengths [letters] at which one slip says little: shorter words differ by one letter too often."""


def slipped(one: str, other: str) -> bool:
    """Whether one slip parts two words that are long enough for it to be a slip."""
    return len(one) in SLIPS_BETWEEN and len(other) in SLIPS_BETWEEN and one_slip(one, other)


def one_slip(one: str, other: str) -> bool:
    """Whether at most one slip parts the two (Damerau-Levenshtein distance of 0 or 1).

    >>> one_slip("петров", "пертов"), one_slip("петров", "перов"), one_slip("петров", "серов")
    (True, True, False)
    """
    if abs(len(one) - len(other)) > 1:
        return False
    begin = 0
    while begin < min(len(one), len(other)) and one[begin] == other[begin]:
        begin += 1
    rest, left = one[begin:], other[begin:]
    while rest and left and rest[-1] == left[-1]:
        rest, left = rest[:-1], left[:-1]
    return max(len(rest), len(left)) <= 1 or (len(rest) == 2 and rest == left[::-1])


def with_a_letter_less(word: str) -> Iterator[str]:
    """The word itself and each word with one letter left out; nothing for a word too short for slips.

    Two words that one slip parts have one of these in common, so an index by them misses none.
    """
    if len(word) not in SLIPS_BETWEEN:
        return
    yield word
    for place in range(len(word)):
        yield word[:place] + word[place + 1 :]
