"""Templates: plain text with facts in it, run in a sandbox that knows our filters, ``if`` and ``for`` alone."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from jinja2 import StrictUndefined, Template, TemplateError, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from peredacha.core.documents.filters import FILTERS
from peredacha.core.documents.values import Paragraphs, Value

OPEN, CLOSE, BREAK = "\ue000", "\ue001", "\ue002"
"""Signs around what came from a fact, and between its paragraphs; no fact can hold them."""
TAG_LINE = re.compile(r"^[ \t]*(\{%[^\n]*?%\}|\{#[^\n]*?#\})[ \t]*(?:\n|\Z)", re.MULTILINE)
ALLOWED = (
    *(nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Filter, nodes.Const, nodes.If),
    *(nodes.For, nodes.Not, nodes.And, nodes.Or, nodes.Compare, nodes.Operand, nodes.Keyword),
)


class BrokenTemplate(Exception):
    """A template that cannot be used; ``line`` and ``says`` tell a lawyer where and why. It holds no fact."""

    def __init__(self, line: int, says: str) -> None:
        self.line, self.says = line, says
        super().__init__(f"{line}: {says}")


@dataclass(frozen=True)
class Use:
    """A fact used in a template: on which line, through which filters with their words, behind which ``if``.

    ``before`` and ``after`` are the fixed words around it in its line; ``printed`` is false inside a condition, and
    ``against`` are the words with which a condition compares it.
    """

    line: int
    name: str
    filters: tuple[tuple[str, tuple[Any, ...]], ...] = ()
    guards: frozenset[str] = frozenset()
    before: str = ""
    after: str = ""
    printed: bool = True
    looped: bool = False
    against: tuple[Any, ...] = field(default=())


def environment() -> ImmutableSandboxedEnvironment:
    """The sandbox: our filters, no global name, no test, nothing undefined."""
    made = ImmutableSandboxedEnvironment(undefined=StrictUndefined, finalize=_printed, autoescape=False)
    made.globals.clear()
    made.filters.clear()
    made.tests.clear()
    made.filters.update(FILTERS)
    return made


def parsed(text: str) -> nodes.Template:
    """The template as a tree. Raises BrokenTemplate for what is no template, and for everything not allowed in one."""
    try:
        tree = READER.parse(text)
    except TemplateError as error:
        raise BrokenTemplate(
            getattr(error, "lineno", None) or 1, f"{error.message}: correct the braces"
        ) from None
    for node in _below(tree):
        if not isinstance(node, ALLOWED):
            says = f"`{type(node).__name__.lower()}` is not allowed in a template: use facts, filters, `if` and `for`"
            raise BrokenTemplate(getattr(node, "lineno", 1) or 1, says)
        if isinstance(node, nodes.For) and not _plain_loop(node):
            raise BrokenTemplate(node.lineno, "write a loop as {% for item in name %} … {% endfor %}")
    return tree


def rendered(text: str, values: Mapping[str, Value]) -> str:
    """The text with its facts between OPEN and CLOSE. Raises BrokenTemplate, which holds no fact."""
    try:
        return compiled(text).render(values)
    except TemplateError:
        raise BrokenTemplate(1, "a fact is used that the card does not name") from None
    except (TypeError, ValueError, KeyError):
        raise BrokenTemplate(1, "a filter does not fit its fact") from None


@lru_cache(256)
def compiled(text: str) -> Template:
    """The template made ready; lines that hold a tag alone leave no line."""
    parsed(text)
    return READER.from_string(TAG_LINE.sub(r"\1", text))


@lru_cache(256)
def uses(text: str) -> tuple[Use, ...]:
    """Every use of a fact, in the order of the text. Raises BrokenTemplate."""
    return tuple(_uses(parsed(text), frozenset(), {}))


def _uses(node: nodes.Node, guards: frozenset[str], loops: Mapping[str, str]) -> Iterator[Use]:
    if isinstance(node, nodes.If):
        yield from _condition(node.test, guards)
        known = guards | _certain(node.test)
        for one in node.body:
            yield from _uses(one, known, loops)
        for one in (*node.elif_, *node.else_):
            yield from _uses(one, guards | _certain(nodes.Not(node.test)), loops)
    elif isinstance(node, nodes.For):
        name = str(getattr(node.iter, "name", ""))
        yield Use(node.lineno, name, guards=guards, looped=True)
        for one in node.body:
            yield from _uses(one, guards, {**loops, str(getattr(node.target, "name", "")): name})
    elif isinstance(node, nodes.Output):
        yield from _outputs(node, guards, loops)
    else:
        for one in node.iter_child_nodes():
            yield from _uses(one, guards, loops)


def _outputs(output: nodes.Output, guards: frozenset[str], loops: Mapping[str, str]) -> Iterator[Use]:
    pieces = list(output.nodes)
    words = [piece.data if isinstance(piece, nodes.TemplateData) else "" for piece in pieces]
    for at, piece in enumerate(pieces):
        if isinstance(piece, nodes.TemplateData):
            continue
        name, filters = _chain(piece)
        before = (
            "" if at == 0 else words[at - 1].rpartition("\n")[2] or ("\n" if "\n" in words[at - 1] else "")
        )
        after = "" if at + 1 == len(pieces) else words[at + 1].partition("\n")[0]
        if name not in loops:
            yield Use(piece.lineno, name, filters, guards, before, after)


def _chain(piece: nodes.Expr) -> tuple[str, tuple[tuple[str, tuple[Any, ...]], ...]]:
    """The name and its filters, first to last. Raises BrokenTemplate where it is no such chain."""
    filters: list[tuple[str, tuple[Any, ...]]] = []
    inner: Any = piece
    while isinstance(inner, nodes.Filter):
        words = tuple(getattr(one, "value", None) for one in inner.args)
        filters.append((inner.name, words))
        inner = inner.node
    if not isinstance(inner, nodes.Name):
        raise BrokenTemplate(piece.lineno, "between {{ and }} stands one fact with its filters")
    return inner.name, tuple(reversed(filters))


def _condition(test: nodes.Node, guards: frozenset[str]) -> Iterator[Use]:
    if isinstance(test, nodes.Compare) and isinstance(test.expr, nodes.Name):
        against = tuple(getattr(one.expr, "value", None) for one in test.ops)
        yield Use(test.lineno, test.expr.name, guards=guards, printed=False, against=against)
    elif isinstance(test, nodes.Name):
        yield Use(test.lineno, test.name, guards=guards, printed=False)
    elif isinstance(test, nodes.And | nodes.Or | nodes.Not):
        for one in test.iter_child_nodes():
            yield from _condition(one, guards)
    else:
        raise BrokenTemplate(
            getattr(test, "lineno", 1), "a condition is a fact, `not`, `and`, `or`, `==` or `!=`"
        )


def _certain(test: nodes.Node) -> frozenset[str]:
    """The facts that are surely there where ``test`` holds."""
    if isinstance(test, nodes.Name):
        return frozenset({test.name})
    if isinstance(test, nodes.And):
        return _certain(test.left) | _certain(test.right)
    if isinstance(test, nodes.Not) and isinstance(test.node, nodes.Not):
        return _certain(test.node.node)
    return frozenset()


def _plain_loop(loop: nodes.For) -> bool:
    names = isinstance(loop.iter, nodes.Name) and isinstance(loop.target, nodes.Name)
    return names and not (loop.else_ or loop.test or loop.recursive)


def _below(node: nodes.Node) -> Iterator[nodes.Node]:
    yield node
    for one in node.iter_child_nodes():
        yield from _below(one)


def _printed(value: Any) -> str:
    """What stands in the text for a value."""
    if isinstance(value, Paragraphs):
        return f"{OPEN}{BREAK.join(value.lines)}{CLOSE}"
    if isinstance(value, str) or (isinstance(value, int) and not isinstance(value, bool)):
        return f"{OPEN}{value}{CLOSE}"
    raise TypeError("this fact stands in no text without a filter")


READER = environment()
