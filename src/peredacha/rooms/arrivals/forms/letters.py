"""Letters: on paper, and as a file of an e-mail program."""

from datetime import date
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from peredacha.design.fields import DayField
from peredacha.rooms.arrivals.forms.telling import CallForm, choice, line, number

MOST_BYTES = 10 * 1024 * 1024
WRITERS = (
    ("", gettext_lazy("Not told")),
    ("family", gettext_lazy("A relative or a friend")),
    ("inside", gettext_lazy("The person inside")),
    ("other", gettext_lazy("Somebody else")),
)


class LetterForm(CallForm):
    """A paper letter that was opened: days first, then the same as for a call."""

    received_on = DayField(label=gettext_lazy("The letter came on"), required=False, first_year=2000)
    opened_on = DayField(label=gettext_lazy("It was opened on"), required=False, first_year=2000)
    writer = choice(gettext_lazy("Who writes"), WRITERS)
    pages = number(
        gettext_lazy("Number of pages"), "", 1, 9999, gettext_lazy("Write a number, for example 2.")
    )
    paper_on = DayField(
        label=gettext_lazy("On which day he or she received a paper of the court or the office"),
        help_text=gettext_lazy(
            "Deadlines run from the day on which the person inside got it in hand, not from the letter."
        ),
        required=False,
        first_year=2000,
    )
    paper_what = line(gettext_lazy("Which paper"), gettext_lazy("For example: a copy of the verdict."))
    FIRST: ClassVar[tuple[str, ...]] = (
        "danger", "received_on", "opened_on", "who", "birth_year", "writer", "paper_on", "paper_what", "pages", "words",
    )  # fmt: skip

    def __init__(self, data: Any = None, *, initial: dict[str, Any] | None = None) -> None:
        """``initial``: what is known before anything was typed."""
        super().__init__(data, initial=initial)
        self.order_fields(self.FIRST)
        self.fields["words"].label = _("The letter, typed or told shortly")
        self.fields["name"].label = _("How shall we call who writes")
        self.fields["kin"].label = _("Who this is to the person inside")
        self.fields["way"].label = _("How to reach who writes")

    def clean(self) -> dict[str, Any]:
        """The days must stand in their order; pages and writer become a line of the helpers' note."""
        data = super().clean() or {}
        came, opened = data.get("received_on"), data.get("opened_on")
        if came and opened and opened < came:
            self.add_error(
                "opened_on", _("A letter is opened on the day it came, or later. Check both days.")
            )
        if data.get("paper_what") and not data.get("paper_on") and "paper_on" not in self.errors:
            self.add_error(
                "paper_on", _("Write the day on which the paper was received, or leave both empty.")
            )
        told = [dict(WRITERS)[data["writer"]] if data.get("writer") else ""]
        if data.get("pages"):
            told.append(_("Pages: %(n)s") % {"n": data["pages"]})
        data["note"] = "\n".join(filter(None, [*map(str, told), data.get("note", "")]))
        return data

    def not_ahead(self, today: date) -> bool:
        """Whether every day has come; one that has not gets its sentence."""
        ahead = [
            name
            for name in ("received_on", "opened_on", "paper_on")
            if (self.cleaned_data.get(name) or today) > today
        ]
        for name in ahead:
            self.add_error(name, _("This day has not come yet. Check the year."))
        return not ahead


class MailForm(LetterForm):
    """An e-mail that was read from its file, to be looked through and saved."""

    def __init__(self, data: Any = None, *, initial: dict[str, Any] | None = None) -> None:
        """``initial``: what stood in the file."""
        super().__init__(data, initial=initial)
        for name in ("opened_on", "pages"):
            del self.fields[name]


class MailFileForm(forms.Form):
    """The file of one e-mail."""

    file = forms.FileField(
        label=gettext_lazy("The file of the e-mail"),
        help_text=gettext_lazy("Save the letter in your e-mail program as a file; its name ends in .eml."),
        allow_empty_file=False,
        widget=forms.FileInput(attrs={"accept": ".eml,message/rfc822"}),
        error_messages={
            "required": gettext_lazy("Choose the file of the e-mail first."),
            "empty": gettext_lazy("This file is empty. Save the letter once more and choose it again."),
            "invalid": gettext_lazy("Choose the file of the e-mail first."),
        },
    )

    @property
    def too_big(self) -> str:
        """What to say to a file above the limit."""
        return _("This file is bigger than 10 MB. Copy the text of the letter into the form for letters.")

    @property
    def unreadable(self) -> str:
        """What to say to a file that is no e-mail."""
        return _("This is not the file of an e-mail. Save the letter as .eml and choose it again.")
