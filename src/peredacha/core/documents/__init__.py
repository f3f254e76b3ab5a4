"""Facts and a text of the land become a paper that says the same as PDF, as DOCX and as a page.

The renderers (``pdf``, ``word``) are not told here: the server asks for them in a process of its own
(``gateways/printing.py``), so that it carries neither typst nor python-docx.
"""

from peredacha.core.documents.blocks import (
    Addressee,
    Attachments,
    Block,
    Heading,
    Note,
    Numbered,
    Paper,
    Paragraph,
    Signature,
    Title,
    plain,
)
from peredacha.core.documents.card import Card, CitedNorm, Edition, Filing, Need, Norm, Option
from peredacha.core.documents.changes import Piece, changes
from peredacha.core.documents.cover import cover_note
from peredacha.core.documents.filling import Recipe, fill, recipe
from peredacha.core.documents.flaws import FlawedPaper, flaws
from peredacha.core.documents.page import html
from peredacha.core.documents.template import BrokenTemplate
from peredacha.core.documents.values import Asked

__all__ = [
    "Addressee",
    "Asked",
    "Attachments",
    "Block",
    "BrokenTemplate",
    "Card",
    "CitedNorm",
    "Edition",
    "Filing",
    "FlawedPaper",
    "Heading",
    "Need",
    "Norm",
    "Note",
    "Numbered",
    "Option",
    "Paper",
    "Paragraph",
    "Piece",
    "Recipe",
    "Signature",
    "Title",
    "changes",
    "cover_note",
    "fill",
    "flaws",
    "html",
    "plain",
    "recipe",
]
