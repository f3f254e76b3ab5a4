"""Inputs of a sign-in that several rooms ask: a login name, a passphrase, a code."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from peredacha.core.sealing import is_weak
from peredacha.design.wording import said

LONGEST_NAME, LONGEST_PASSPHRASE = 80, 500


def login_field(**more: Any) -> forms.CharField:
    """The name with which a helper signs in."""
    return forms.CharField(
        label=_("Login name"),
        max_length=LONGEST_NAME,
        widget=forms.TextInput(
            attrs={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}
        ),
        error_messages={
            "required": _("Write your login name."),
            "max_length": _("This login name is too long: at most 80 characters."),
        },
        **more,
    )


def passphrase_field(**more: Any) -> forms.CharField:
    """The passphrase; it is never sent back to the page."""
    return forms.CharField(
        **{"label": _("Passphrase"), **more},
        max_length=LONGEST_PASSPHRASE,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
        error_messages={
            "required": _("Write your passphrase."),
            "max_length": _("This passphrase is too long: at most 500 characters."),
        },
    )


class NewPassphraseField(forms.CharField):
    """A new passphrase that is hard enough to guess."""

    def __init__(self, **more: Any) -> None:
        super().__init__(
            label=_("New passphrase"),
            help_text=_(
                "Four or five words that only you would put together. Nobody can look it up for you."
            ),
            max_length=LONGEST_PASSPHRASE,
            strip=False,
            widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
            error_messages={
                "required": _("Write a new passphrase."),
                "max_length": _("This passphrase is too long: at most 500 characters."),
            },
            **more,
        )

    def clean(self, value: Any) -> str:
        """The passphrase, or the sentence that says how to make it stronger."""
        passphrase: str = super().clean(value)
        if weak := is_weak(passphrase):
            raise ValidationError(said(weak))
        return passphrase


def code_field(**more: Any) -> forms.CharField:
    """A code of the app or a printed one."""
    return forms.CharField(
        **{"label": _("One-time code"), **more},
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "autocapitalize": "none", "size": 14}),
        error_messages={
            "required": _("Write the code that the app shows now."),
            "max_length": _("This is no code. Write the six digits of the app, or one printed code."),
        },
    )
