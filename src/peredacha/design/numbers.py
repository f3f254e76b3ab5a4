"""Pages named by their numbers as people write them, 1–3, 7; and the form that asks for them."""

import re
from collections.abc import Iterable, Mapping
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from peredacha.design.forms import OnceForm

PART = re.compile(r"(\d{1,6})(?:\s*[-–—]\s*(\d{1,6}))?")
TOO_LONG = gettext_lazy("This is too long: keep what matters most.")
NEEDED = gettext_lazy("Write at least one word.")
EXAMPLE = gettext_lazy("Their numbers in the binder, for example 1–3, 7.")


def in_words(numbers: Iterable[int]) -> str:
    """Numbers in the given order, runs put together.

    >>> in_words([7, 1, 2, 3])
    '7, 1–3'
    """
    runs: list[tuple[int, int]] = []
    for number in numbers:
        if runs and runs[-1][1] == number - 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return ", ".join(str(first) if first == last else f"{first}–{last}" for first, last in runs)


class NumbersField(forms.CharField):
    """Numbers of pages from 1 to ``most``; gives a tuple in the order of typing, each once."""

    def __init__(self, *, most: int, **more: Any) -> None:
        """``most``: the number of the last page."""
        self.most = most
        told: dict[str, Any] = {"help_text": EXAMPLE, "max_length": 2_000, **more}
        widget = forms.TextInput(attrs={"inputmode": "text", "autocomplete": "off"})
        super().__init__(widget=widget, **told)

    def prepare_value(self, value: Any) -> Any:
        """Numbers as people write them."""
        return in_words(value) if isinstance(value, tuple) else value

    def clean(self, value: Any) -> Any:
        """The numbers. Raises ValidationError with one sentence."""
        text = super().clean(value)
        found: dict[int, None] = {}
        for part in re.split(r"[,;\n]+|(?<=\d)\s+(?=\d)", text):
            if part.strip():
                found |= dict.fromkeys(self.run(part.strip()))
        if self.required and not found:
            raise ValidationError(_("Name at least one page by its number."))
        return tuple(found)

    def run(self, part: str) -> range:
        """One number, or all between two."""
        told = PART.fullmatch(part)
        if told is None:
            raise ValidationError(_("Write the numbers of pages like this: 1–3, 7."))
        first, last = int(told[1]), int(told[2] or told[1])
        if not 1 <= first <= last <= self.most:
            if not self.most:
                raise ValidationError(_("There is no page in the binder yet: put one in first."))
            raise ValidationError(
                _("The binder has the pages 1 to %(n)s: check “%(part)s”.") % {"n": self.most, "part": part}
            )
        return range(first, last + 1)


def line(
    label: Any, hint: Any = "", *, rows: int = 1, required: bool = True, longest: int = 200
) -> forms.CharField:
    """A line, or a text of some lines."""
    typed = {"autocomplete": "off"}
    widget = forms.Textarea(attrs={"rows": rows, **typed}) if rows > 1 else forms.TextInput(attrs=typed)
    return forms.CharField(
        label=label,
        help_text=hint,
        required=required,
        max_length=longest,
        widget=widget,
        error_messages={"required": NEEDED, "max_length": TOO_LONG},
    )


def tick(label: Any, hint: Any = "") -> forms.BooleanField:
    """A box to tick."""
    return forms.BooleanField(label=label, help_text=hint, required=False)


class NumberedForm(OnceForm):
    """Something that names pages by their numbers; ``told`` gives plain values with these numbers as tuples."""

    order = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)
    numbered: ClassVar[Mapping[str, Any]] = {}
    """Fields that name pages, with their labels."""
    needed: ClassVar[bool] = True
    """Whether such a field must name at least one."""

    def __init__(
        self, data: Any = None, *, pages: int, now_order: str, initial: Mapping[str, Any] | None = None
    ) -> None:
        """``pages``: how many there are; ``now_order`` names their order as it is now."""
        super().__init__(data, initial={**(initial or {}), "order": now_order})
        self.now_order = now_order
        for name, label in self.numbered.items():
            wrong = {"required": _("Name at least one page by its number."), "max_length": TOO_LONG}
            self.fields[name] = NumbersField(
                most=pages, label=label, required=self.needed, error_messages=wrong
            )
        if self.field_order:
            self.order_fields(self.field_order)

    def clean(self) -> dict[str, Any]:
        """Numbers typed while somebody put the pages in another order mean other pages: they are asked again."""
        data = super().clean() or {}
        if data.get("order") != self.now_order:
            self.data = {**{key: self.data.get(key) for key in self.data}, "order": self.now_order}
            self.add_error(
                None,
                _("The pages were put in another order meanwhile. Check the numbers, then save once more."),
            )
        return data

    @property
    def told(self) -> dict[str, Any]:
        """What was told, as plain values; numbers of pages as tuples."""
        kept = {name: value for name, value in self.cleaned_data.items() if name not in ("once", "order")}
        return {
            name: value.isoformat() if hasattr(value, "isoformat") else value for name, value in kept.items()
        }
