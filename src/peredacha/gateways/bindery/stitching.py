"""The front, then every page shrunk into the margins of its own A4 page with its stamp above it, as one PDF."""

import json
import re
from collections.abc import Iterable, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

import typst
from pikepdf import Name, ObjectStreamMode, Page, Pdf, Rectangle
from pydantic import TypeAdapter

from peredacha.core.binder import Front, Sheet
from peredacha.core.documents.pdf import FONTS

TEMPLATE = Path(__file__).parent / "sheets.typ"
FRONT: TypeAdapter[Front] = TypeAdapter(Front)
LONG_WORD = re.compile(r"(\S{22})(?=\S)")
DIGEST = re.compile(r"[0-9a-f]{64}")
MILLIMETRE = 72 / 25.4
SHORT, LONG = 210, 297
LEFT, RIGHT, TOP, BOTTOM = 20, 10, 16, 10
"""Margins [mm]: holes are punched on the left, the stamp stands above."""
LEAF = Name("/Leaf")
INNER_BOXES = (Name.TrimBox, Name.ArtBox, Name.BleedBox)


def stitched(front: Front, sheets: Sequence[Sheet], runs: Iterable[tuple[Sequence[Sheet], bytes]]) -> bytes:
    """The PDF; ``runs`` are sheets with a PDF of their pages in order, a sheet without one says that it is missing.

    The same pages give the same bytes, with the same versions of the renderers; they tell no day and no device.
    """
    opened = [(run, Pdf.open(BytesIO(body))) for run, body in runs]
    pages = {
        sheet.number: _upright(page, sheet)
        for run, pdf in opened
        for sheet, page in zip(run, pdf.pages, strict=True)
    }
    base = _base(front, sheets, {number: _is_wide(page) for number, page in pages.items()})
    with Pdf.open(BytesIO(base)) as out:
        first = len(out.pages) - len(sheets)
        for place, sheet in enumerate(sheets, first):
            if sheet.number in pages:
                _lay(out, out.pages[place], pages[sheet.number])
        return _saved(out)


def try_out(page: Page) -> None:
    """Lay one page alone and write it; raises whatever the writer of PDF raises, of many kinds."""
    with Pdf.new() as out:
        _lay(out, out.add_blank_page(page_size=(SHORT * MILLIMETRE, LONG * MILLIMETRE)), page)
        out.save(BytesIO())


def _lay(out: Pdf, empty: Page, page: Page) -> None:
    """Put a page under the stamp, as large as the margins allow; names are no chance, as those of pikepdf are."""
    laid = out.copy_foreign(page.as_form_xobject())
    empty.add_resource(laid, Name.XObject, LEAF)
    empty.contents_add(
        empty.calc_form_xobject_placement(
            laid,
            LEAF,
            _inside(_is_wide(page)),
            invert_transformations=True,
            allow_shrink=True,
            allow_expand=True,
        ),
        prepend=True,
    )


def _upright(page: Page, sheet: Sheet) -> Page:
    """The page turned as asked; what a press would cut off is not cut off, for it shows on a screen."""
    for box in INNER_BOXES:
        if box in page.obj:
            del page.obj[box]
    page.rotate(sheet.rotation, relative=True)
    return page


def _is_wide(page: Page) -> bool:
    """Whether the page as it is seen is wider than high."""
    left, low, right, high = (float(one) for one in page.cropbox)
    across = int(page.obj.get(Name.Rotate, 0)) % 180 != 0
    return (abs(right - left) > abs(high - low)) is not across


def _inside(wide: bool) -> Rectangle:
    """The room for a page between the margins [points]."""
    width, height = (LONG, SHORT) if wide else (SHORT, LONG)
    return Rectangle(
        LEFT * MILLIMETRE, BOTTOM * MILLIMETRE, (width - RIGHT) * MILLIMETRE, (height - TOP) * MILLIMETRE
    )


def _base(front: Front, sheets: Sequence[Sheet], wide: dict[int, bool]) -> bytes:
    """The front and, for each sheet, an empty page with its stamp."""
    told = {
        "front": _breakable(FRONT.dump_python(front, mode="json")),
        "sheets": [
            {
                "stamp": sheet.stamp,
                "wide": wide.get(sheet.number, False),
                "missing": sheet.number not in wide,
            }
            for sheet in sheets
        ],
    }
    return typst.compile(
        TEMPLATE,
        font_paths=FONTS,
        ignore_system_fonts=True,
        sys_inputs={"told": json.dumps(told, ensure_ascii=False)},
    )


def _breakable(told: Any) -> Any:
    """The same with places to break inside words that no column can hold; digests are printed small and whole."""
    if isinstance(told, dict):
        return {key: _breakable(one) for key, one in told.items()}
    if isinstance(told, list | tuple):
        return [_breakable(one) for one in told]
    if not isinstance(told, str) or DIGEST.fullmatch(told):
        return told
    return LONG_WORD.sub("\\1\u200b", told)


def _saved(out: Pdf) -> bytes:
    """Written without the notes of the program: the day of making and its name."""
    held = BytesIO()
    for key in (Name.CreationDate, Name.ModDate, Name.Creator, Name.Producer):
        if key in out.docinfo:
            del out.docinfo[key]
    if Name.Metadata in out.Root:
        del out.Root.Metadata
    out.save(
        held,
        object_stream_mode=ObjectStreamMode.generate,
        deterministic_id=True,
        fix_metadata_version=False,
    )
    return held.getvalue()
