"""Marks at the beginning of a line become blocks: ``>`` head, ``#`` title, ``##`` below it, ``=`` heading, ``1.`` list,
``+`` what lies beside, ``~`` signature, ``!`` small print. What came from a fact is never a mark."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

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
)
from peredacha.core.documents.template import BREAK, CLOSE, OPEN
from peredacha.core.documents.typography import set_well
from peredacha.core.language.russian import short_day

MARK = re.compile(r"(?P<mark>>|##|#|=|\d+[.)]|\+|~|!)[ \t]+(?P<rest>.*)")
SIGNS = str.maketrans("", "", OPEN + CLOSE)
AT_A_JOIN = (
    (re.compile(r"(?<!\.)\.\.(?!\.)"), "."),
    (re.compile(r"([?!])\."), r"\1"),
    (re.compile(r"[ \t]{2,}"), " "),
)
BEFORE_A_FACT = (
    (re.compile(rf"(?<!\w)([оО]) (?={OPEN}[аиоуэАИОУЭ])"), r"\1б "),
    (re.compile(rf"(?<!\w)([сС]) (?={OPEN}[сзшжСЗШЖ][бвгджзклмнпрстфхцчшщ])"), r"\1о "),
    (re.compile(rf"(?<!\w)([вВ]) (?={OPEN}[вфВФ][бвгджзклмнпрстфхцчшщ])"), r"\1о "),
)
"""«об Иванове», «со Степановым», «во Владимирский суд»: how a word before a fact sounds depends on the fact."""
LIST_END = " ;.,"


@dataclass(frozen=True, repr=False)
class Line:
    """A mark, ``""`` for plain words, and the words behind it."""

    mark: str
    words: str


def lines(text: str) -> Iterator[Line]:
    """The marked lines of a text; plain lines belong to the line above until an empty one."""
    held: Line | None = None
    for written in text.splitlines():
        found = MARK.fullmatch(written.strip())
        if held and (found or not written.strip()):
            yield held
            held = None
        if found:
            held = Line("1" if found["mark"][0].isdigit() else found["mark"], found["rest"])
        elif written.strip():
            held = Line(held.mark, f"{held.words} {written.strip()}") if held else Line("", written.strip())
    if held:
        yield held


def paper_of(text: str, day: date) -> Paper:
    """The paper that a filled text means."""
    blocks: list[Block] = []
    for line in lines(text):
        block = _block(line, day)
        last = blocks[-1] if blocks else None
        if isinstance(last, Addressee) and isinstance(block, Addressee):
            blocks[-1] = Addressee((*last.lines, *block.lines))
        elif isinstance(last, Numbered) and isinstance(block, Numbered):
            blocks[-1] = Numbered((*last.items, *block.items))
        elif isinstance(last, Attachments) and isinstance(block, Attachments):
            blocks[-1] = Attachments((*last.items, *block.items))
        elif isinstance(last, Title) and line.mark == "##":
            blocks[-1] = Title(last.text, clean(line.words))
        elif line.mark == "" and BREAK in line.words:
            blocks += [Paragraph(clean(part)) for part in line.words.split(BREAK)]
        else:
            blocks.append(block)
    return Paper(tuple(_closed(one) for one in blocks), day)


def clean(words: str) -> str:
    """Words without the signs of facts, with no doubled point where a fact ends in one, set as in a book."""
    for pattern, by in BEFORE_A_FACT:
        words = pattern.sub(by, words)
    text = words.translate(SIGNS).replace(BREAK, " ").strip()
    for pattern, by in AT_A_JOIN:
        text = pattern.sub(by, text)
    return set_well(text)


def _block(line: Line, day: date) -> Block:
    words = clean(line.words)
    match line.mark:
        case ">":
            return Addressee((words,))
        case "#":
            return Title(words)
        case "##" | "=":
            return Heading(words)
        case "1":
            return Numbered((words,))
        case "+":
            return Attachments((words,))
        case "!":
            return Note(words)
        case "~":
            role, _, name = words.rpartition("|")
            return Signature(short_day(day), role.strip(), name.strip())
        case _:
            return Paragraph(words)


def _closed(block: Block) -> Block:
    """A list whose items end as they should: «;» inside, «.» at the end."""
    if isinstance(block, Numbered):
        return Numbered(_ended(block.items))
    if isinstance(block, Attachments):
        return Attachments(_ended(block.items), "Приложения:" if len(block.items) > 1 else "Приложение:")
    return block


def _ended(items: tuple[str, ...]) -> tuple[str, ...]:
    sentences = any(item[:1].isupper() and item.rstrip().endswith((".", "!", "?")) for item in items)
    bare = [
        item.rstrip(LIST_END + "\u00a0") if not item.rstrip().endswith(("г.", "д.")) else item
        for item in items
    ]
    inner = "." if sentences else ";"
    return tuple(
        item if item.endswith(("!", "?")) else _point(item, "." if number == len(bare) else inner)
        for number, item in enumerate(bare, 1)
    )


def _point(item: str, sign: str) -> str:
    return item if sign == "." and item.endswith(".") else item + sign
