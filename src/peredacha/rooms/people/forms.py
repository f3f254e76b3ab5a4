"""What is asked at the door."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from peredacha.core.sealing import UnreadableCode, read_recovery
from peredacha.design.forms import PlainForm
from peredacha.design.inputs import NewPassphraseField, code_field, login_field, passphrase_field
from peredacha.design.wording import said

LONGEST_WORDS = 300


class RecoveryWordsField(forms.CharField):
    """The twelve printed words; gives their 16 bytes."""

    def __init__(self, **more: Any) -> None:
        super().__init__(
            label=_("The twelve words from your paper"),
            max_length=LONGEST_WORDS,
            widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "off", "autocapitalize": "none"}),
            error_messages={
                "required": _("Write the twelve words from your paper."),
                "max_length": _("This is longer than twelve words. Write only the words from your paper."),
            },
            **more,
        )

    def clean(self, value: Any) -> Any:
        """The bytes of the words, or the sentence that says which word is wrong."""
        typed = super().clean(value)
        try:
            return read_recovery(typed)
        except UnreadableCode as wrong:
            raise ValidationError(said(wrong.said)) from None


class SignInForm(PlainForm):
    """Login name and passphrase."""

    login = login_field()
    passphrase = passphrase_field()


class CodeForm(PlainForm):
    """The second factor, typed."""

    code = code_field(help_text=_("Six digits from the app, or one of your printed codes."))


class RecoveryForm(PlainForm):
    """The way back with the printed words."""

    login = login_field()
    words = RecoveryWordsField()
    passphrase = NewPassphraseField()
