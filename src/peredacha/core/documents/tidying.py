"""What a person typed, made fit to stand inside a sentence; and the signs of a form that nobody finished."""

import re
import unicodedata

SPACES = re.compile(r"[^\S\n]+")
LEFT_OUT = {"Cc", "Cf", "Cs", "Co", "Cn", "So", "Sk"}
STEPS = (
    (re.compile(r"\s+"), " "),
    (re.compile(r"(?<=[(\[«]) "), ""),
    (re.compile(r" (?=[,.;:!?)\]»])"), ""),
    (re.compile(r"[,;:](?=[,.;:!?)\]»])"), ""),
    (re.compile(r"(?<!\.)\.{2}(?!\.)"), "."),
    (re.compile(r"^[\s,.;:!?)\]»]+"), ""),
)
UNFINISHED = re.compile(
    r"(?P<either>и\s*/\s*или)|(?P<brackets>\(\s*\)|\[\s*\]|«\s*»)|(?P<gap>_{2,}|\.{4,}|…{2,})"
    r"|(?P<mark>\{\{|\}\}|\{%|%\}|\{#|#\})",
    re.IGNORECASE,
)
FOREIGN = re.compile(r"[^\W\d_]")
LETTERS = ("CYRILLIC", "LATIN", "GREEK", "MODIFIER", "MICRO", "MASCULINE", "FEMININE")


def tidy(written: str) -> str:
    """One line without pictures, doubled spaces and commas that hold nothing; empty where no letter or digit is left.

    >>> tidy("  ул. Ленина ,, д. 5 , ")
    'ул. Ленина, д. 5'
    """
    kept = "".join(one for one in unicodedata.normalize("NFC", written) if _stays(one))
    before = None
    while before != kept:
        before = kept
        for pattern, by in STEPS:
            kept = pattern.sub(by, kept)
        kept = kept.strip().rstrip(",;:([«")
    return kept if any(sign.isalnum() for sign in kept) else ""


def tidy_paragraphs(written: str) -> tuple[str, ...]:
    """The paragraphs of a longer text, each with a point at its end."""
    found = (tidy(line) for line in written.replace("\r", "\n").split("\n"))
    return tuple(
        line if line[-1] in ".!?…" or line.endswith((".»", "?»")) else line + "." for line in found if line
    )


def unfinished(written: str) -> str:
    """The sign of an unfinished form in a text: «и/или», empty brackets, a gap, a mark; empty where there is none."""
    found = UNFINISHED.search(written)
    return found[0] if found else ""


def foreign(written: str) -> str:
    """The first letter that neither Russian nor Latin writing has; empty where there is none."""
    return next(
        (one for one in FOREIGN.findall(written) if not unicodedata.name(one, "").startswith(LETTERS)), ""
    )


def _stays(sign: str) -> bool:
    return sign in "\t\n\r№°" or unicodedata.category(sign) not in LEFT_OUT
