"""A page of a court or a copied text as lines of cells, the same from both: HTML, broken HTML, text with tabs."""

import re
from html.parser import HTMLParser
from typing import TypeAlias

Line: TypeAlias = tuple[str, ...]
"""The cells of one line; a line outside a table has one cell. No line is wholly empty."""

IS_PAGE = re.compile(
    r"<\s{0,3}(?:!doctype|html|head|body|table|tbody|tr|td|th|div|ul|dl|p|br|span)\b", re.IGNORECASE
)
TAG = re.compile(r"<(/?[a-zA-Z][a-zA-Z0-9]{0,20})(?![a-zA-Z0-9])[^<>]*>")
FOR_PHONES = re.compile(r"<div(?=\s)[^<>]*?\b(?:block-mobile|only-mobile|visible-xs)\b[^<>]*>", re.IGNORECASE)
LONELY = re.compile(r"<(?!/?[a-zA-Z][a-zA-Z0-9]{0,20}>)")
DECLARATION = re.compile(r"<[!?][^<>]*>")
ENDLESS_NUMBER = re.compile(r"&(?=#x?[0-9a-fA-F]{8})")
UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff\x00-\x08\x0e-\x1b\x7f]")
SILENT = ("script", "style", "select", "noscript", "template", "svg", "textarea", "title")
SILENT_TAG = re.compile(rf"</?(?:{'|'.join(SILENT)}|xmp|iframe|noembed|noframes|plaintext)>", re.IGNORECASE)
PHONE = "dir"
BLOCKS = frozenset(
    (
        *(
            "p",
            "div",
            "li",
            "ul",
            "ol",
            "dl",
            "dt",
            "dd",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "section",
            "br",
        ),
        *("article", "header", "footer", "nav", "aside", "main", "form", "fieldset", "legend", "hr", "pre"),
        *("tbody", "thead", "tfoot", "caption", "blockquote", "figure", "figcaption", "address", "label"),
        *("head", "body", "option", PHONE),
    )
)
COLUMN_GAP = re.compile(r" {3,}")


def is_page(text: str) -> bool:
    """Whether the text is HTML."""
    return bool(IS_PAGE.search(text))


def lines_of(text: str) -> tuple[Line, ...]:
    """The lines of a page or of a copied text that hold something."""
    if not is_page(text):
        return tuple(line for one in text.splitlines() if (line := _cells_of(one)))
    page = _tame(text)
    reader = _read(page)
    return (_read(page.replace(f"<{PHONE}>", "<div>")) if reader.hidden else reader).lines()


def title_of(text: str) -> str:
    """What the browser shows over the page; empty for a copied text."""
    found = re.search(r"<title[^<>]{0,200}>([^<]{1,300})", text, re.IGNORECASE)
    return tidy(found[1]) if found else ""


def tidy(words: str) -> str:
    """Words in one line with single spaces and without signs that nobody sees."""
    return " ".join(UNSEEN.sub("", words).split())


def _cells_of(line: str) -> Line:
    """The cells of one line of copied text: parted by tabs, without a tab by a wide gap."""
    parts = line.split("\t") if "\t" in line else COLUMN_GAP.split(line.replace("\u00a0", " ").strip())
    cells = tuple(tidy(part) for part in parts)
    return cells if any(cells) else ()


def _tame(page: str) -> str:
    """The page with bare tags alone: no comment, no script, no attribute, nothing that a reader of pages chokes on."""
    page = _without(page, "<!--", "-->")
    for tag in SILENT:
        page = _without(page, f"<{tag}", f"</{tag}")
    page = TAG.sub(r"<\1>", FOR_PHONES.sub(f"<{PHONE}>", DECLARATION.sub("", page)))
    return ENDLESS_NUMBER.sub("&amp;", LONELY.sub("&lt;", SILENT_TAG.sub("", page)))


def _without(page: str, opens: str, closes: str) -> str:
    """The page without every stretch from ``opens`` to ``closes``; one that never closes stays."""
    small = page.lower()
    if len(small) != len(page):
        small = page
    kept: list[str] = []
    begin = 0
    while (at := small.find(opens, begin)) >= 0 and (end := small.find(closes, at + len(opens))) >= 0:
        kept.append(page[begin:at])
        begin = end + len(closes) if closes.endswith(">") else small.find(">", end) + 1 or len(page)
    return "".join((*kept, page[begin:]))


def _read(page: str) -> "_PageReader":
    reader = _PageReader()
    reader.feed(page)
    reader.close()
    return reader


class _PageReader(HTMLParser):
    """Collects lines: a row of the innermost table is a line of cells, any other block a line of one cell.

    ``hidden`` counts the open blocks of a part that repeats the page for small screens.
    """

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.hidden = 0
        self._lines: list[Line] = []
        self._words: list[str] = []
        self._row: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self.hidden:
            self.hidden += tag in ("div", PHONE)
        elif tag == PHONE:
            self.hidden = 1
            self._words.append("\n")
        elif tag == "table":
            self._end_row(of_layout=True)
        elif tag == "tr":
            self._end_row()
        elif tag in ("td", "th"):
            self._end_cell(said=False)
        elif tag in BLOCKS:
            self._words.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if self.hidden:
            self.hidden -= tag == "div"
        elif tag in ("td", "th"):
            self._end_cell(said=True)
        elif tag in ("tr", "table"):
            self._end_row()
        elif tag in BLOCKS:
            self._words.append("\n")

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self._words.append(data.replace("\n", " "))

    def lines(self) -> tuple[Line, ...]:
        """Every line of the page; what stood open at its end too."""
        self._end_row()
        return tuple(self._lines)

    def _end_cell(self, *, said: bool) -> None:
        """A cell is over; one that never began (``said`` is false) counts only if it holds words."""
        words = "".join(self._words)
        self._words.clear()
        if said or words.strip():
            self._row.append(words)

    def _end_row(self, *, of_layout: bool = False) -> None:
        """A row of several cells is one line; a lonely cell, or one around a table, as many lines as it has blocks."""
        self._end_cell(said=False)
        if len(self._row) > 1 and not of_layout:
            cells = tuple(tidy(cell) for cell in self._row)
            self._lines += [cells] if any(cells) else []
        else:
            parts = (tidy(part) for cell in self._row for part in cell.split("\n"))
            self._lines += [(part,) for part in parts if part]
        self._row.clear()
