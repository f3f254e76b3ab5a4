"""The case binder: photographed pages in an order, what they show, and what is taken along as one PDF.

Only the arrangement is here; the files are opened outside the server (``gateways/binding.py``).
"""

from peredacha.core.binder.bundles import Bundle, Part, Section, Sheet, biography, chosen, sheets, whole
from peredacha.core.binder.checks import Fault, faults
from peredacha.core.binder.front import Front, Table, exhibit_list, front, leaves_in_words
from peredacha.core.binder.order import in_order, joined, moved, placed, turned, without
from peredacha.core.binder.values import (
    Binder,
    Contradiction,
    Event,
    Exhibit,
    Page,
    Rotation,
    Statement,
    Unbindable,
    digest_of,
)
from peredacha.core.binder.words import RUSSIAN, Words

__all__ = [
    "RUSSIAN",
    "Binder",
    "Bundle",
    "Contradiction",
    "Event",
    "Exhibit",
    "Fault",
    "Front",
    "Page",
    "Part",
    "Rotation",
    "Section",
    "Sheet",
    "Statement",
    "Table",
    "Unbindable",
    "Words",
    "biography",
    "chosen",
    "digest_of",
    "exhibit_list",
    "faults",
    "front",
    "in_order",
    "joined",
    "leaves_in_words",
    "moved",
    "placed",
    "sheets",
    "turned",
    "whole",
    "without",
]
