"""A square picture (QR) of a text, as a drawing for the page: nothing is fetched, nothing is written to disk."""

from dataclasses import dataclass
from itertools import groupby

import segno

QUIET = 4
"""Empty modules around, which a camera needs."""


@dataclass(frozen=True)
class Square:
    """``size``: modules of one side, the quiet border included; ``path``: the dark ones as strokes of an SVG path."""

    size: int
    path: str


def square_of(text: str) -> Square:
    """The picture of ``text`` [at most about 2,000 characters]."""
    drawn = segno.make(text, error="m", micro=False)
    strokes = []
    for y, row in enumerate(drawn.matrix, QUIET):
        x = QUIET
        for dark, run in groupby(row):
            length = len(list(run))
            if dark:
                strokes.append(f"M{x} {y}.5h{length}")
            x += length
    return Square(len(drawn.matrix) + 2 * QUIET, "".join(strokes))
