"""Codes of shops: EAN-8 and EAN-13 with their check figure; twelve figures are read as thirteen."""

import re

from django.utils.translation import gettext_lazy as _

SHORT, AMERICAN, LONG = 8, 12, 13
WRONG_CODE = _("One figure of this code is wrong: scan it once more, or write what it is.")


def figures(text: str) -> str:
    """The figures of a typed or scanned code without spaces and dashes; empty where anything else stands there."""
    bare = re.sub(r"[\s-]", "", text)
    return bare if re.fullmatch(r"[0-9]+", bare) else ""


def looks_like_code(text: str) -> bool:
    """Whether somebody typed or scanned a code, right or wrong, and not a word."""
    return len(figures(text)) >= SHORT - 1


def code_of(text: str) -> str:
    """The code as it is kept; empty where its length or its check figure is wrong.

    >>> code_of("4 006381 333931"), code_of("96385074"), code_of("036000291452"), code_of("4006381333932")
    ('4006381333931', '96385074', '0036000291452', '')
    """
    code = figures(text)
    if len(code) == AMERICAN:
        code = "0" + code
    if len(code) not in (SHORT, LONG):
        return ""
    weighed = sum(int(figure) * (3 if place % 2 else 1) for place, figure in enumerate(reversed(code)))
    return "" if weighed % 10 else code
