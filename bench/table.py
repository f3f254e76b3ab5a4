"""One readable table in plain text."""

from collections.abc import Sequence
from dataclasses import dataclass

GAP = "  "


@dataclass(frozen=True)
class Line:
    """What was measured, our figure, what stands beside it (a peer or an aim), ours through it, the verdict."""

    what: str
    ours: str
    beside: str = ""
    ratio: str = ""
    verdict: str = ""


@dataclass(frozen=True)
class Part:
    """Lines under one heading, with remarks below them."""

    heading: str
    lines: tuple[Line, ...]
    remarks: tuple[str, ...] = ()


HEAD = Line("", "ours", "beside it", "ratio")


def drawn(parts: Sequence[Part]) -> str:
    """The parts one under another, their columns in line."""
    every = [cells(line) for part in parts for line in part.lines] + [cells(HEAD)]
    widths = [max(len(row[column]) for row in every) for column in range(len(every[0]))]
    said = [fitted(cells(HEAD), widths)]
    for part in parts:
        said += ["", part.heading, *(fitted(cells(line), widths) for line in part.lines)]
        said += [f"  {remark}" for remark in part.remarks]
    return "\n".join(said)


def cells(line: Line) -> tuple[str, ...]:
    """The columns of a line."""
    return (f"  {line.what}", line.ours, line.beside, line.ratio, line.verdict)


def fitted(row: tuple[str, ...], widths: Sequence[int]) -> str:
    """A row with its figures to the right."""
    what, ours, beside, ratio, verdict = row
    placed = [what.ljust(widths[0]), ours.rjust(widths[1]), beside.ljust(widths[2]), ratio.rjust(widths[3])]
    return GAP.join([*placed, verdict]).rstrip()


def number(value: float) -> str:
    """Three digits that matter: ``1,234``, ``12.3``, ``0.012``."""
    if value != value:
        return "–"
    if abs(value) >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if abs(value) >= 10 else f"{value:.3g}"


def times(ours: float, beside: float) -> str:
    """The ratio of two figures."""
    return f"{number(ours / beside)}×" if beside else "–"


def met(value: float, aim: float) -> str:
    """Whether a figure is at or below its aim."""
    return "met" if value <= aim else "not met"
