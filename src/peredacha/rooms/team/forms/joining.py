"""What is asked of somebody who joins."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from peredacha.design.forms import PlainForm
from peredacha.design.inputs import NewPassphraseField, login_field
from peredacha.rooms.team.forms.fields import name_field


class JoinForm(PlainForm):
    """A login name, a name for the team, a passphrase."""

    login = login_field(
        help_text=gettext_lazy("You type it to sign in. Nobody sees it; take nothing that points at you.")
    )
    name = name_field()
    passphrase = NewPassphraseField()

    def clean(self) -> dict[str, Any]:
        """The passphrase must not hold the login name."""
        cleaned = super().clean() or {}
        login, passphrase = cleaned.get("login", ""), cleaned.get("passphrase", "")
        if len(login) > 3 and login.casefold() in passphrase.casefold():
            raise ValidationError({"passphrase": _("Leave your login name out of the passphrase.")})
        return cleaned


class WordsForm(PlainForm):
    """Some of the printed words, typed back; gives ``words`` in their order."""

    def __init__(self, *args: Any, places: Sequence[int], **kwargs: Any) -> None:
        """``places`` count from 0."""
        super().__init__(*args, **kwargs)
        for place in places:
            self.fields[f"word_{place}"] = forms.CharField(
                label=_("Word number %(number)s") % {"number": place + 1},
                max_length=40,
                widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none", "size": 14}),
                error_messages={
                    "required": _("Write word number %(number)s from your paper.") % {"number": place + 1},
                    "max_length": _("Write one word only."),
                },
            )

    def refuse_words(self) -> None:
        """Say that the words are not the right ones."""
        self.refuse(
            _("These are not the words that were shown. Compare with your paper, or go back and look again.")
        )

    def clean(self) -> dict[str, Any]:
        """The words in the order of their places."""
        cleaned = super().clean() or {}
        return {**cleaned, "words": tuple(cleaned.get(name, "") for name in self.fields)}
