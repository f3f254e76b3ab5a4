"""Two matters become one."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from peredacha.design.fields import Option

ONE_FAMILY = Option(
    gettext_lazy("They are one family and may read each other’s words"),
    gettext_lazy("I asked them, or know it surely."),
)


class MergeForm(forms.Form):
    """The helper's word that the two belong together."""

    one_family = forms.MultipleChoiceField(
        label=gettext_lazy("Before two matters become one"),
        choices=[("yes", ONE_FAMILY)],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    too_much = gettext_lazy(
        "There is too much in the second matter to tell it again in one step. Nothing was changed. Make them one "
        "the other way round; if that one is too long as well, leave them apart and say so in a remark in both."
    )

    def __init__(self, data: Any = None, *, asks: bool = True) -> None:
        """``asks``: whether a family reads along, so that the tick is needed."""
        super().__init__(data, use_required_attribute=False)
        self.asks = asks

    def clean_one_family(self) -> bool:
        """Whether it was ticked."""
        ticked = bool(self.cleaned_data["one_family"])
        if self.asks and not ticked:
            self.add_error(
                "one_family",
                _("Tick this only if it is true. If two families seek one person, leave the matters apart."),
            )
        return ticked
