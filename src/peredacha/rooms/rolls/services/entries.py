"""One person of a roll, as the sealed row says it."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from datetime import date
from typing import Any, Self

from peredacha.core.linkage import Named, RollLine

STATES = ("unknown", "found", "released", "charged")
MISSING = ("surname", "age", "station", "lawyer", "outcome")


@dataclass(frozen=True, repr=False)
class Detained:
    """A person of a roll; every text may be empty."""

    surname: str = ""
    given: str = ""
    patronymic: str = ""
    birth_year: int | None = None
    typed: str = ""
    """The line as somebody typed it, so that no sign of it is lost."""
    age: int | None = None
    station: str = ""
    lawyer: str = ""
    """"yes", "no", or nothing told."""
    state: str = "unknown"
    """One of STATES."""
    note: str = ""
    matter: str = ""
    """The matter into which the row was closed."""
    batch: str = ""
    """With which closing; rows of one closing are undone together."""
    version: int = 1
    """Counts the changes, so that two helpers on one row notice each other."""
    by: str = ""
    at: str = ""

    def packed(self) -> dict[str, Any]:
        """As the content of a sealed row; only what is told."""
        return {key: value for key, value in asdict(self).items() if value not in ("", None)}

    @classmethod
    def unpacked(cls, content: Mapping[str, Any]) -> Self:
        """From the content of a sealed row; raises TypeError on anything else."""
        known = {one.name for one in fields(cls)}
        return cls(**{key: value for key, value in content.items() if key in known})

    @property
    def name(self) -> str:
        """The name in the order of papers."""
        return " ".join(filter(None, [self.surname, self.given, self.patronymic]))

    def at_station(self, station: str) -> Self:
        """The same person at a police station."""
        return replace(self, station=station)

    @property
    def named(self) -> Named:
        """The name as it is compared."""
        return Named(self.surname, self.given, self.patronymic, self.birth_year)

    @property
    def missing(self) -> tuple[str, ...]:
        """What nobody has told yet, of MISSING."""
        told = {
            "surname": self.surname,
            "age": self.age or self.birth_year,
            "station": self.station,
            "lawyer": self.lawyer,
            "outcome": self.state != "unknown",
        }
        return tuple(key for key in MISSING if not told[key])


def from_line(line: RollLine, today: date) -> Detained:
    """A person as the pasted list tells; a line that was not understood keeps its text as a note."""
    named, age = line.named, line.age
    if age is None and named.birth_year and named.birth_year <= today.year:
        age = today.year - named.birth_year
    unread = "" if named.surname or named.given or named.patronymic else line.raw.strip()
    return Detained(
        surname=named.surname,
        given=named.given,
        patronymic=named.patronymic,
        birth_year=named.birth_year,
        typed=" ".join(named.raw.split())[:200],
        age=age,
        station=line.place or "",
        note=" ".join(filter(None, [line.note, unread]))[:500],
    )
