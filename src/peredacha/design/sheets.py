"""A page that carries its own looks: one file, no address in it, readable without a network."""

import re
from functools import cache
from pathlib import Path

STYLES = Path(__file__).parent / "static" / "design" / "css"
ORDER = ("tokens", "base", "layout", "components", "plan", "print")
FONT_FACE = re.compile(r"@font-face\s*\{[^}]*\}")
BROUGHT = re.compile(r'<link rel="stylesheet" href="[^"]*/(talk|desk)\b[^"]*">\n?')
HEAD_END = "</head>"


@cache
def stylesheet(more: tuple[str, ...] = ()) -> str:
    """All styles in order and ``more`` by name, without fonts: a file in a pocket uses the fonts of the phone."""
    sheets = ((STYLES / f"{name}.css").read_text("utf-8") for name in (*ORDER, *more))
    return FONT_FACE.sub("", "\n".join(sheets))


def whole_page(html: str) -> str:
    """The page with its styles inside, also those that its elements brought; everything else must be in it already."""
    more = tuple(sorted(set(BROUGHT.findall(html))))
    return BROUGHT.sub("", html).replace(HEAD_END, f"<style>{stylesheet(more)}</style>{HEAD_END}", 1)
