"""How papers are printed: the form that a page with papers shows. What is typed into it is printed and kept nowhere."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from peredacha.core.slips import LINE, SENDER, Size
from peredacha.design.forms import PlainForm

MOST_LINES = 4
SIZES = (
    (Size.PRINTER.value, gettext_lazy("A label of 102 × 152 mm")),
    (Size.ROLL.value, gettext_lazy("A roll 62 mm wide")),
    (Size.A4.value, gettext_lazy("A4, one label on a sheet")),
    (Size.SHEET_8.value, gettext_lazy("A4, eight labels on a sheet")),
    (Size.SHEET_12.value, gettext_lazy("A4, twelve labels on a sheet")),
    (Size.SHEET_24.value, gettext_lazy("A4, twenty-four labels on a sheet")),
)
HEADINGS = (
    ("list", gettext_lazy("A list of contents")),
    ("request", gettext_lazy("A request to take the things, with the list")),
)
COPIES = (("1", "1"), ("2", "2"), ("3", "3"))


class PrintForm(PlainForm):
    """How papers are printed. What is typed here is printed and kept nowhere."""

    size = forms.ChoiceField(label=gettext_lazy("On what are labels printed?"), choices=SIZES, required=False)
    heading = forms.ChoiceField(
        label=gettext_lazy("What does this window want on top of the list?"), choices=HEADINGS, required=False
    )
    copies = forms.ChoiceField(
        label=gettext_lazy("How many copies of the list?"), choices=COPIES, required=False
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

    def __init__(self, data: Any = None, **first: Any) -> None:
        """``first``: what stands there at first."""
        super().__init__(
            data, initial={"size": Size.PRINTER.value, "heading": "list", "copies": "2", **first}
        )

    def clean_sender(self) -> tuple[str, ...]:
        """The lines that are not empty."""
        lines = tuple(one.strip() for one in str(self.cleaned_data["sender"]).splitlines() if one.strip())
        if len(lines) > MOST_LINES:
            raise ValidationError(_("A label has room for four lines: leave some out."))
        return lines
