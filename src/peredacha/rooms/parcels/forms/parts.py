"""Fields that several forms of the room share."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from peredacha.design.fields import GroupedTicks
from peredacha.design.goods import in_groups
from peredacha.rooms.parcels.selectors import goods_classes

CHOOSE = _("Choose one of the lines shown.")
TOO_LONG = _("This is too long: keep what matters most.")
LONGEST = 1_000


def one_of(
    choices: Iterable[tuple[str, Any]], label: Any, hint: Any = "", *, required: bool = True
) -> forms.ChoiceField:
    """One line of several, as radios."""
    return forms.ChoiceField(
        label=label,
        help_text=hint,
        choices=list(choices),
        required=required,
        widget=forms.RadioSelect,
        error_messages={"required": CHOOSE, "invalid_choice": CHOOSE},
    )


def few_words(label: Any, hint: Any = "", *, rows: int = 2, longest: int = LONGEST) -> forms.CharField:
    """Some words that may be left out; one row is a line."""
    return forms.CharField(
        label=label,
        help_text=hint,
        required=False,
        max_length=longest,
        widget=forms.Textarea(attrs={"rows": rows}) if rows > 1 else forms.TextInput(),
        error_messages={"max_length": TOO_LONG},
    )


def classes(label: Any, hint: Any = "") -> forms.MultipleChoiceField:
    """Kinds of goods as check-boxes, in the order of the land."""
    return forms.MultipleChoiceField(
        label=label,
        help_text=hint,
        choices=in_groups(goods_classes()),
        required=False,
        widget=GroupedTicks,
        error_messages={"invalid_choice": CHOOSE},
    )
