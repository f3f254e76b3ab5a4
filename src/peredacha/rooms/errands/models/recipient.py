"""The person to whom something is carried, as a label, a window and the counter need it."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from pydantic import TypeAdapter, ValidationError

from peredacha.core.law.quotas.case import Cell, Conditions, Health, Place, QuotaCase, Regime

ADULT = 18


@dataclass(frozen=True, repr=False)
class Recipient:
    """Days are ISO text, an empty text means "not told"; see the quotas of the law for regime and conditions."""

    surname: str = ""
    given: str = ""
    patronymic: str = ""
    born_on: str = ""
    birth_year: int | None = None
    alias: str = ""
    """The name by which writers of letters know the person; never the real one."""
    sex: str = ""
    """``f``, ``m`` or empty."""
    facility: str = ""
    """The public id of a facility card."""
    place: str = ""
    """The place in words, where there is no card."""
    confirmed_on: str = ""
    """When somebody last knew that the person is there."""
    confirmed_by: str = ""
    """How it was known: a call, a letter, a visit."""
    heard: str = ""
    """Where who packs heard that he is now: a public id, words, or “?”; empty once somebody said what is true."""
    held: Place = "colony"
    regime: Regime | None = None
    conditions: Conditions | None = None
    cell: Cell | None = None
    admitted_on: str = ""
    pregnant: bool = False
    small_child: bool = False
    health: tuple[Health, ...] = ()
    avoids: tuple[str, ...] = ()
    """Goods and classes that the person must not have: an illness, a diet, a faith."""
    needs: str = ""
    """What matters besides, in words."""
    clothes: str = ""
    shoes: str = ""
    smokes: bool = False
    language: str = "ru"
    interests: str = ""
    """What to write about."""
    silent_on: str = ""
    """What not to write about."""

    @property
    def name(self) -> str:
        """Surname, given name and patronymic."""
        return " ".join(filter(None, (self.surname, self.given, self.patronymic)))

    def case(self, on: date) -> QuotaCase:
        """What the counter of the law looks at on that day."""
        born = date.fromisoformat(self.born_on) if self.born_on else None
        year = born.year if born else self.birth_year
        return QuotaCase(
            on=on,
            place=self.held,
            regime=self.regime,
            conditions=self.conditions,
            cell=self.cell,
            sex={"f": "woman", "m": "man"}.get(self.sex),  # type: ignore[arg-type]
            juvenile=year is not None and age(born or date(year, 1, 1), on) < ADULT,
            pregnant=self.pregnant,
            small_child=self.small_child,
            health=frozenset(self.health),
            year_from=date.fromisoformat(self.admitted_on) if self.admitted_on else None,
        )

    def packed(self) -> dict[str, Any]:
        """As the content of a sealed row."""
        return asdict(self)

    @classmethod
    def unpacked(cls, content: Mapping[str, Any]) -> "Recipient":
        """From the content of a sealed row; raises ValueError."""
        try:
            return READER.validate_python(dict(content))
        except ValidationError as error:
            raise ValueError from error


def age(born: date, on: date) -> int:
    """Whole years."""
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


READER = TypeAdapter(Recipient)
