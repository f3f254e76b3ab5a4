"""One question as one form: what was typed becomes an answer, or one clear sentence."""

import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from peredacha.core.language import in_language
from peredacha.core.law.plan import UNKNOWN, Answer, Answers, Question
from peredacha.design.fields import DayField, TimeField
from peredacha.rooms.intake.selectors import Choices

TEXT_LENGTH = 200
TODAY, YESTERDAY, OTHER = "today", "yesterday", "other"
ARTICLE = re.compile(r"\d{2,3}(?:\.\d{1,2})?")
FIRST_YEAR = 1990


class QuestionForm(forms.Form):
    """Gives ``answer``: a key, an ISO day or moment, a text, or several keys.

    The button "I don't know" sends ``unknown`` and wins over everything else that was typed.
    """

    def __init__(
        self, question: Question, answers: Answers, choices: Choices, *, now: datetime, data: Any = None
    ) -> None:
        """Build the fields of ``question``, filled with the answer given before."""
        self.question, self.answers, self.now = question, answers, now
        super().__init__(data, use_required_attribute=False)
        given = answers.get(question.id)
        self.given = None if given == UNKNOWN else given
        self.unknown = bool(data and data.get("unknown"))
        build = {
            "choice": self._choice,
            "several": self._several,
            "moment": self._moment,
            "day": self._day,
            "region": lambda: self._select(choices.regions),
            "place": lambda: self._select(choices.places),
            "facility": lambda: self._select(choices.facilities),
            "text": self._text,
            "article": self._text,
        }
        build[question.kind]()

    @property
    def too_long(self) -> str:
        """What to say when all answers together no longer fit."""
        return _("These answers are too long to be kept in your browser: write the last one shorter.")

    @property
    def words(self) -> str:
        """The question in the language of the page."""
        return in_language(self.question.ask, get_language() or "ru")

    @property
    def hint(self) -> str:
        """Its hint, or nothing."""
        return in_language(self.question.hint, get_language() or "ru") if self.question.hint else ""

    def _options(self) -> list[tuple[str, str]]:
        language = get_language() or "ru"
        offered = self.question.offered(self.answers)
        return [(option.key, in_language(option.text, language)) for option in offered]

    def _choice(self) -> None:
        self.fields["answer"] = forms.ChoiceField(
            label=self.words,
            help_text=self.hint,
            choices=[*self._options(), (UNKNOWN, _("I don't know"))],
            widget=forms.RadioSelect,
            initial=self.answers.get(self.question.id),
            error_messages={
                "required": _("Choose one line. If none fits, choose “I don't know”."),
                "invalid_choice": _("Choose one of the lines shown."),
            },
        )

    def _several(self) -> None:
        given = self.answers.get(self.question.id)
        self.fields["answer"] = forms.MultipleChoiceField(
            label=self.words,
            help_text=self.hint,
            choices=[*self._options(), (UNKNOWN, _("I don't know"))],
            widget=forms.CheckboxSelectMultiple,
            initial=[given] if isinstance(given, str) else given,
            error_messages={
                "required": _("Tick at least one line. If none fits, tick “I don't know”."),
                "invalid_choice": _("Choose among the lines shown."),
            },
        )

    def _select(self, choices: Sequence[tuple[str, str]]) -> None:
        self.fields["answer"] = forms.ChoiceField(
            label=self.words,
            help_text=self.hint,
            choices=[("", _("Choose from the list")), *choices],
            initial=self.given,
            error_messages={
                "required": _("Choose from the list, or press “I don't know”."),
                "invalid_choice": _("Choose from the list, or press “I don't know”."),
            },
            required=not self.unknown,
        )

    def _text(self) -> None:
        self.fields["answer"] = forms.CharField(
            label=self.words,
            help_text=self.hint,
            initial=self.given,
            required=not self.unknown,
            widget=forms.TextInput(attrs={"autocomplete": "off", "size": 20}),
            error_messages={"required": _("Write it, or press “I don't know”.")},
        )

    def _day(self) -> None:
        self.fields["day"] = DayField(
            label=self.words,
            help_text=self.hint,
            required=not self.unknown,
            initial=date.fromisoformat(str(self.given)[:10]) if self.given else None,
            error_messages={"required": _("Write the day, the month and the year, or press “I don't know”.")},
        )

    def _moment(self) -> None:
        before = str(self.given or "")
        self.fields["when"] = forms.ChoiceField(
            label=self.words,
            help_text=self.hint,
            choices=[(TODAY, _("Today")), (YESTERDAY, _("Yesterday")), (OTHER, _("Another day"))],
            widget=forms.RadioSelect,
            required=False,
            initial=OTHER if before else None,
        )
        self.fields["day"] = DayField(
            label=_("If it is another day, write it"),
            required=False,
            initial=date.fromisoformat(before[:10]) if before else None,
        )
        self.fields["time"] = TimeField(
            label=gettext_lazy("At what time"),
            help_text=_("About is enough, for example 14:30. Leave it empty if you don't know the hour."),
            required=False,
            initial=datetime.fromisoformat(before).time() if "T" in before else None,
        )

    def clean(self) -> dict[str, Any]:
        """Everything put together into ``answer``."""
        cleaned = super().clean() or {}
        if self.unknown:
            self._errors = forms.utils.ErrorDict()
            return {"answer": UNKNOWN}
        if self.errors:
            return cleaned
        finish = {"several": self._several_cleaned, "moment": self._moment_cleaned, "day": self._day_cleaned}
        finish |= {"text": self._text_cleaned, "article": self._article_cleaned}
        kind = self.question.kind
        cleaned["answer"] = finish[kind](cleaned) if kind in finish else cleaned["answer"]
        return cleaned

    def _several_cleaned(self, cleaned: dict[str, Any]) -> Answer:
        keys = tuple(cleaned["answer"])
        return UNKNOWN if UNKNOWN in keys and len(keys) == 1 else tuple(key for key in keys if key != UNKNOWN)

    def _moment_cleaned(self, cleaned: dict[str, Any]) -> Answer:
        day = {TODAY: self.now.date(), YESTERDAY: self.now.date() - timedelta(days=1)}.get(
            cleaned.get("when", "")
        )
        day = day or cleaned.get("day")
        if day is None:
            raise ValidationError(
                {"when": _("Choose the day or write it. If you don't know, press “I don't know”.")}
            )
        clock = cleaned.get("time")
        moment = datetime.combine(day, clock) if clock else datetime.combine(day, datetime.min.time())
        if not self.is_about_the_future and moment > self.now.replace(tzinfo=None):
            place = "time" if clock and day == self.now.date() else "when"
            raise ValidationError({place: _("This moment is still ahead. Check the day and the hour.")})
        self._check_year(day, "when")
        return moment.isoformat(timespec="minutes") if clock else day.isoformat()

    def _day_cleaned(self, cleaned: dict[str, Any]) -> Answer:
        day: date = cleaned["day"]
        self._check_year(day, "day")
        return day.isoformat()

    def _check_year(self, day: date, place: str) -> None:
        if not FIRST_YEAR <= day.year <= self.now.year + 30:
            raise ValidationError({place: _("Check the year: it seems to be mistyped.")})

    def _text_cleaned(self, cleaned: dict[str, Any]) -> Answer:
        text = " ".join(str(cleaned["answer"]).split())
        if len(text) > TEXT_LENGTH:
            raise ValidationError({"answer": _("This is too long: write it in a few words.")})
        return text

    def _article_cleaned(self, cleaned: dict[str, Any]) -> Answer:
        text = str(self._text_cleaned(cleaned))
        if not ARTICLE.search(text):
            raise ValidationError(
                {
                    "answer": _(
                        "Write the number of the article, for example 228 part 2, or press “I don't know”."
                    )
                }
            )
        return text

    @property
    def is_about_the_future(self) -> bool:
        """Whether the question asks for a moment that may still come, such as a hearing."""
        return self.question.id == "hearing_at"

    @property
    def has_own_unknown(self) -> bool:
        """Whether "I don't know" is one of the lines, so that no button is needed."""
        return self.question.kind in ("choice", "several")
