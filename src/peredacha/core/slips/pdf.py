"""Slips as one PDF by typst: PT Serif, black and white, each on the paper that it is made for.

Imported only by the printing process (``__main__``): typst and segno have no place in the server's memory.
"""

import json
import re
from collections.abc import Iterable, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

import fontpkg_pt_serif
import segno
import typst
from pikepdf import ObjectStreamMode, Pdf

from peredacha.core.language import bound

FONTS = [Path(fontpkg_pt_serif.__file__).parent / "files"]
TEMPLATE = Path(__file__).parent / "templates" / "slips.typ"
LONG_WORD = re.compile(r"(\S{22})(?=\S)")
AT_ONCE = 8
"""Slips in one run of typst: more are no faster, and hold more memory at once."""
BORDER = 2
"""White around the square [modules]; the templates leave as much again."""


def pdf(sheets: Sequence[dict[str, Any]]) -> bytes:
    """All slips in their order; the same slips give the same bytes. They tell no day of making.

    Without the tags of a screen reader: slips are made for paper, what they say stands on a page of the house, and
    tags make a batch eight times as slow and ten times as large. Some at a time, because page numbers of many slips
    in one run cost the square of their number.
    """
    parts = [_compiled(sheets[first : first + AT_ONCE]) for first in range(0, len(sheets), AT_ONCE)]
    return parts[0] if len(parts) == 1 else _joined(parts)


def _compiled(sheets: Sequence[dict[str, Any]]) -> bytes:
    return typst.compile(
        TEMPLATE, font_paths=FONTS, ignore_system_fonts=True, sys_inputs=inputs(sheets), pdf_tags=False
    )


def _joined(parts: Iterable[bytes]) -> bytes:
    """One PDF of several."""
    held = BytesIO()
    with Pdf.new() as whole:
        for part in parts:
            with Pdf.open(BytesIO(part)) as one:
                whole.pages.extend(one.pages)
        whole.save(held, object_stream_mode=ObjectStreamMode.generate, deterministic_id=True)
    return held.getvalue()


def inputs(sheets: Sequence[dict[str, Any]]) -> dict[str, str]:
    """What the templates get: the words, with places to break, and the squares as points of grey."""
    return {"told": json.dumps([_ready(one) for one in sheets], ensure_ascii=False)}


def square(text: str) -> dict[str, Any]:
    """A QR square: its side [modules] and its points row by row, 0 black, 255 white."""
    rows = segno.make(text, error="m", micro=False).matrix_iter(border=BORDER)
    points = [255 * (1 - point) for row in rows for point in row]
    return {"side": int(len(points) ** 0.5), "points": points}


def _ready(told: Any) -> Any:
    """The same with squares in place of their texts, and places to break inside words that no cell can hold."""
    if isinstance(told, dict):
        return {key: square(one) if key == "square" else _ready(one) for key, one in told.items()}
    if isinstance(told, list):
        return [_ready(one) for one in told]
    return LONG_WORD.sub("\\1\u200b", bound(told)) if isinstance(told, str) else told
