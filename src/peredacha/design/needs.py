"""One need of a paper as one form, and the forms of a word that Russian leaves open."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from peredacha.core.documents import Asked, Need
from peredacha.core.documents.values import understood
from peredacha.design.fields import DayField
from peredacha.design.forms import PlainForm
from peredacha.design.wording import said, words

LINE, TEXT = 400, 7_000
"""What a line and a text hold at most [characters]."""
TOO_LONG = _("This is too long for a paper: keep what matters most.")
WRITTEN = {"autocomplete": "off"}
CASES = (
    _("Who? What?"),
    _("Of whom? Of what? (genitive)"),
    _("To whom? To what? (dative)"),
    _("Whom? What? (accusative)"),
    _("By whom? By what? (instrumental)"),
    _("About whom? About what? (prepositional)"),
)


def line(
    label: str, initial: Any, *, required: bool = True, rows: int = 1, longest: int = LINE
) -> forms.CharField:
    """A text of one or more lines."""
    if rows > 1:
        widget: forms.Widget = forms.Textarea(attrs={"rows": rows, **WRITTEN})
    else:
        widget = forms.TextInput(attrs=WRITTEN)
    errors: dict[str, Any] = {
        "required": gettext("Please tell this: the paper cannot be made without it."),
        "max_length": TOO_LONG,
    }
    return forms.CharField(
        label=label,
        initial=initial,
        required=required,
        max_length=longest,
        widget=widget,
        error_messages=errors,
    )


class AnswerForm(PlainForm):
    """Asks one need; gives ``told``: a plain value as core takes it, or None for what may be missing and is empty."""

    def __init__(self, need: Need, value: Any, data: Any = None) -> None:
        """Build the fields of ``need``, filled with what is known."""
        super().__init__(data)
        self.need = need
        self.needed = not need.may_be_missing
        self.label, self.hint = words(need.label), self._hint()
        build = {
            "person": self._person,
            "choice": self._choice,
            "yes_no": self._yes_no,
            "day": self._day,
            "number": self._number,
            "money": self._money,
        }.get(need.kind, self._text)
        build(value)

    @property
    def is_person(self) -> bool:
        """Whether it asks for a name in its parts."""
        return self.need.kind == "person"

    def _hint(self) -> str:
        example = (
            gettext("For example: %(example)s") % {"example": self.need.example} if self.need.example else ""
        )
        return " ".join(filter(None, [words(self.need.help), example]))

    def _set(self, field: forms.Field) -> None:
        field.label, field.help_text, field.required = self.label, self.hint, self.needed
        self.fields["answer"] = field

    def _text(self, value: Any) -> None:
        shown = "\n".join(value) if isinstance(value, list | tuple) else value
        rows = {"text": 7, "list": 4, "title": 2}.get(self.need.kind, 1)
        longest = TEXT if self.need.kind in ("text", "list") else LINE
        self._set(line(self.label, shown, rows=rows, longest=longest))

    def _person(self, value: Any) -> None:
        told = value or {}
        self.fields["surname"] = line(
            gettext("Surname"), told.get("surname"), required=self.needed, longest=80
        )
        self.fields["given"] = line(
            gettext("Given name"), told.get("given"), required=self.needed, longest=80
        )
        patronymic = line(gettext("Patronymic"), told.get("patronymic"), required=False, longest=80)
        patronymic.help_text = gettext("Leave it empty if there is none.")
        self.fields["patronymic"] = patronymic
        self.fields["gender"] = forms.ChoiceField(
            label=gettext("Is this a man or a woman?"),
            choices=[("m", gettext("A man")), ("f", gettext("A woman"))],
            widget=forms.RadioSelect,
            required=False,
            initial=told.get("gender"),
            error_messages={"invalid_choice": gettext("Choose one of the lines shown.")},
        )

    def _choice(self, value: Any, options: Sequence[tuple[str, str]] | None = None) -> None:
        offered = options or [(one.key, words(one.text)) for one in self.need.options]
        if not self.needed:
            offered = [*offered, ("", gettext("Leave it out"))]
        refused = gettext("Choose one of the lines shown.")
        errors = {"required": refused, "invalid_choice": refused}
        self._set(
            forms.ChoiceField(choices=offered, widget=forms.RadioSelect, initial=value, error_messages=errors)
        )

    def _yes_no(self, value: Any) -> None:
        shown = {True: "yes", False: "no"}.get(value) if isinstance(value, bool) else None
        self._choice(shown, [("yes", gettext("Yes")), ("no", gettext("No"))])

    def _day(self, value: Any) -> None:
        self._set(DayField(initial=date.fromisoformat(value) if value else None))

    def _number(self, value: Any) -> None:
        errors = {
            "required": gettext("Please write a whole number."),
            "invalid": gettext("Please write a whole number."),
        }
        widget = forms.TextInput(attrs={"inputmode": "numeric", "size": 8, **WRITTEN})
        self._set(
            forms.IntegerField(
                min_value=0,
                max_value=10**11,
                initial=value,
                widget=widget,
                localize=False,
                error_messages=errors,
            )
        )

    def _money(self, value: Any) -> None:
        shown = f"{value / 100:.2f}".removesuffix(".00") if value else None
        field = line(self.label, shown, longest=20)
        field.widget.attrs |= {"inputmode": "decimal", "size": 12}
        self._set(field)

    @property
    def told(self) -> Any:
        """The answer as core takes it."""
        return self.cleaned_data.get("told")

    def clean(self) -> dict[str, Any]:
        """Bring the answer into its plain form, and let core say whether a paper can hold it."""
        data = super().clean() or {}
        if self.errors:
            return data
        value = self._plain(data)
        asked = understood(self.need, value).asked
        wrong = [one for one in asked if one.why != "declension"]
        if wrong:
            field = "surname" if self.is_person else "answer"
            self.add_error(field, ValidationError(said(wrong[0].said)))
        data["told"] = value
        return data

    def _plain(self, data: dict[str, Any]) -> Any:
        if self.is_person:
            parts = {
                part: str(data.get(part) or "").strip()
                for part in ("surname", "given", "patronymic", "gender")
            }
            return parts if parts["surname"] or parts["given"] else None
        value = data.get("answer")
        if value in (None, ""):
            return None
        match self.need.kind:
            case "day":
                return value.isoformat()
            case "list":
                return [one.strip() for one in value.splitlines() if one.strip()]
            case "yes_no":
                return value == "yes"
            case "money":
                return kopecks(value)
            case _:
                return value


def kopecks(text: str) -> Any:
    """A sum typed in roubles as kopecks; the text itself when it is no sum, so that core refuses it in words."""
    bare = "".join(text.split()).replace(",", ".")
    if not bare.replace(".", "", 1).isdecimal() or not bare.isascii():
        return text
    return int(Decimal(bare) * 100)


class FormsForm(PlainForm):
    """How a word changes: one of the ways that grammar knows, or six forms written by hand; gives ``forms``."""

    OWN = "own"

    def __init__(self, asked: Asked, data: Any = None) -> None:
        """``asked`` brings the ways that are possible."""
        super().__init__(data)
        self.question = asked
        ways = [(str(place), ", ".join(way)) for place, way in enumerate(asked.offered)]
        refused = gettext("Choose one of the lines shown.")
        self.fields["way"] = forms.ChoiceField(
            label=said(asked.said),
            choices=[*ways, (self.OWN, gettext("Another way: I write it"))],
            widget=forms.RadioSelect,
            error_messages={"required": refused, "invalid_choice": refused},
        )
        for place, case in enumerate(CASES):
            first = asked.offered[0][place] if asked.offered else ""
            self.fields[f"form_{place}"] = line(str(case), first, required=False, longest=200)

    @property
    def written(self) -> list[forms.BoundField]:
        """The six boxes for forms written by hand."""
        return [self[f"form_{place}"] for place in range(len(CASES))]

    @property
    def forms(self) -> tuple[str, ...]:
        """The six forms."""
        way = self.cleaned_data["way"]
        if way != self.OWN:
            return tuple(self.question.offered[int(way)])
        return tuple(self.cleaned_data[f"form_{place}"] for place in range(len(CASES)))

    def clean(self) -> dict[str, Any]:
        """All six forms are needed when they are written by hand."""
        data = super().clean() or {}
        if data.get("way") == self.OWN and not all(data.get(f"form_{place}") for place in range(len(CASES))):
            self.add_error(
                "way", ValidationError(gettext("Write all six forms, or choose one of the lines."))
            )
        return data


class GenderForm(PlainForm):
    """A man or a woman, where the name does not tell it."""

    gender = forms.ChoiceField(
        choices=[("m", _("A man")), ("f", _("A woman"))],
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose one of the lines shown."),
            "invalid_choice": _("Choose one of the lines shown."),
        },
    )

    def __init__(self, asked: Asked, data: Any = None) -> None:
        """``asked`` brings the question."""
        super().__init__(data)
        self.fields["gender"].label = said(asked.said)
