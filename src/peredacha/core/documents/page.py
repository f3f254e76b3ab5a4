"""A paper as accessible HTML: headings, lists and a signature that a screen reader tells apart; every word escaped."""

from collections.abc import Iterator
from html import escape

from peredacha.core.documents.blocks import Block, Paper


def html(paper: Paper) -> str:
    """The paper as one ``<article>``: no style, no script, no address; made to stand inside a page of the house."""
    inside = "\n".join(line for block in paper.blocks for line in _tags(block))
    return f'<article class="paper" lang="{escape(paper.language)}">\n{inside}\n</article>'


def _tags(block: Block) -> Iterator[str]:
    match block.kind:
        case "addressee":
            yield from ('<header class="paper-to">', *(_tag("p", line) for line in block.lines), "</header>")
        case "title":
            yield _tag("h2", block.text, "paper-title")
            if block.under:
                yield _tag("p", block.under, "paper-under")
        case "heading":
            yield _tag("h3", block.text)
        case "paragraph":
            yield _tag("p", block.text)
        case "numbered":
            yield from _list(block.items)
        case "attachments":
            yield _tag("h3", block.word, "paper-beside")
            yield from _list(block.items)
        case "signature":
            yield '<footer class="paper-sign">'
            yield from (_tag("p", line) for line in (block.day, block.role, block.name) if line)
            yield "</footer>"
        case "note":
            yield f"<p><small>{escape(block.text)}</small></p>"


def _list(items: tuple[str, ...]) -> Iterator[str]:
    yield from ("<ol>", *(_tag("li", item) for item in items), "</ol>")


def _tag(name: str, words: str, kind: str = "") -> str:
    mark = f' class="{kind}"' if kind else ""
    return f"<{name}{mark}>{escape(words)}</{name}>"
