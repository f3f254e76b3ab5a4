"""The card of a veteran as one calm page; every field may stay empty."""

from dataclasses import asdict
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from peredacha.design.fields import Option
from peredacha.rooms.veterans.models import ProfileContent
from peredacha.rooms.veterans.selectors import (
    found_places,
    group_choices,
    kin_choices,
    language_choices,
    place_name,
    regime_choices,
    region_choices,
    stage_choices,
    topic_choices,
)

UNTOLD = ("", gettext_lazy("I would rather not say"))
INSIDE = {"yes": True, "no": False, "": None}
MOST_PLACES = 12
WRONG_CHOICE = {"invalid_choice": gettext_lazy("Choose from the list.")}


def ticks(label: Any, hint: Any = "") -> forms.MultipleChoiceField:
    """Check-boxes, one a line; the choices are set when the form is made."""
    return forms.MultipleChoiceField(
        label=label,
        help_text=hint,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages=WRONG_CHOICE,
    )


def line(label: Any, hint: Any = "", *, most: int = 200, rows: int = 0) -> forms.CharField:
    """One line of text, or some."""
    attributes = {"autocomplete": "off"}
    return forms.CharField(
        label=label,
        help_text=hint,
        required=False,
        max_length=most,
        widget=forms.Textarea(attrs={**attributes, "rows": rows})
        if rows
        else forms.TextInput(attrs=attributes),
        error_messages={"max_length": gettext_lazy("This is too long. Write only what matters most.")},
    )


