"""Short answers: who is chosen, why not, what the next one should know."""

from contextlib import suppress
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

LONGEST = 2_000
TOO_LONG = _("This is too long. Write only what matters most.")


class WhyForm(forms.Form):
    """Why somebody says no; nobody has to say it."""

    why = forms.CharField(
        label=_("If you like: why?"),
        help_text=_("You may leave this empty."),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"max_length": TOO_LONG},
    )


class NoteForm(forms.Form):
    """What the next veteran should know; the family does not read it."""

    note = forms.CharField(
        label=_("For the one who comes after you"),
        help_text=_(
            "What was promised, what helps, what is better not touched. The family does not read this."
        ),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"max_length": TOO_LONG},
    )


class CrossForm(forms.Form):
    """A family's answer to the offer of another family."""

    answer = forms.ChoiceField(
        label=_("Would you like to meet this family?"),
        choices=[("yes", _("Yes, if they wish it too")), ("no", _("No"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one line."), "invalid_choice": _("Choose one line.")},
    )
    words = forms.CharField(
        label=_("What may we give them from you?"),
        help_text=_("For example how to reach you. They read it only when both families have said yes."),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"max_length": TOO_LONG},
    )


class ChoiceForm(forms.Form):
    """Which veteran was chosen."""

    member = forms.UUIDField()


class PairForm(forms.Form):
    """Two matters, and the offer between them where there is one already."""

    one = forms.UUIDField()
    other = forms.UUIDField()
    key = forms.RegexField(r"^cross:[0-9a-f]{32}\Z", required=False)


class LinesForm(forms.Form):
    """Ticked lines of a proposal, each ``matter:member``; gives pairs of ids. What is no such line is left out."""

    lines = forms.Field(required=False, widget=forms.SelectMultiple)

    def clean_lines(self) -> list[tuple[UUID, UUID]]:
        """The pairs."""
        found = []
        for line in self.cleaned_data["lines"] or []:
            matter, _colon, member = str(line).partition(":")
            with suppress(ValueError):
                found.append((UUID(matter), UUID(member)))
        return found
