"""What is asked of somebody who joins."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from peredacha.design.forms import PlainForm
from peredacha.design.inputs import NewPassphraseField, login_field
from peredacha.design.typed_back import TypedBackForm
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


class WordsForm(TypedBackForm):
    """Some of the printed words, typed back."""

    def refuse_words(self) -> None:
        """Say that the words are not the right ones."""
        self.refuse(
            _("These are not the words that were shown. Compare with your paper, or go back and look again.")
        )