class ProfileForm(forms.Form):
    """What a veteran tells; gives a :class:`ProfileContent` by :meth:`content`."""

    capacity = forms.IntegerField(
        label=gettext_lazy("How many families can you stand by at a time?"),
        help_text=gettext_lazy("A number, for example 2. Zero means: nobody at present."),
        required=False,
        min_value=0,
        max_value=20,
        widget=forms.TextInput(attrs={"size": 3, "inputmode": "numeric", "autocomplete": "off"}),
        error_messages={
            "invalid": gettext_lazy("Write a number, for example 2."),
            "min_value": gettext_lazy("Write a number from 0 to 20."),
            "max_value": gettext_lazy("Write a number from 0 to 20."),
        },
    )
    languages = ticks(gettext_lazy("In which languages can you talk?"))
    gender = forms.ChoiceField(
        label=gettext_lazy("Some families wish for a woman or a man. Who are you?"),
        choices=[("woman", gettext_lazy("A woman")), ("man", gettext_lazy("A man")), UNTOLD],
        required=False,
        widget=forms.RadioSelect,
        error_messages=WRONG_CHOICE,
    )
    region = forms.ChoiceField(label=gettext_lazy("Your region"), required=False, error_messages=WRONG_CHOICE)
    town = line(
        gettext_lazy("Your town"), gettext_lazy("Some families wish for somebody from another town."), most=80
    )
    was_inside = forms.ChoiceField(
        label=gettext_lazy("Did it happen to you yourself?"),
        choices=[
            ("yes", Option(gettext_lazy("Yes, I was inside"))),
            ("no", Option(gettext_lazy("No, I waited outside"))),
            UNTOLD,
        ],
        required=False,
        widget=forms.RadioSelect,
        error_messages=WRONG_CHOICE,
    )
    kin = ticks(gettext_lazy("Who were you to the person who was taken?"))
    stages = ticks(gettext_lazy("What have you been through?"))
    places = line(
        gettext_lazy("Which places do you know?"),
        gettext_lazy("One a line: SIZO, colony, police office. Add the town where the name is common."),
        most=1_500,
        rows=4,
    )
    articles = line(
        gettext_lazy("Under which articles?"), gettext_lazy("For example: 228.1 part 3, 318 part 1.")
    )
    groups = ticks(gettext_lazy("Which cases do you know from life?"))
    regimes = ticks(gettext_lazy("Which regimes do you know?"))
    topics = ticks(gettext_lazy("What else do you know from life?"))
    never = ticks(
        gettext_lazy("What do you never want to meet again?"),
        gettext_lazy("No family with this will be proposed to you. You need not say why."),
    )
    cases = line(
        gettext_lazy("Numbers of your own case"),
        gettext_lazy(
            "So that nobody from your case is proposed to you. One a line. We keep a fingerprint, not the number."
        ),
        most=600,
        rows=2,
    )
    forget_cases = forms.MultipleChoiceField(
        label=gettext_lazy("Numbers kept so far"),
        choices=[("yes", Option(gettext_lazy("Forget the fingerprints that are kept")))],
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages=WRONG_CHOICE,
    )
    note = line(
        gettext_lazy("Anything else the coordinator should know"),
        gettext_lazy("When you have time, what is hard for you."),
        most=1_000,
        rows=3,
    )

    def __init__(self, before: ProfileContent, *, today: date, data: Any = None) -> None:
        """Fill the form with the card as it stands."""
        self.before = before
        super().__init__(data, initial=initial_of(before, today), use_required_attribute=False)
        lists = {
            "languages": language_choices(),
            "kin": kin_choices(),
            "stages": stage_choices(),
            "groups": group_choices(),
            "regimes": regime_choices(),
            "topics": topic_choices(),
            "never": [
                *group_choices(),
                *topic_choices(),
                ("danger", _("Life or health in danger right now")),
            ],
            "region": [("", _("I would rather not say")), *region_choices()],
        }
        for name, choices in lists.items():
            self.fields[name].choices = choices  # type: ignore[attr-defined]
        if not before.conflict_tags:
            del self.fields["forget_cases"]

    def clean_places(self) -> tuple[list[str], list[str]]:
        """Public ids of the cards that are meant, and the lines that no card has."""
        lines = [one.strip() for one in self.cleaned_data["places"].splitlines() if one.strip()]
        if len(lines) > MOST_PLACES:
            raise ValidationError(_("Write at most %(number)s places.") % {"number": MOST_PLACES})
        known, words = [], []
        for one in lines:
            found = found_places(one)
            if len(found) > 1:
                names = "; ".join(name for _id, name in found[:3])
                raise ValidationError(
                    _("“%(words)s” may be several places. Write one of them as here: %(names)s.")
                    % {"words": one, "names": names}
                )
            known += [found[0][0]] if found else []
            words += [] if found else [one]
        return known, words

    @property
    def case_numbers(self) -> list[str]:
        """Numbers typed now, to be turned into fingerprints."""
        return [one.strip() for one in self.cleaned_data["cases"].splitlines() if one.strip()]

    @property
    def kept_tags(self) -> tuple[str, ...]:
        """Fingerprints of before that stay."""
        return () if self.cleaned_data.get("forget_cases") else self.before.conflict_tags

    def told(self) -> dict[str, Any]:
        """The clean values under the names of :class:`ProfileContent`; articles and cases as they were typed."""
        data = self.cleaned_data
        facilities, places = data["places"]
        lists = ("languages", "kin", "stages", "groups", "regimes", "topics", "never")
        return {
            **{name: tuple(data[name]) for name in lists},
            **{name: data[name] for name in ("capacity", "gender", "region", "town", "note")},
            "was_inside": INSIDE[data["was_inside"]],
            "facilities": tuple(facilities),
            "places": tuple(places),
        }


def initial_of(before: ProfileContent, today: date) -> dict[str, Any]:
    """A card as the form shows it."""
    named = [place_name(one, today=today) for one in before.facilities]
    return {
        **asdict(before),
        "was_inside": {value: key for key, value in INSIDE.items()}[before.was_inside],
        "places": "\n".join([*filter(None, named), *before.places]),
        "articles": ", ".join(one.replace("/", " ч. ") for one in before.articles),
    }
