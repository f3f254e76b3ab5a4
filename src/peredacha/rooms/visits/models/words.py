"""What is told of a visit and of a ride, and the words of its choices."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, Literal, Self

from django.utils.translation import gettext_lazy as _
from pydantic import TypeAdapter, ValidationError

NO_RIDE: Mapping[str, Any] = {"ride": "", "seats": 0, "ride_on": "", "ride_card": None}
"""What a visit says of its ride once there is none."""
KINDS = [
    ("short", _("A short one, some hours")),
    ("long", _("A long one, some days")),
]
REFUSALS = [
    ("no_permission", _("Whoever has the case did not permit it")),
    ("papers", _("A paper was missing or wrong")),
    ("no_slot", _("They say that none is left")),
    ("cell", _("He is in a punishment cell")),
    ("quarantine", _("Quarantine")),
    ("closed", _("It was closed")),
    ("moved", _("He is not there any more")),
    ("no_reason", _("They told no reason")),
    ("other", _("Another reason")),
]


class Packed:
    """A value that lies in a sealed row."""

    def packed(self) -> dict[str, Any]:
        """As the content of a row."""
        return asdict(self)  # type: ignore[call-overload,no-any-return]

    @classmethod
    def unpacked(cls, content: Mapping[str, Any]) -> Self:
        """From the content of a row; raises ValueError."""
        try:
            return TypeAdapter(cls).validate_python(dict(content))
        except ValidationError as error:
            raise ValueError from error


@dataclass(frozen=True, repr=False)
class RideTold(Packed):
    """The card of a ride."""

    facility: str = ""
    place: str = ""
    hour: str = ""
    from_where: str = ""
    driver: str = ""
    """The random name of the member who drives."""
    driver_name: str = ""
    words: str = ""


@dataclass(frozen=True, repr=False)
class VisitTold(Packed):
    """A visit as last told; days are ISO text, empty where nobody knows."""

    kind: Literal["short", "long"] = "short"
    on: str = ""
    who: str = ""
    """Who goes: names and kinship."""
    facility: str = ""
    """The public id of a facility card."""
    place: str = ""
    """The place in words, where there is no card."""
    permitted_until: str = ""
    refused: str = ""
    """Why, one of the keys of ``REFUSALS``."""
    words: str = ""
    """What was said besides."""
    wants_seats: int = 0
    from_where: str = ""
    """From where they would go by car."""
    ride: str = ""
    """The random name of the ride that takes them; empty: none."""
    seats: int = 0
    ride_on: str = ""
    ride_card: RideTold | None = None
    """Where the car starts, at which hour, who drives: the family reads it here."""

    @property
    def day(self) -> date | None:
        """The day of the visit."""
        return date.fromisoformat(self.on) if self.on else None
