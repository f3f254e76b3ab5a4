"""Are two names one person? Names taken apart, compared with reasons, found among many; pasted lists read."""

from peredacha.core.linkage.index import Alike, NameIndex, find_alike
from peredacha.core.linkage.letters import fold
from peredacha.core.linkage.likeness import Kind, Likeness, compare
from peredacha.core.linkage.names import Named, read_name
from peredacha.core.linkage.rolls import RollLine, RollReading, read_roll

__all__ = [
    "Alike",
    "Kind",
    "Likeness",
    "NameIndex",
    "Named",
    "RollLine",
    "RollReading",
    "compare",
    "find_alike",
    "fold",
    "read_name",
    "read_roll",
]
