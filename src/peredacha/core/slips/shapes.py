"""The shape of list that a window wants, out of what people met there: how many copies, what on top, which lines."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType
from typing import Protocol

from peredacha.core.language import Phrase, phrase
from peredacha.core.slips.contents import COLUMNS, SIGNATURES, ListForm

WANTED, UNWANTED = "wanted", "unwanted"
"""What people may have met with one part of the shape."""
HEADINGS: Mapping[str, Phrase] = MappingProxyType(
    {
        "list": phrase("A list of contents"),
        "request": phrase("A request to take the things, with the list"),
    }
)
LINES: Mapping[str, Phrase] = MappingProxyType(
    {
        "weights": phrase("The weight of each thing"),
        "sender": phrase("A line on which the sender signs"),
        "officer": phrase("A line on which the officer signs who takes the things"),
        "prisoner": phrase("A line on which the person inside signs"),
        "passport": phrase("An empty line for the passport of the sender, to fill by hand"),
    }
)
"""What may stand on a list beside its things."""
COPIES = (
    phrase("The list in one copy"),
    phrase("The list in two copies"),
    phrase("The list in three copies"),
    phrase("The list in four copies"),
)
PARTS: Mapping[str, Phrase] = MappingProxyType(
    {
        **{f"copies-{number}": said for number, said in enumerate(COPIES, 1)},
        "heading-list": phrase("On top of it stands: list of contents"),
        "heading-request": phrase("On top of it stands: a request to take the things"),
        **{f"line-{key}": said for key, said in LINES.items()},
    }
)
"""The parts of a shape by the keys under which they are counted; of copies and headings only one can stand."""


class Met(Protocol):
    """So many people met on one day that a part of the shape is wanted, or is not."""

    thing: str
    verdict: str
    on: date
    count: int


@dataclass(frozen=True)
class Want:
    """One part of the shape as it stands: wanted or not, the last day on which it was met so, and how many told it."""

    key: str
    wanted: bool
    day: date
    people: int


def wants_among(met: Iterable[Met]) -> tuple[Want, ...]:
    """What a window wants, in the order of :data:`PARTS`: the newest day counts, then who are more.

    A number of copies or a heading that gave way to a newer one is left out.
    """
    by_key: dict[str, list[Met]] = defaultdict(list)
    for one in met:
        by_key[one.thing].append(one)
    found = {key: _want(key, by_key[key]) for key in PARTS if key in by_key}
    for group in ("copies-", "heading-"):
        rivals = [one for key, one in found.items() if key.startswith(group) and one.wanted]
        for loser in sorted(rivals, key=lambda one: (one.day, one.people))[:-1]:
            del found[loser.key]
    return tuple(found.values())


def _want(key: str, met: list[Met]) -> Want:
    sides = [[one for one in met if one.verdict == verdict] for verdict in (UNWANTED, WANTED)]
    told = [(max(one.on for one in side), sum(one.count for one in side)) for side in sides if side]
    wanted = bool(sides[1]) and told[-1] == max(told)
    day, people = told[-1] if wanted else told[0]
    return Want(key, wanted, day, people)


def form_of(wants: Iterable[Want]) -> ListForm:
    """The form of list that follows; what nobody told of stays as lists usually are."""
    form = ListForm()
    lines = set(lines_of(form))
    for one in wants:
        group, _dash, key = one.key.partition("-")
        if group == "line":
            lines = lines | {key} if one.wanted else lines - {key}
        elif one.wanted:
            changed = {"copies": int(key)} if group == "copies" else {"heading": key}
            form = replace(form, **changed)
    return with_lines(form, lines)


def lines_of(form: ListForm) -> tuple[str, ...]:
    """Which of :data:`LINES` stand on such a list."""
    there = {*form.signatures, *(["weights"] * ("weight" in form.columns)), *(["passport"] * form.passport)}
    return tuple(key for key in LINES if key in there)


def with_lines(form: ListForm, lines: Collection[str]) -> ListForm:
    """The same form with these of :data:`LINES` and no others."""
    return replace(
        form,
        columns=tuple(one for one in COLUMNS if one != "weight" or "weights" in lines),
        signatures=tuple(one for one in SIGNATURES if one in lines),
        passport="passport" in lines,
    )
