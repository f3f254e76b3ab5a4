"""One step of the chain, as it is told on its page; the day is filled with today."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from peredacha.core.carried import ELSEWHERE
from peredacha.design.fields import DayField, Option
from peredacha.design.forms import PlainForm
from peredacha.rooms.errands.models import HOW_KNOWN
from peredacha.rooms.facilities.models import REFUSALS, Reason
from peredacha.rooms.parcels.forms.parts import CHOOSE, few_words, one_of

LONGEST_AHEAD = timedelta(days=50)
"""So far ahead a day can be set: a place in the counter is not kept much longer."""
OLDEST = timedelta(days=120)
LINE = 120
Fields = dict[str, forms.Field]
Choices = Sequence[tuple[str, str]]


def day(label: str, today: date) -> DayField:
    """The day of a step; today stands in it."""
    return DayField(label=label, initial=today.isoformat())


def reasons() -> list[tuple[str, str]]:
    """Why a window refused, first that nobody said why; the other reasons of a card say how a thing was taken."""
    told = sorted(REFUSALS, key=lambda one: one != Reason.NO_REASON)
    return [(one, capfirst(str(Reason(one).label))) for one in told]


def agreed(today: date, lines: Choices) -> Fields:
    """Whose yes, how it is known, of which day."""
    own = Option(_("He wants it"), _("He said so himself: in a letter, by phone, to a lawyer."))
    family = Option(
        _("He cannot be asked"), _("The family says yes. His own no, when it comes, goes before this.")
    )
    return {
        "code": one_of((("prisoner", own), ("family", family)), _("Does he want it?")),
        "text": few_words(
            _("How do you know it?"), _("A few words. You may leave this empty."), rows=1, longest=LINE
        ),
        "on": day(_("Since which day?"), today),
    }


def placed(today: date, lines: Choices) -> Fields:
    """How the place is known, of which day."""
    return {
        "code": one_of(HOW_KNOWN[:-1], _("How do you know that he is there?")),
        "on": day(_("On which day was it so?"), today),
    }


def elsewhere(today: date, lines: Choices) -> Fields:
    """Where he is now, as they said; of which day."""
    unknown = ("", _("They did not say, or it is not in this list"))
    return {
        "code": forms.ChoiceField(
            label=_("Where is he now, as they told you?"),
            help_text=_(
                "Who reads his matter is asked whether it is so. Until then nothing is carried to him."
            ),
            choices=[unknown, *lines],
            required=False,
            error_messages={"invalid_choice": CHOOSE},
        ),
        "text": few_words(_("Or in words"), _("You may leave this empty."), rows=1, longest=LINE),
        "on": day(_("On which day did they say so?"), today),
    }


def planned(today: date, lines: Choices) -> Fields:
    """The day of the window."""
    return {"on": day(_("On which day is it handed in or posted?"), today)}


def handed(today: date, lines: Choices) -> Fields:
    """The day and the receipt."""
    receipt = few_words(_("Number of the receipt"), _("You may leave this empty."), rows=1, longest=LINE)
    return {"on": day(_("On which day did they take it?"), today), "text": receipt}


def posted(today: date, lines: Choices) -> Fields:
    """The day and the number for tracking."""
    number = few_words(_("Number for tracking"), _("You may leave this empty."), rows=1, longest=40)
    return {"on": day(_("On which day was it posted?"), today), "tracking": number}


def delivered(today: date, lines: Choices) -> Fields:
    """The day, and how it is known."""
    return {
        "on": day(_("On which day did it reach him?"), today),
        "text": few_words(_("How do you know it?"), _("You may leave this empty."), rows=1, longest=LINE),
    }


def thing(today: date, lines: Choices) -> Fields:
    """Which thing, why, in words."""
    which = one_of(lines, _("What did they not take?"))
    which.initial = lines[0][0] if len(lines) == 1 else None
    return {
        "thing": which,
        "code": one_of(reasons(), _("Why? With one tap it is written down.")),
        "text": few_words(_("What did they say?"), _("In their words, for a complaint. It stays sealed.")),
        "on": day(_("On which day?"), today),
    }


def refused(today: date, lines: Choices) -> Fields:
    """Why all of it came back; because of which thing, if of one."""
    because = [*lines, ("", _("Not because of one thing"))]
    return {
        "code": one_of(reasons(), _("Why did they refuse it?")),
        "thing": one_of(because, _("Because of which thing?"), required=False),
        "text": few_words(_("What did they say?"), _("In their words, for a complaint. It stays sealed.")),
        "on": day(_("On which day?"), today),
    }


def plain(today: date, lines: Choices) -> Fields:
    """A day and some words."""
    return {
        "on": day(_("On which day?"), today),
        "text": few_words(_("In a few words"), _("You may leave this empty.")),
    }


FIELDS: dict[str, Callable[[date, Choices], Fields]] = {
    "agreed": agreed,
    "placed": placed,
    ELSEWHERE: elsewhere,
    "planned": planned,
    "handed": handed,
    "posted": posted,
    "delivered": delivered,
    "thing": thing,
    "refused": refused,
}


class StepForm(PlainForm):
    """What is told of one step."""

    def __init__(self, *args: Any, step: str, today: date, lines: Choices, **more: Any) -> None:
        """``lines``: what can be chosen, as pairs of value and words: things in the box, or places."""
        super().__init__(*args, **more)
        self.step, self.today = step, today
        self.fields.update(FIELDS.get(step, plain)(today, lines))

    def clean_on(self) -> date | None:
        """A plan is ahead; what happened is over."""
        on: date | None = self.cleaned_data["on"]
        if on is None:
            return None
        if self.step == "planned":
            if not self.today <= on <= self.today + LONGEST_AHEAD:
                raise forms.ValidationError(_("Choose a day from today on, within the next seven weeks."))
        elif on > self.today:
            raise forms.ValidationError(_("This day is still to come: write the day on which it happened."))
        elif on < self.today - OLDEST:
            raise forms.ValidationError(_("This is long ago. Check the day."))
        return on


class HoldForm(PlainForm):
    """Take a parcel, or give it back to the board."""

    take = forms.BooleanField(required=False)


class BackForm(PlainForm):
    """Whether one thing that a window gave back lies on its shelf again, or stayed there."""

    thing = forms.CharField(strip=False)
    stayed = forms.BooleanField(required=False)
