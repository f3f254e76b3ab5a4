"""What changed between two versions of a paper, word by word."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from peredacha.core.documents.blocks import Paper, plain

PIECE = re.compile(r"\n|[^\S\n]*\S+[^\S\n]*|[^\S\n]+")
"""A word goes with the spaces behind it, so that words changed one after the other stand as one change."""


@dataclass(frozen=True, repr=False)
class Piece:
    """Words that stand in both versions, or only in the old or the new one."""

    kind: Literal["same", "gone", "new"]
    text: str


def changes(before: Paper, after: Paper) -> tuple[tuple[Piece, ...], ...]:
    """The lines of the later paper with what was taken out and put in; lines that nothing touched stand whole."""
    old, new = PIECE.findall(plain(before)), PIECE.findall(plain(after))
    lines: list[list[Piece]] = [[]]
    for kind, words in _pieces(old, new):
        for number, text in enumerate("".join(words).split("\n")):
            if number:
                lines.append([])
            if text:
                lines[-1].append(Piece(kind, text))
    return tuple(tuple(line) for line in lines if line)


def _pieces(old: list[str], new: list[str]) -> Iterator[tuple[Literal["same", "gone", "new"], list[str]]]:
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            yield "same", new[c:d]
            continue
        if b > a:
            yield "gone", old[a:b]
        if d > c:
            yield "new", new[c:d]
