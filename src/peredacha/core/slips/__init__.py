"""Slips: everything that is printed around a parcel and a letter, on A4 and on labels, black and white.

Come in with frozen values, leave with one PDF (``gateways/slips.py``). The renderer (``pdf``) is not told here: the
server asks for it in a process of its own, so that it carries neither typst nor segno for it.
"""

from peredacha.core.slips.codes import read_code, short_code
from peredacha.core.slips.contents import MOST_COPIES, ContentsList, ListForm
from peredacha.core.slips.labels import Label, Labels, Size
from peredacha.core.slips.letters import QUESTIONS, AddressSheet, LetterText, Question, ReplyForm
from peredacha.core.slips.picking import BatchSheet, Box, Pick, PickSheet, Take, by_shelf
from peredacha.core.slips.shapes import (
    HEADINGS,
    LINES,
    PARTS,
    Want,
    form_of,
    lines_of,
    wants_among,
    with_lines,
)
from peredacha.core.slips.telling import Sheet
from peredacha.core.slips.values import LINE, NAME, SENDER, Code, Person, Row, TooLong, What

__all__ = [
    "HEADINGS",
    "LINE",
    "LINES",
    "MOST_COPIES",
    "NAME",
    "PARTS",
    "QUESTIONS",
    "SENDER",
    "AddressSheet",
    "BatchSheet",
    "Box",
    "Code",
    "ContentsList",
    "Label",
    "Labels",
    "LetterText",
    "ListForm",
    "Person",
    "Pick",
    "PickSheet",
    "Question",
    "ReplyForm",
    "Row",
    "Sheet",
    "Size",
    "Take",
    "TooLong",
    "Want",
    "What",
    "by_shelf",
    "form_of",
    "lines_of",
    "read_code",
    "short_code",
    "wants_among",
    "with_lines",
]
