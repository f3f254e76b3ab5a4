"""Two atlases put together: the order does not matter, nor how often.

An entry has a key, which names the chapter that it comes from, and a rank: the newest day wins, then the greater
count, then the text itself, so that any two machines choose the same. Entries of different chapters have different
keys: both are kept.
"""

from collections.abc import Mapping
from typing import TypeAlias

Key: TypeAlias = tuple[str, ...]
"""The sort of the line, the chapter of the card, its code, and what else names the entry."""
Entry: TypeAlias = tuple[str, int, str]
"""The day as 2026-12-31, a count, the line itself: compared in this order."""
Atlas: TypeAlias = Mapping[Key, Entry]


def joined(one: Atlas, other: Atlas) -> dict[Key, Entry]:
    """Every entry of both; of two with one key the higher.

    >>> joined({("fact", "a", "x", "k"): ("2026-01-01", 1, "old")}, {("fact", "a", "x", "k"): ("2026-02-01", 1, "new")})
    {('fact', 'a', 'x', 'k'): ('2026-02-01', 1, 'new')}
    """
    return {
        key: max(entry for entry in (one.get(key), other.get(key)) if entry is not None)
        for key in sorted({*one, *other})
    }
