"""Forms of the room: a list made by hand, a batch, what is printed, a code, what is ticked off."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from peredacha.design.forms import PlainForm

MOST_PIECES, MOST_TARE, MOST_BOXES, MOST_LINES = 999, 5_000, 2_000, 4
NUMBER = gettext_lazy("Write a whole number, such as 2, or leave it empty.")
PREFIX = "good_"
ANY = ("", gettext_lazy("Without a kit"))


@dataclass(frozen=True)
class Choosable:
    """A good that may be put into the box: its key, name, a hint about it, and the class under which it stands."""

    key: str
    name: str
    hint: str
    group: str


def whole_number(label: Any, hint: Any, most: int, *, required: bool = False) -> forms.IntegerField:
    """A number of things or grams from nothing up."""
    wrong = {
        "invalid": NUMBER,
        "required": NUMBER,
        "min_value": NUMBER,
        "max_value": gettext_lazy("This is more than a box can hold: check the number."),
    }
    widget = forms.TextInput(attrs={"inputmode": "numeric", "size": 5, "autocomplete": "off"})
    return forms.IntegerField(
        label=label,
        help_text=hint,
        required=required,
        min_value=0,
        max_value=most,
        widget=widget,
        error_messages=wrong,
    )


class ListForm(PlainForm):
    """Pieces of each good; ``pieces`` gives them by key. ``seen`` says that the warnings were read."""

    tare = whole_number(
        gettext_lazy("What does the empty box weigh, in grams?"),
        gettext_lazy("With its filling and tape."),
        MOST_TARE,
    )
    kit = forms.ChoiceField(label=gettext_lazy("A kit"), required=False)
    seen = forms.CharField(required=False, max_length=2_000, widget=forms.HiddenInput)

    was = forms.IntegerField(required=False, min_value=0, max_value=MOST_PIECES, widget=forms.HiddenInput)

    def __init__(
        self,
        data: Any = None,
        *,
        goods: Iterable[Choosable],
        kits: Iterable[tuple[str, str]],
        pieces: Mapping[str, int] | None = None,
        tare: int = 0,
        was: int = 0,
    ) -> None:
        """``pieces``: the numbers that stand there first; ``was``: how often it was packed so far."""
        super().__init__(data, initial={"tare": tare, "was": was})
        self.goods = tuple(goods)
        self.first = {one.key: (pieces or {}).get(one.key, 0) for one in self.goods}
        self.fields["kit"] = forms.ChoiceField(
            label=gettext_lazy("A kit"), required=False, choices=[ANY, *kits]
        )
        for one in self.goods:
            field = whole_number(one.name, one.hint, MOST_PIECES)
            field.initial = self.first[one.key] or None
            self.fields[PREFIX + one.key] = field

    @property
    def pieces(self) -> dict[str, int]:
        """Pieces by good, of what was typed."""
        typed = {one.key: self.cleaned_data.get(PREFIX + one.key) or 0 for one in self.goods}
        return {key: number for key, number in typed.items() if number}

    def groups(self) -> list[tuple[str, list[Any]]]:
        """The fields by class, what is in the box first under an empty name."""
        inside: list[Any] = []
        found: dict[str, list[Any]] = {}
        for one in self.goods:
            field = self[PREFIX + one.key]
            if field.value() or field.errors:
                inside.append(field)
            else:
                found.setdefault(one.group, []).append(field)
        return [("", inside), *sorted(found.items(), key=lambda pair: pair[0].casefold())]

    def blame(self, good: str, sentence: str) -> None:
        """Put a sentence beside the line of a good, or on top where it speaks of the whole."""
        field = self.fields.get(PREFIX + good)
        if field is None:
            self.add_error(None, sentence)
        else:
            self.add_error(PREFIX + good, f"{field.label}: {sentence}")
