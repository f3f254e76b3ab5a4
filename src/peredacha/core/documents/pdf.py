"""A paper as PDF/A by typst: A4, PT Serif, fonts of the package alone; the words are data and never markup.

Imported only by the printing process (``__main__``): typst has no place in the server's memory.
"""

import json
import re
from pathlib import Path
from typing import Any

import fontpkg_pt_serif
import typst

from peredacha.core.documents.blocks import PAPER, Paper

FONTS = [Path(fontpkg_pt_serif.__file__).parent / "files"]
TEMPLATE = Path(__file__).parent / "paper.typ"
LONG_WORD = re.compile(r"(\S{40})(?=\S)")


def pdf(paper: Paper) -> bytes:
    """The paper as PDF/A-2b; the same paper gives the same bytes."""
    told = _breakable({**PAPER.dump_python(paper, mode="json"), "title": paper.title})
    return typst.compile(
        TEMPLATE,
        font_paths=FONTS,
        ignore_system_fonts=True,
        pdf_standards=["a-2b"],
        sys_inputs={"paper": json.dumps(told, ensure_ascii=False)},
    )


def _breakable(told: Any) -> Any:
    """The same with places to break inside words that no line can hold."""
    if isinstance(told, dict):
        return {key: _breakable(one) for key, one in told.items()}
    if isinstance(told, list | tuple):
        return [_breakable(one) for one in told]
    return LONG_WORD.sub("\\1\u200b", told) if isinstance(told, str) else told
