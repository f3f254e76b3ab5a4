"""Facts of a case taken out of a plain mapping: every fault of every field in one run, a sentence each."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from difflib import get_close_matches
from typing import TypeVar

from peredacha.core.language import Phrase, phrase

EARLIEST, LATEST = date(1950, 1, 1), date(2100, 12, 31)
MOST_ENTRIES = 200

Choice = TypeVar("Choice", bound=str)


@dataclass(frozen=True)
class CaseError:
    """What is wrong with one field (written ``sentences[0].regime``) and what to write instead."""

    field: str
    said: Phrase


class Fields:
    """Takes typed values out of one mapping and gathers what is wrong with them into ``errors``.

    A missing or wrong value is given back as None (or the named default), so that reading goes on to the end.
    """

    def __init__(self, values: object, known: Sequence[str], errors: list[CaseError], path: str = "") -> None:
        self.errors = errors
        self.path = path
        given = values if isinstance(values, Mapping) else {}
        # YAML 1.1 reads the bare key `on` as true.
        self.values: dict[object, object] = {
            "on" if key is True else key: value for key, value in given.items()
        }
        if not isinstance(values, Mapping):
            self.fault("", phrase("Write fields with values here, each on its own line: “name: value”."))
        for key in self.values:
            if key not in known:
                self.fault(str(key), unknown_key(str(key), known))

    def fault(self, key: str, said: Phrase) -> None:
        """Note what is wrong with one field."""
        self.errors.append(CaseError(".".join(part for part in (self.path, key) if part), said))

    def day(self, key: str) -> date | None:
        """A day, written as a date or as its ISO text."""
        value = self.values.get(key)
        if value is None:
            return None
        found = as_day(value)
        if found is None:
            self.fault(key, phrase("This is not a date: write year-month-day, for example 2024-03-04."))
        elif not EARLIEST <= found <= LATEST:
            self.fault(key, phrase("The year is out of range: write a date from 1950 to 2100."))
            return None
        return found

    def count(self, key: str, most: int) -> int:
        """A whole number from 0 to ``most``; 0 where it is missing."""
        value = self.values.get(key)
        if value is None:
            return 0
        if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= most:
            self.fault(key, phrase("Write a whole number from 0 to {most}.", most=most))
            return 0
        return value

    def flag(self, key: str) -> bool | None:
        """Yes, no, or None where it is not known."""
        value = self.values.get(key)
        if value is None or isinstance(value, bool):
            return value
        self.fault(key, phrase("Write true or false, or leave the field out if you do not know."))
        return None

    def choice(self, key: str, options: Sequence[Choice]) -> Choice | None:
        """One of ``options``."""
        value = self.values.get(key)
        if value is None:
            return None
        found = next((option for option in options if option == value), None)
        if found is None:
            self.fault(key, phrase("“{value}” is not known here. Write one of: {options}.",
                                   value=str(value), options=", ".join(options)))  # fmt: skip
        return found

    def text(self, key: str) -> str:
        """A short text, empty where it is missing."""
        value = self.values.get(key)
        if value is None:
            return ""
        if not isinstance(value, str) or len(value) > 200:
            self.fault(key, phrase("Write a short text."))
            return ""
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts; numbers are taken as they are written."""
        found = self.listed(key)
        for value in found:
            if isinstance(value, bool) or not isinstance(value, str | int | float) or len(str(value)) > 200:
                self.fault(key, phrase("Write a list of short texts."))
                return ()
        return tuple(str(value) for value in found)

    def entries(self, key: str, known: Sequence[str]) -> Iterator["Fields"]:
        """Each mapping of a list, ready to be read."""
        for number, value in enumerate(self.listed(key)):
            yield Fields(value, known, self.errors, f"{self.path}.{key}[{number}]".lstrip("."))

    def inside(self, key: str, known: Sequence[str]) -> "Fields":
        """The mapping under ``key``; an empty one where it is missing."""
        value = self.values.get(key)
        return Fields({} if value is None else value, known, self.errors, f"{self.path}.{key}".lstrip("."))

    def listed(self, key: str) -> list[object]:
        """The list under ``key``, not longer than a case can be."""
        value = self.values.get(key)
        if value is None:
            return []
        if not isinstance(value, list | tuple):
            self.fault(key, phrase("Write a list here, each entry on its own line after a dash."))
            return []
        if len(value) > MOST_ENTRIES:
            self.fault(key, phrase("The list is too long: write at most {most} entries.", most=MOST_ENTRIES))
            return []
        return list(value)


def unknown_key(key: str, known: Sequence[str]) -> Phrase:
    """The sentence about a field that does not exist, with the nearest one that does."""
    nearest = get_close_matches(key, known, n=1)
    if nearest:
        return phrase("There is no field “{key}”. Did you mean “{nearest}”?", key=key, nearest=nearest[0])
    return phrase("There is no field “{key}”. The fields are: {known}.", key=key, known=", ".join(known))


def as_day(value: object) -> date | None:
    """A date, or the date that an ISO text names, else None."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    if not isinstance(value, str):
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None
