"""A good as it is typed."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from peredacha.design.forms import OnceForm, PlainForm
from peredacha.design.lines import CHOOSE, SCAN, choose, line, whole
from peredacha.rooms.goods.models import LONGEST_NAME, MOST_GRAMS, Good, Season, Unit
from peredacha.rooms.goods.selectors import WRONG_CODE, class_choices, code_of, thing_choices

NONE = ("", _("Nothing of this"))


def right_code(text: str) -> str:
    """A code of a shop or nothing. Raises ValidationError."""
    code = code_of(text)
    if text and not code:
        raise ValidationError(WRONG_CODE)
    return code


class GoodForm(OnceForm):
    """What a thing is, what it weighs, of which kind it is."""

    name_ru = line(
        _("What is it?"), LONGEST_NAME, required=_("Write what it is, for example: black tea, 100 bags.")
    )
    grams = whole(
        _("Weight with its packing, in grams"), most=MOST_GRAMS, help_text=_("Put one piece on the scales.")
    )
    unit = forms.ChoiceField(label=_("One piece is a"), choices=Unit.choices, error_messages=CHOOSE)
    kind = forms.ChoiceField(
        label=_("Of which kind"),
        help_text=_("Windows forbid and limit kinds."),
        required=False,
        error_messages=CHOOSE,
    )
    also = forms.ChoiceField(
        label=_("And also"),
        help_text=_("A second kind, or a thing that windows forbid by its name."),
        required=False,
        error_messages=CHOOSE,
    )
    barcode = line(
        _("Code of the shop"),
        20,
        help_text=_("You may leave this empty."),
        attrs={**SCAN, "inputmode": "numeric", "enterkeyhint": "next"},
    )
    name_en = line(_("In English"), LONGEST_NAME)
    aliases = line(_("Other words for it"), 200, help_text=_("With commas between."))
    size = line(_("Size"), 10)
    season = forms.ChoiceField(
        label=_("Season"),
        required=False,
        choices=[("", _("The whole year")), *Season.choices],
        error_messages=CHOOSE,
    )
    least = whole(
        _("How many should always be there?"), 0, help_text=_("0: it does not matter."), required=False
    )
    gone = forms.BooleanField(label=_("We do not pack this any more"), required=False)

    def __init__(self, *args: Any, good: Good | None = None, **more: Any) -> None:
        """``good``: the one that is changed, with its kinds."""
        super().__init__(*args, **more)
        self.good = good
        kinds = [NONE, *class_choices()]
        choose(self.fields["kind"], kinds)
        choose(self.fields["also"], [*kinds, *thing_choices()])
        if good:
            del self.fields["barcode"]
        else:
            del self.fields["gone"]

    @staticmethod
    def first(good: Good) -> dict[str, Any]:
        """What stands in the form before anything is typed."""
        kinds = [*good.groups.split(), "", ""]
        names = ("name_ru", "name_en", "grams", "unit", "aliases", "size", "season", "least", "gone")
        return {**{name: getattr(good, name) for name in names}, "kind": kinds[0], "also": kinds[1]}

    def clean_barcode(self) -> str:
        """A code whose check figure is right, or nothing."""
        return right_code(self.cleaned_data["barcode"])

    @property
    def told(self) -> dict[str, Any]:
        """What was typed, as a good is told; kinds beyond two stay as the table of the chapter gave them."""
        data = dict(self.cleaned_data)
        rest = self.good.groups.split()[2:] if self.good else []
        groups = dict.fromkeys(key for key in (data.pop("kind"), data.pop("also"), *rest) if key)
        data.pop("once"), data.pop("barcode", "")
        return {**data, "least": data["least"] or 0, "groups": " ".join(groups)}


class CodeForm(PlainForm):
    """One more code under which a shop sells it."""

    barcode = line(
        _("Code of the shop"),
        20,
        required=_("Scan the code, or type its figures."),
        attrs={**SCAN, "autofocus": True},
    )

    def clean_barcode(self) -> str:
        """A code whose check figure is right."""
        return right_code(self.cleaned_data["barcode"])
