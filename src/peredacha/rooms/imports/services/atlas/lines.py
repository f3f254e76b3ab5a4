"""The lines of an atlas file: read, checked and written; one sentence for each wrong line."""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, TypeAlias

from django.core.exceptions import ValidationError
from django.db.models import Model
from django.utils.translation import gettext as _
from pydantic import TypeAdapter
from pydantic import ValidationError as WrongShape

from peredacha.rooms.facilities.models import Facility, Fact, FactNature, Outcome, PhoneLine, Window
from peredacha.rooms.facilities.services import CardDraft, FactDraft, OutcomeDraft, Strict, check_outcome
from peredacha.rooms.imports.services.atlas.joining import Entry, Key
from peredacha.rooms.imports.services.cells import NAME_OF_A_PERSON

HEAD = {"atlas": 1}
"""The first line of every file: what it is, and in which edition."""


@dataclass(frozen=True)
class CardLine(Strict):
    """A card as its chapter wrote it on a day."""

    chapter: str
    on: date
    fictional: bool
    card: CardDraft

    def key(self) -> Key:
        """What names it."""
        return ("card", self.chapter, self.card.code)

    def entry(self) -> Entry:
        """Its rank and its text."""
        return (self.on.isoformat(), 0, text_of(self))

    def rows(self) -> Iterator[Model]:
        """The rows that it would become, to be checked field by field."""
        values = asdict(self.card)
        lines, windows = values.pop("phones"), values.pop("windows")
        yield Facility(chapter=self.chapter, changed_on=self.on, **values)
        yield from (PhoneLine(**line) for line in lines)
        yield from (Window(**window) for window in windows)


@dataclass(frozen=True)
class FactLine(Strict):
    """A fact on a card of a chapter."""

    chapter: str
    fact: FactDraft

    def key(self) -> Key:
        """What names it."""
        return ("fact", self.chapter, self.fact.facility, self.fact.key)

    def entry(self) -> Entry:
        """Its rank and its text."""
        return (self.fact.last_confirmed_on.isoformat(), self.fact.confirmed_by_n, text_of(self))

    def rows(self) -> Iterator[Model]:
        """The row that it would become."""
        values = asdict(self.fact)
        del values["facility"]
        yield Fact(**values)


@dataclass(frozen=True)
class OutcomeLine(OutcomeDraft):
    """An outcome counted by the people of a chapter."""

    def key(self) -> Key:
        """What names it."""
        named = (self.subject, self.thing, self.verdict, self.reason, self.on.isoformat(), self.origin)
        return ("outcome", self.chapter, self.code, *named)

    def entry(self) -> Entry:
        """Its rank and its text."""
        return (self.on.isoformat(), self.count, text_of(self))

    def rows(self) -> Iterator[Model]:
        """The row that it would become."""
        values = asdict(self)
        del values["chapter"], values["code"]
        yield Outcome(**values)


AnyLine: TypeAlias = CardLine | FactLine | OutcomeLine
LINE: TypeAdapter[AnyLine] = TypeAdapter(AnyLine)
SHAPES: dict[str, TypeAdapter[Any]] = {
    "card": TypeAdapter(CardLine),
    "fact": TypeAdapter(FactLine),
    "count": TypeAdapter(OutcomeLine),
}
"""The key by which a line of each sort is known."""


@dataclass(frozen=True)
class WrongLine:
    """A line of the file [from 1], and what to do."""

    number: int
    says: str

    def __str__(self) -> str:
        return _("line %(number)d: %(says)s") % {"number": self.number, "says": self.says}


class AtlasErrors(ValueError):
    """The file holds wrong lines; ``errors`` has every one, and nothing was written."""

    def __init__(self, errors: list[WrongLine]) -> None:
        self.errors = errors
        super().__init__("\n".join(map(str, errors)))


def read_lines(text: str, today: date) -> dict[int, AnyLine]:
    """The lines of a file by their numbers; raises AtlasErrors with a sentence for each wrong one."""
    found: dict[int, AnyLine] = {}
    errors: list[WrongLine] = []
    written = text.removeprefix("\ufeff").splitlines()
    if not written or _parsed(written[0]) != HEAD:
        raise AtlasErrors([WrongLine(1, _("This is no atlas file. Make one with `peredacha atlas export`."))])
    for number, one in enumerate(written[1:], 2):
        if not one.strip():
            continue
        line, says = read_line(one, today)
        if line is None or says:
            errors.append(WrongLine(number, says))
        else:
            found[number] = line
    if errors:
        raise AtlasErrors(errors)
    return found


def read_line(written: str, today: date) -> tuple[AnyLine | None, str]:
    """The line, or None and one sentence that says what is wrong."""
    values = _parsed(written)
    shape = next((SHAPES[key] for key in SHAPES if isinstance(values, dict) and key in values), None)
    if shape is None:
        return None, _("This is neither a card, nor a fact, nor an outcome. Take the line out.")
    try:
        line = shape.validate_json(written)
    except WrongShape as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(map(str, first["loc"]))
        return None, _("“%(where)s” is wrong: %(why)s.") % {"where": where, "why": first["msg"]}
    return line, _fault(line, written, today)


def _fault(line: AnyLine, written: str, today: date) -> str:
    """What is wrong with the values of a line of the right shape; nothing when all is well."""
    name = NAME_OF_A_PERSON.search(json.dumps(json.loads(written), ensure_ascii=False))
    if name:
        return _("“%(name)s” looks like a person's name. Cards keep no people: write the post instead.") % {
            "name": name.group()
        }
    if line.entry()[0] > today.isoformat():
        return _("The day is in the future. Correct it.")
    for where, numbers in _numbers(line):
        if min(numbers, default=1) < 1 or len(set(numbers)) < len(numbers):
            return _("“%(where)s” is wrong: numbers begin with 1, and none stands twice.") % {"where": where}
    try:
        for row in line.rows():
            row.clean_fields(exclude=["facility", "search", "public_id"])
        if isinstance(line, OutcomeLine):
            check_outcome(line.subject, line.thing, line.verdict, line.reason)
        if isinstance(line, FactLine) and line.fact.nature == FactNature.RULE and not line.fact.norms:
            return _("A rule must name its norm, such as SIZ-3. Without a norm it is practice.")
    except ValidationError as error:
        field, says = next(iter(error.message_dict.items()))
        return _("“%(where)s” is wrong: %(why)s") % {"where": field, "why": says[0]}
    except ValueError as error:
        return str(error)
    return ""


def _numbers(line: AnyLine) -> Iterator[tuple[str, list[int]]]:
    """What is counted in a line, and the places that its parts have."""
    if isinstance(line, CardLine):
        purposes = [window.purpose for window in line.card.windows]
        yield "phones", [phone.position for phone in line.card.phones]
        yield "windows", [purposes.index(one) + 1 for one in purposes]
    elif isinstance(line, FactLine):
        yield "confirmed_by_n", [line.fact.confirmed_by_n]
    else:
        yield "count", [line.count]


def _parsed(written: str) -> Any:
    """What the line holds; None where it is no JSON."""
    try:
        return json.loads(written)
    except (ValueError, RecursionError):
        return None


def text_of(line: AnyLine) -> str:
    """The line as it is written, the same on every machine."""
    values = LINE.dump_python(line, mode="json")
    return json.dumps(values, ensure_ascii=False, sort_keys=True)
