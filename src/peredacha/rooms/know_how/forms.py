"""Know-how as it is typed: the words, and where they belong."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from peredacha.rooms.know_how.selectors import facility_choices, stage_choices

LONGEST = 2_000
TOO_LONG = _("Write it shorter: what to do, and what to expect.")
NOWHERE = ("", _("Choose"))


class WordsForm(forms.Form):
    """What helps others too."""

    use_required_attribute = False
    text_ru = forms.CharField(
        label=_("The words in Russian"),
        help_text=_("No name, no number, no day of a person: only what holds for everybody."),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"max_length": TOO_LONG},
    )
    text_en = forms.CharField(
        label=_("The words in English"),
        help_text=_("You may leave this empty."),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"max_length": TOO_LONG},
    )
    stage = forms.ChoiceField(
        label=_("At which stage"), required=False, error_messages={"invalid_choice": _("Choose one line.")}
    )
    facility = forms.ChoiceField(
        label=_("In which facility"), required=False, error_messages={"invalid_choice": _("Choose one line.")}
    )

    def __init__(self, *args: Any, **more: Any) -> None:
        """The stages and facilities are read anew for every form."""
        super().__init__(*args, **more)
        for name, choices in (("stage", stage_choices()), ("facility", facility_choices())):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)  # noqa: S101  # told to the type checker
            field.choices = [NOWHERE, *choices]

    def clean(self) -> dict[str, Any]:
        """Words in one language at least, and a place where they are found."""
        told = super().clean() or {}
        if not self.errors and not (told["text_ru"].strip() or told["text_en"].strip()):
            self.add_error("text_ru", ValidationError(_("Write at least one sentence.")))
        if not self.errors and not (told["stage"] or told["facility"]):
            self.add_error("stage", ValidationError(_("Choose a stage or a facility, so that it is found.")))
        return told


class PublishForm(WordsForm):
    """The reviewer's look: the words once more, and the yes that they lead to nobody."""

    looked = forms.BooleanField(label=_("I have looked at each of them: they lead to nobody"), required=False)

    def ask_to_look(self) -> None:
        """Something was found that may lead to a person."""
        self.add_error("looked", _("Take these pieces out, or say that they lead to nobody."))

    def words(self) -> dict[str, str]:
        """The words and their place, without the yes."""
        return {name: self.cleaned_data[name] for name in ("text_ru", "text_en", "stage", "facility")}


class BackForm(forms.Form):
    """What the author is to mend."""

    why = forms.CharField(
        label=_("What should be mended?"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={
            "required": _("Write what should be mended, in one sentence."),
            "max_length": TOO_LONG,
        },
    )
