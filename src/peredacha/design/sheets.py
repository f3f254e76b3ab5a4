"""A page that carries its own looks: one file, no address in it, readable without a network."""

import re
from functools import cache
from pathlib import Path

STYLES = Path(__file__).parent / "static" / "design" / "css"
ORDER = ("tokens", "base", "layout", "components", "plan", "print")
FONT_FACE = re.compile(r"@font-face\s*\{[^}]*\}")
HEAD_END = "</head>"


@cache
def stylesheet() -> str:
    """All styles in order, without fonts: a file in a pocket uses the fonts of the phone."""
    return FONT_FACE.sub("", "\n".join((STYLES / f"{name}.css").read_text("utf-8") for name in ORDER))


def whole_page(html: str) -> str:
    """The page with its styles inside; everything else must be in it already."""
    return html.replace(HEAD_END, f"<style>{stylesheet()}</style>{HEAD_END}", 1)
