"""Things of the list and files."""

import re
from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from peredacha.core.language import Text
from peredacha.design.forms import OnceForm, PlainForm
from peredacha.design.numbers import line
from peredacha.design.wording import words

CHOOSE = _("Choose one of the lines shown.")
KILOGRAMS = re.compile(r"(\d{1,6})(?:[.,](\d{1,3}))?")
KINDS = "image/jpeg,image/png,image/webp,application/pdf"
NUMBER = _("Write a whole number from 1.")
WEIGHT = _("Write the weight in kg, for example 4 or 4.5.")


class GoodForm(OnceForm):
    """One thing: what, how many, how heavy together, and what confirms it."""

    name = line(_("What is it?"), _("In Russian, as the letter will name it."), longest=120)
    goods = forms.ChoiceField(
        label=_("What kind is it?"),
        error_messages={"required": CHOOSE, "invalid_choice": CHOOSE},
    )
    pieces = forms.IntegerField(
        label=_("How many pieces?"),
        min_value=1,
        max_value=1_000_000,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off", "size": 8}),
        error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), NUMBER),
    )
    kilo = line(_("How much do they weigh together, in kg?"), _("For example 4 or 4.5."), longest=12)
    certificate = line(
        _("Its certificate or declaration"), _("Its number, if there is one."), required=False, longest=120
    )
    receipt = line(
        _("Its receipt"),
        _("Its number and day. Leave out who paid."),
        required=False,
        longest=120,
    )
    field_order = ("once", "name", "goods", "pieces", "kilo", "certificate", "receipt")

    def __init__(self, data: Any = None, *, classes: Mapping[str, Text]) -> None:
        """``classes``: the classes of goods by their keys."""
        super().__init__(data)
        choices = [(key, words(name)) for key, name in classes.items()]
        self.fields["goods"] = forms.ChoiceField(
            label=_("What kind is it?"),
            choices=[*sorted(choices, key=lambda one: one[1]), ("", gettext("Other things"))],
            required=False,
            error_messages={"invalid_choice": CHOOSE},
        )
        self.fields["kilo"].error_messages["required"] = WEIGHT
        self.order_fields(self.field_order)

    def clean_kilo(self) -> int:
        """The weight [g]."""
        found = KILOGRAMS.fullmatch("".join(self.cleaned_data["kilo"].split()))
        grams = int(found[1]) * 1000 + int((found[2] or "").ljust(3, "0")) if found else 0
        if not grams:
            raise ValidationError(WEIGHT)
        return grams

    @property
    def told(self) -> dict[str, Any]:
        """The thing as a row keeps it."""
        kept = dict(self.cleaned_data)
        return {**kept, "grams": kept.pop("kilo")}


class FileForm(PlainForm):
    """A certificate, a receipt or a paper of theirs."""

    what = forms.ChoiceField(
        label=_("What is it?"),
        widget=forms.RadioSelect,
        error_messages={"required": CHOOSE, "invalid_choice": CHOOSE},
    )
    words = line(_("A few words about it"), _("You may leave this empty."), required=False, longest=120)
    file = forms.FileField(
        label=_("The file"),
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": KINDS}),
        error_messages={
            "required": _("Choose a file on your device."),
            "invalid": _("Choose a file on your device."),
        },
    )

    def __init__(self, *args: Any, kinds: Mapping[str, Any], refusal: str = "", **more: Any) -> None:
        """``kinds``: what it can be; ``refusal``: why the file was not taken while it was still arriving."""
        super().__init__(*args, **more)
        self.fields["what"] = forms.ChoiceField(
            label=_("What is it?"),
            choices=[(key, str(name)) for key, name in kinds.items()],
            widget=forms.RadioSelect,
            error_messages={"required": CHOOSE, "invalid_choice": CHOOSE},
        )
        self.order_fields(("what", "words", "file"))
        if refusal:
            self.fields["file"].error_messages["required"] = refusal
