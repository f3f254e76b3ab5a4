"""A template looked at before anybody fills it: names, filters, cases, lists, signature, strange letters."""

import re
from collections.abc import Iterator, Mapping
from typing import TypeAlias

from peredacha.core.documents.card import Need
from peredacha.core.documents.filters import CASES, COUNTED, FILTERS, FITTING, MUST
from peredacha.core.documents.governing import cases_after
from peredacha.core.documents.template import BrokenTemplate, Use, uses
from peredacha.core.documents.tidying import UNFINISHED

Fault: TypeAlias = tuple[int, str]
"""The line of a template, and what is wrong there and what to do."""

MIXED = re.compile(r"\w*(?:[A-Za-z][А-Яа-яЁё]|[А-Яа-яЁё][A-Za-z])\w*")
FACT, TAG = re.compile(r"\{\{.*?\}\}"), re.compile(r"\{[%#].*?[%#]\}")
PLAIN = re.compile(r"(?![>#=+~!]|\d+[.)]|\{)")
ENDED = (".", "!", "?", ":", "…", "»", ")")
ALONE = re.compile(r"\s*")


def faults(template: str, needs: Mapping[str, Need]) -> tuple[Fault, ...]:
    """Everything wrong with a template by its card, in the order of its lines."""
    found = [*_letters(template), *_shape(template)]
    try:
        used = uses(template)
    except BrokenTemplate as broken:
        return tuple(sorted([*found, (broken.line, broken.says)]))
    for use in used:
        found += _use(use, needs)
    named = {use.name for use in used}
    found += [
        (1, f"`{name}` is asked in the card and never used: use it or take it away")
        for name in needs
        if name not in named
    ]
    return tuple(sorted(set(found)))


def _use(use: Use, needs: Mapping[str, Need]) -> Iterator[Fault]:
    need = needs.get(use.name)
    if need is None:
        yield use.line, f"`{use.name}` is not asked in the card: add it to `needs` or correct its name"
        return
    keys = {one.key for one in need.options}
    for word in use.against:
        if word not in keys:
            yield use.line, f"`{use.name}` has no answer `{word}`: see its `options`"
    if use.looped != (need.kind == "list") and (use.printed or use.looped):
        yield use.line, f"`{use.name}` is of the kind `{need.kind}`: only a `list` is written with `for`"
    if not use.printed or use.looped:
        if need.may_be_missing and use.looped and use.name not in use.guards:
            yield use.line, f"`{use.name}` may be missing: put it behind {{% if {use.name} %}}"
        return
    if need.may_be_missing and use.name not in use.guards:
        yield use.line, f"`{use.name}` may be missing: put it behind {{% if {use.name} %}}"
    yield from _filters(use, need)
    yield from _case(use, need)
    if need.kind == "text" and (use.before.strip("\n") or use.after.strip()):
        yield use.line, f"`{use.name}` is whole paragraphs: it stands alone on its line"


def _filters(use: Use, need: Need) -> Iterator[Fault]:
    for name, words in use.filters:
        if name not in FILTERS:
            yield use.line, f"there is no filter `{name}`: use one of {', '.join(sorted(FILTERS))}"
        elif name not in FITTING[need.kind]:
            yield use.line, f"`{name}` does not fit `{use.name}`, which is of the kind `{need.kind}`"
        elif name == "by_gender" and len(words) != len(("man", "woman")):
            yield use.line, "`by_gender` takes two words: for a man and for a woman"
        elif name == "count" and (not words or words[0] not in COUNTED):
            yield use.line, f"`count` knows these words: {', '.join(COUNTED)}"
        elif name in ("short", "money", "day_in_words") and words and words[0] not in CASES:
            yield use.line, f"`{name}` takes a case: one of {', '.join(sorted(CASES))}"
    if need.kind in MUST and not {name for name, _ in use.filters} - {"capital"}:
        fits = ", ".join(sorted(FITTING[need.kind] - {"capital"}))
        yield use.line, f"`{use.name}` needs a filter: {fits}"
    if need.kind in ("choice", "yes_no"):
        yield use.line, f"`{use.name}` is an answer and no text: ask for it with {{% if … %}}"


def _case(use: Use, need: Need) -> Iterator[Fault]:
    """The case that the word before asks for, against the one that stands there."""
    ruled = cases_after(use.before)
    if ruled is None or need.kind not in ("person", "title"):
        return
    stands = next((name for name, _ in use.filters if name in CASES), "")
    words = next((words for name, words in use.filters if name == "short"), None)
    if words is not None:
        stands = str(words[0]) if words else "nominative"
    if stands and stands not in ruled[1]:
        asks = " or ".join(sorted(ruled[1]))
        yield (
            use.line,
            f"«{ruled[0]}» asks for the {asks} and `{use.name}` stands in the {stands}: correct the filter",
        )


def _letters(template: str) -> Iterator[Fault]:
    for number, line in enumerate(template.splitlines(), 1):
        fixed = FACT.sub("\u2060", TAG.sub("\u2060", line))
        mixed = MIXED.search(fixed)
        if mixed:
            yield number, f"«{mixed[0]}» mixes Russian and Latin letters: type the word again"
        gap = UNFINISHED.search(fixed)
        if gap and gap.lastgroup == "either":
            yield (
                number,
                "«и/или» leaves the choice to the reader: write which one, with {% if … %} where it depends",
            )
        elif gap and gap.lastgroup in ("brackets", "gap"):
            yield number, f"«{gap[0]}» is a gap of a form: put a fact there or take it away"
        if "{#" in line and "#}" not in line:
            yield number, "a remark ends in its line: close it with #}"
        if '"' in fixed:
            yield number, "quotes in Russian are «ёлочки»: write them"


def _shape(template: str) -> Iterator[Fault]:
    """Title, signature, sentences that end, lists that follow where they are promised."""
    lines = [(number, line.strip()) for number, line in enumerate(template.splitlines(), 1)]
    for mark, says in (
        ("# ", "a title: a line that begins with `# `"),
        ("~ ", "a signature: a line that begins with `~ `"),
    ):
        if not any(line.startswith(mark) for _, line in lines):
            yield max(1, len(lines)), f"the paper has no {says}"
    for number, line in lines:
        if line.startswith("~ ") and "|" not in line:
            yield number, "a signature is written `~ who signs | name`"
    written = [(number, FACT.sub("·", TAG.sub("", line))) for number, line in lines if not _tag(line)]
    for at, (number, line) in enumerate(written):
        rest = [one for _, one in written[at + 1 :]]
        ends = not rest or not rest[0]
        before_heading = next(filter(None, rest), "").startswith("= ")
        if line.strip("·") and PLAIN.match(line) and ends and not line.endswith(ENDED) and not before_heading:
            yield number, "the paragraph does not end: put a point"
    spoken = [(number, line) for number, line in written if line]
    for (number, line), (_, after) in zip(spoken, [*spoken[1:], (0, "")], strict=True):
        if PLAIN.match(line) and line.endswith(":") and not re.match(r"\d+[.)]|·|«", after):
            yield number, "a list is promised by «:» and does not follow: add it with `1. `"


def _tag(line: str) -> bool:
    return bool(re.fullmatch(r"\{[%#].*[%#]\}", line))
