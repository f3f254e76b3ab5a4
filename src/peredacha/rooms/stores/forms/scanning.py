"""What is scanned or typed to find a thing."""

from typing import Self

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from peredacha.design.forms import PlainForm
from peredacha.design.lines import SCAN, line
from peredacha.rooms.goods.selectors import WRONG_CODE, code_of, looks_like_code


class FindForm(PlainForm):
    """A scanner types the figures and Enter; a person writes a few letters."""

    q = line(_("Find a thing"), 80, help_text=_("Scan the code, or write a part of the name."), attrs=SCAN)
    code = forms.CharField(required=False, max_length=20, widget=forms.HiddenInput)

    @classmethod
    def sought(cls, request: HttpRequest, label: str = "") -> Self:
        """The form as the address asks it; ``label``: the question of a page that waits for a scanner."""
        form = cls(request.GET if "q" in request.GET else None, initial={"code": request.GET.get("code", "")})
        if label:
            form.fields["q"].label = label
            form.fields["q"].widget.attrs["autofocus"] = not form.errors
        return form

    def clean_q(self) -> str:
        """A code whose check figure is right, or words."""
        text: str = self.cleaned_data["q"]
        if looks_like_code(text) and not code_of(text):
            raise ValidationError(WRONG_CODE)
        return text

    def clean_code(self) -> str:
        """The new code that the words belong to; a wrong one is no code."""
        return code_of(self.cleaned_data["code"])

    @property
    def question(self) -> str:
        """What was asked; empty where nothing was, or it was wrong."""
        return str(self.cleaned_data.get("q", "")) if self.is_bound and self.is_valid() else ""
