"""How papers are printed: the form that a page with papers shows. What is typed into it is printed and kept nowhere."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from peredacha.core.slips import HEADINGS, LINE, LINES, MOST_COPIES, SENDER, ListForm, Size, lines_of
from peredacha.design.forms import PlainForm
from peredacha.design.wording import said

MOST_LINES = 4
SIZES = (
    (Size.PRINTER.value, gettext_lazy("A label of 102 × 152 mm")),
    (Size.ROLL.value, gettext_lazy("A roll 62 mm wide")),
    (Size.A4.value, gettext_lazy("A4, one label on a sheet")),
    (Size.SHEET_8.value, gettext_lazy("A4, eight labels on a sheet")),
    (Size.SHEET_12.value, gettext_lazy("A4, twelve labels on a sheet")),
    (Size.SHEET_24.value, gettext_lazy("A4, twenty-four labels on a sheet")),
)
OF_EACH = ("", gettext_lazy("As each window wants it"))


class PrintForm(PlainForm):
    """How papers are printed. What is typed here is printed and kept nowhere."""

    size = forms.ChoiceField(label=gettext_lazy("On what are labels printed?"), choices=SIZES, required=False)
    heading = forms.ChoiceField(label=gettext_lazy("What stands on top of the list?"), required=False)
    copies = forms.ChoiceField(label=gettext_lazy("How many copies of the list?"), required=False)
    lines = forms.MultipleChoiceField(
        label=gettext_lazy("What stands on the list beside the things?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    sender = forms.CharField(
        label=gettext_lazy("From whom?"),
        help_text=gettext_lazy(
            "Only what the family or the movement wants there, up to four lines. Empty: a line to fill by hand."
        ),
        required=False,
        max_length=SENDER,
        widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "off"}),
        error_messages={"max_length": gettext_lazy("This is too long for a label: keep what matters most.")},
    )
    index = forms.RegexField(
        r"^\d{6}$",
        label=gettext_lazy("The index of the post office"),
        help_text=gettext_lazy("Six figures. Empty: as the card of the place says."),
        required=False,
        max_length=LINE,
        error_messages={"invalid": gettext_lazy("An index has six figures, such as 101000.")},
        widget=forms.TextInput(attrs={"inputmode": "numeric", "size": 6, "autocomplete": "off"}),
    )

    def __init__(self, data: Any = None, *, shape: ListForm | None = None) -> None:
        """``shape``: the list as the window of one parcel wants it; without it each parcel gets that of its own."""
        first: dict[str, Any] = {"size": Size.PRINTER.value}
        if shape:
            first |= {"heading": shape.heading, "copies": str(shape.copies), "lines": lines_of(shape)}
        super().__init__(data, initial=first)
        self.offer("heading", [(key, said(words)) for key, words in HEADINGS.items()], each=not shape)
        copies = [str(number) for number in range(1, MOST_COPIES + 1)]
        self.offer("copies", [(one, one) for one in copies], each=not shape)
        if shape:
            self.offer("lines", [(key, said(words)) for key, words in LINES.items()])
        else:
            del self.fields["lines"]

    def offer(self, name: str, choices: list[tuple[str, str]], *, each: bool = False) -> None:
        """Give a field its choices; ``each`` adds the shape of each window before them."""
        field = self.fields[name]
        field.choices = [OF_EACH, *choices] if each else choices  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """``lines`` is None where the form did not ask for them, so that none are taken away unasked."""
        told = dict(super().clean() or {})
        return told if "copies" in self.data else {**told, "lines": None}

    def clean_sender(self) -> tuple[str, ...]:
        """The lines that are not empty."""
        lines = tuple(one.strip() for one in str(self.cleaned_data["sender"]).splitlines() if one.strip())
        if len(lines) > MOST_LINES:
            raise ValidationError(_("A label has room for four lines: leave some out."))
        return lines
