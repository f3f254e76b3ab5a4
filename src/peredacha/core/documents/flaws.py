"""What must never stand in a paper: empty brackets, «и/или», gaps, doubled spaces, commas that hold nothing."""

import re
from collections.abc import Iterator
from types import MappingProxyType

from peredacha.core.documents.blocks import Heading, Numbered, Paper, Paragraph, Signature, Title, lines_of
from peredacha.core.documents.tidying import UNFINISHED

SIGNS = MappingProxyType(
    {
        "double space": re.compile(r"[ \u00a0]{2,}"),
        "space before a sign": re.compile(r"[ \u00a0][,.;:!?)\]»]"),
        "space behind a bracket": re.compile(r"[(\[«][ \u00a0]"),
        "dangling comma": re.compile(r"[,;:][ \u00a0]*[,;.]|\($|^[,.;:)]"),
        "doubled point": re.compile(r"(?<!\.)\.{2}(?!\.)"),
        "sign of a fact": re.compile(r"[\ue000-\uf8ff]"),
    }
)


class FlawedPaper(Exception):
    """A filing whose text does not fit together; it tells the filing and the flaws, never a word of the paper."""

    def __init__(self, filing: str, found: tuple[str, ...]) -> None:
        self.found = found
        super().__init__(f"{filing}: {'; '.join(found)}")


def flaws(paper: Paper) -> tuple[str, ...]:
    """What is wrong with a paper, by kind and block; empty when it may be printed."""
    return tuple(_flaws(paper))


def _flaws(paper: Paper) -> Iterator[str]:
    for number, block in enumerate(paper.blocks, 1):
        for line in lines_of(block):
            if UNFINISHED.search(line):
                yield f"unfinished form in block {number}"
            for name, pattern in SIGNS.items():
                if pattern.search(line):
                    yield f"{name} in block {number}"
            if not line.strip():
                yield f"empty line in block {number}"
        follows = paper.blocks[number] if number < len(paper.blocks) else None
        if isinstance(block, Paragraph):
            if block.text.endswith(":") and not isinstance(follows, Numbered | Paragraph):
                yield f"a list is promised and missing after block {number}"
            if block.text.endswith((",", ";")) and not isinstance(follows, Heading):
                yield f"dangling comma in block {number}"
    for kind in (Title, Signature):
        if not any(isinstance(block, kind) for block in paper.blocks):
            yield f"no {kind.__name__.lower()}"
