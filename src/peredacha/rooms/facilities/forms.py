"""What the search page asks, and what somebody who stood at a window tells."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from peredacha.rooms.facilities.models import VERDICTS, Reason, Verdict
from peredacha.rooms.facilities.models.outcomes import HOWS, REASONS, REFUSALS
from peredacha.rooms.facilities.selectors import list_region_choices

LONGEST_QUESTION = 100
DAYS_BACK = 14
"""So many days ago one may have stood at the window."""
WRONG = ("required", "invalid_choice")


class FacilitySearchForm(forms.Form):
    """A region and some words of a name; both may be left empty."""

    region = forms.ChoiceField(label=_("Region"), required=False)
    text = forms.CharField(
        label=_("Name or town"),
        help_text=_("A part is enough: SIZO, or the name of the town."),
        required=False,
        max_length=LONGEST_QUESTION,
        error_messages={"max_length": _("This is too long. Write one or two words of the name.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["region"] = forms.ChoiceField(
            label=_("Region"),
            required=False,
            choices=[("", _("All regions")), *list_region_choices((get_language() or "en")[:2])],
            error_messages={"invalid_choice": _("There are no cards of this region yet. Choose another.")},
        )


def _one_of(reasons: Sequence[str], label: Any) -> forms.ChoiceField:
    """A field that may be left as it is."""
    return forms.ChoiceField(
        label=label,
        choices=[(one, Reason(one).label) for one in reasons],
        required=False,
        error_messages={"invalid_choice": _("Choose one line of the list.")},
    )


class TellForm(forms.Form):
    """What happened with one line of a card: a day and codes, nothing to type. ``verdict`` is a button."""

    refused = _one_of(REFUSALS, _("What did they say?"))
    accepted_so = _one_of(HOWS, _("How did it have to be?"))

    def __init__(self, data: Any = None, *, subject: str, today: date) -> None:
        """``subject`` is the sort of the line; the days are those until ``today``."""
        super().__init__(data, initial={"on": today.isoformat(), "refused": Reason.NO_REASON})
        self.verdicts = [(one, Verdict(one).label) for one in VERDICTS[subject]]
        days = [today - timedelta(days=back) for back in range(DAYS_BACK)]
        shown = [(one.isoformat(), date_format(one, "j E")) for one in days]
        tap, day = _("Tap what happened."), _("Choose one of the last days.")
        self.fields["verdict"] = forms.ChoiceField(
            choices=self.verdicts, error_messages=dict.fromkeys(WRONG, tap)
        )
        self.fields["on"] = forms.ChoiceField(
            label=_("When?"), choices=shown, error_messages=dict.fromkeys(WRONG, day)
        )

    def clean(self) -> dict[str, Any]:
        """``verdict``, ``reason`` and ``on``; a refusal without a reason is one whose reason nobody told."""
        told = dict(super().clean() or {})
        verdict = str(told.get("verdict", ""))
        reasons = REASONS.get(verdict, ("",))
        reason = told.get(verdict) or (Reason.NO_REASON if verdict == Verdict.REFUSED else reasons[0])
        on = date.fromisoformat(told["on"]) if told.get("on") else None
        return {"verdict": verdict, "reason": str(reason), "on": on}
