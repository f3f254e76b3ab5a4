"""Form fields that people in a hurry can fill: a day in three boxes, a time in one, options with a hint."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar, NoReturn

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

StrOrPromise = str | Promise
MOST_DIGITS = 6
TIME = re.compile(r"^\s*(\d{1,2})(?:\s*[:.,\-\s]\s*|(?=\d\d\s*$))(\d{2})\s*$")


@dataclass(frozen=True)
class Option:
    """The label of a radio or check-box, with a hint below it; pass it as the second half of a choice."""

    text: StrOrPromise
    hint: StrOrPromise = ""

    def __str__(self) -> str:
        return str(self.text)


class GroupedTicks(forms.CheckboxSelectMultiple):
    """Many check-boxes in groups that open on demand: ``choices`` holds pairs of a group and its choices.

    Each option also says ``group`` and ``opens``: whether something in its group is ticked already.
    """

    def options(self, name: str, value: list[Any], attrs: dict[str, Any] | None = None) -> Iterator[Any]:
        """Every option with its group."""
        for group, options, _place in self.optgroups(name, value, attrs):
            opens = any(one["selected"] for one in options)
            for one in options:
                yield {**one, "group": group, "opens": opens}


class DayWidget(forms.MultiWidget):
    """Three text inputs: day, month, year; names end in `_0`, `_1`, `_2`."""

    use_fieldset = True

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        """Takes the attributes that all three inputs get."""
        super().__init__(widgets=[forms.TextInput(), forms.TextInput(), forms.TextInput()], attrs=attrs)

    def decompress(self, value: Any) -> list[Any]:
        """The parts of a date, or of what was typed as "2026-06-21"."""
        if isinstance(value, str):
            try:
                value = dt.date.fromisoformat(value)
            except ValueError:
                return [None, None, None]
        return [value.day, value.month, value.year] if value else [None, None, None]


class DayField(forms.Field):
    """A date typed as three numbers; gives a `date`, or None when empty and not required.

    Errors: `required`, `part` (a box is empty or not a number), `invalid` (no such day in the calendar), `year`
    (outside `first_year` to `last_year`, both inclusive). A year of two digits is read as 20NN.
    """

    widget = DayWidget
    default_error_messages: ClassVar[dict[str, Any]] = {
        "required": _("Write the day, the month and the year."),
        "part": _("Write the day, the month and the year as numbers, for example 21 6 2026."),
        "invalid": _("There is no such day. Check the day and the month."),
        "year": _("Check the year: it seems to be mistyped."),
    }

    def __init__(self, *, first_year: int = 1900, last_year: int = 2100, **more: Any) -> None:
        """The years that can be meant; ``more`` is what every field takes."""
        self.first_year, self.last_year = first_year, last_year
        super().__init__(**more)

    def to_python(self, value: Any) -> dt.date | None:
        """The date that the three boxes name."""
        parts = [str(part or "").strip() for part in value or []]
        if not any(parts):
            return None
        if not all(part.isascii() and part.isdigit() for part in parts) or len(parts[-1]) not in {2, 4}:
            self.refuse("part")
        if any(len(part) > MOST_DIGITS for part in parts):
            self.refuse("invalid")  # Python reads no number of thousands of digits
        day, month, year = (int(part) for part in parts)
        try:
            found = dt.date(year + 2000 if year < 100 else year, month, day)
        except ValueError:
            self.refuse("invalid")
        if not self.first_year <= found.year <= self.last_year:
            self.refuse("year")
        return found

    def refuse(self, code: str) -> NoReturn:
        """Always raises: what was typed is not a day that can be meant."""
        raise ValidationError(self.error_messages[code], code=code)

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether the day typed is another one than before."""
        try:
            return bool(self.to_python(data) != initial)
        except ValidationError:
            return True


class TimeField(forms.Field):
    """A time of day typed as 14:30, 14.30, 14 30 or 1430; gives a `time`, or None when empty and not required."""

    widget = forms.TextInput
    default_error_messages: ClassVar[dict[str, Any]] = {
        "required": _("Write the time."),
        "invalid": _("Write the time as hours and minutes, for example 14:30."),
    }

    def to_python(self, value: Any) -> dt.time | None:
        """The time that was typed."""
        if isinstance(value, dt.time) or value in self.empty_values:
            return value or None
        found = TIME.match(str(value))
        try:
            return dt.time(int(found[1]), int(found[2])) if found else self.refuse()
        except ValueError:
            return self.refuse()

    def refuse(self) -> dt.time:
        """Always raises: what was typed is no time of day."""
        raise ValidationError(self.error_messages["invalid"], code="invalid")

    def prepare_value(self, value: Any) -> Any:
        """A stored time, as people write it."""
        return value.strftime("%H:%M") if isinstance(value, dt.time) else value

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """A short box with the keyboard of numbers and signs."""
        return {"size": 5, "maxlength": 8, "autocomplete": "off"}
