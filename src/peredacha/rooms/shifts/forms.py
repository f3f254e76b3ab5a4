"""What the shift fills in: the queue narrowed, changes of many, the hand-over."""

import re
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from peredacha.design.fields import DayField, Option

LAST_PAGE = 1_000
UUID_TEXT = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


class QueueForm(forms.Form):
    """What an address asks of the queue; what is not understood is left out."""

    kind = forms.SlugField(max_length=10, required=False)
    page = forms.IntegerField(min_value=1, max_value=LAST_PAGE, required=False)

    @property
    def asked(self) -> tuple[str, int]:
        """The class, or empty for everything, and the page."""
        self.is_valid()
        return self.cleaned_data.get("kind") or "", self.cleaned_data.get("page") or 1


class BulkForm(forms.Form):
    """Several lines and what to do with them."""

    matters = forms.MultipleChoiceField(
        label=gettext_lazy("Which requests"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": gettext_lazy("Choose at least one request."),
            "invalid_choice": gettext_lazy(
                "One of these has left the queue meanwhile. Look at the list anew."
            ),
        },
    )
    act = forms.ChoiceField(
        label=gettext_lazy("What to do"),
        choices=[
            ("danger", Option(gettext_lazy("Mark as danger to life or health"))),
            ("calm", Option(gettext_lazy("Take the mark of danger away"))),
            ("move", Option(gettext_lazy("Promise another day"), gettext_lazy("The families read it."))),
            ("close", Option(gettext_lazy("Close"), gettext_lazy("The families read why."))),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose what to do with them.")},
    )
    by = DayField(label=gettext_lazy("By which day"), required=False, first_year=2020)
    why = forms.CharField(
        label=gettext_lazy("Why"),
        required=False,
        max_length=500,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"max_length": gettext_lazy("Write it shorter: one sentence.")},
    )

    def __init__(self, *args: Any, lines: Iterable[tuple[str, str]] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["matters"]
        if isinstance(field, forms.MultipleChoiceField):
            field.choices = list(lines)

    def clean(self) -> dict[str, Any]:
        """A new day needs a day, closing needs a reason."""
        values = self.cleaned_data
        if values.get("act") == "move" and not values.get("by") and "by" not in self.errors:
            self.add_error("by", _("Write by which day the families hear from you."))
        if values.get("act") == "close" and not values.get("why") and "why" not in self.errors:
            self.add_error("why", _("Write why, in one sentence: the families read it."))
        return values

    @property
    def kept(self) -> list[tuple[str, str]]:
        """What was typed, as hidden inputs of the preview."""
        values, by = self.cleaned_data, self.cleaned_data["by"]
        day = [("by_0", str(by.day)), ("by_1", str(by.month)), ("by_2", str(by.year))] if by else []
        lines = [("matters", one) for one in values["matters"]]
        return [*lines, ("act", values["act"]), ("why", values["why"]), *day]


class HandOverForm(forms.Form):
    """The draft of the hand-over: a tick and a text for each matter."""

    def __init__(self, *args: Any, lines: Iterable[tuple[UUID, str, str]] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.names: dict[UUID, tuple[str, str]] = {}
        drafted = list(lines)
        known = {matter for matter, _title, _text in drafted}
        typed = [(one, "", "") for one in self.typed() if one not in known]
        for matter, title, text in [*drafted, *typed]:
            self.names[matter] = (f"take-{matter}", f"text-{matter}")
            self.fields[f"take-{matter}"] = forms.BooleanField(
                label=_("Hand over: %(title)s") % {"title": title}, required=False, initial=True
            )
            self.fields[f"text-{matter}"] = forms.CharField(
                label=_("What the next shift must know"),
                initial=text,
                required=False,
                max_length=2_000,
                widget=forms.Textarea(attrs={"rows": 3}),
                error_messages={"max_length": _("Write it shorter: at most 2,000 signs.")},
            )

    def typed(self) -> list[UUID]:
        """The matters that were sent: what has left the draft meanwhile is not lost."""
        sent = (name.removeprefix("text-") for name in self.data if name.startswith("text-"))
        return [UUID(one) for one in sent if UUID_TEXT.fullmatch(one)]

    @property
    def parts(self) -> list[tuple[Any, Any]]:
        """The two inputs of each matter."""
        return [(self[take], self[text]) for take, text in self.names.values()]

    @property
    def told(self) -> dict[UUID, str]:
        """The texts of the matters that were ticked."""
        values = self.cleaned_data
        return {
            one: values[text] for one, (take, text) in self.names.items() if values[take] and values[text]
        }
