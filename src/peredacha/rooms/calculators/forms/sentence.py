"""What the calculators of time served and of parole both ask: the sentence, the crime, the person."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from peredacha.core.language import speak
from peredacha.core.law.calendar import DAY
from peredacha.core.law.served import Sentence
from peredacha.core.law.served.articles import read_article, split_articles
from peredacha.core.law.served.case import Flag
from peredacha.core.law.served.wording import PLACES
from peredacha.design.fields import Option
from peredacha.rooms.calculators.forms.base import CalculatorForm, language
from peredacha.rooms.calculators.forms.fields import Length, LengthField, day, pick, radios, yes

REGIMES = ("general", "strict", "settlement", "special", "prison", "juvenile", "disciplinary_unit")
FLAGS: tuple[Flag, ...] = ("juvenile", "pregnant_or_small_child", "parole_revoked", "especially_dangerous")
VICTIMS: dict[str, dict[Flag, bool]] = {
    "adult": {"sexual_minor": False, "victim_under_14": False},
    "minor": {"sexual_minor": True, "victim_under_14": False},
    "child": {"sexual_minor": True, "victim_under_14": True},
}
CATEGORIES = [
    ("minor", Option(_("Minor"), _("the article threatens at most 3 years"))),
    ("medium", Option(_("Medium"), _("up to 5 years; through carelessness more is possible"))),
    ("grave", Option(_("Grave"), _("up to 10 years; through carelessness up to 15"))),
    ("especially_grave", Option(_("Especially grave"), _("more than 10 years, or life"))),
    ("?", _("I don't know")),
]
TEXT_LENGTH = 200


def regime_options() -> list[tuple[str, Any]]:
    """The places in which a sentence is served."""
    return [("", _("I don't know")), *((one, capfirst(speak(PLACES[one], language()))) for one in REGIMES)]


class SentenceForm(CalculatorForm):
    """The fields of both; ``facts`` are what the law wants to know of them."""

    length = LengthField(
        label=_("How long is the sentence?"),
        help_text=_("As the court wrote it. If a higher court changed it, write the new one."),
        required=False,
    )
    life = yes(_("The sentence is for life"))
    regime = pick(
        _("Where must he serve it?"),
        regime_options,
        _("It stands at the end of the verdict. The worth of a day in remand prison depends on it."),
    )
    in_force_on = day(
        _("When did the sentence come into force?"),
        _(
            "If there was an appeal: the day the appeal court decided. The lawyer or the court's office knows."
        ),
    )
    counted_from = day(
        _("Does the verdict name another day from which the term is counted?"),
        _("Leave it empty if the term is counted from the day of coming into force."),
    )
    category = radios(
        _("How grave is the crime by law?"),
        CATEGORIES,
        _(
            "It often stands in the verdict. The years below are the most the article allows, not what he was given."
        ),
        initial="?",
    )
    articles = forms.CharField(
        label=_("Which articles of the criminal code?"),
        help_text=_(
            "As in the verdict, for example: 228.1 ч. 4, 222 ч. 1. Leave it empty if you don't know."
        ),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    juvenile = yes(_("He was under 18 when it happened"))
    pregnant_or_small_child = yes(_("She is pregnant, or her small child lives with her in the colony"))
    parole_revoked = yes(_("He was on parole before, and it was taken back"))
    especially_dangerous = yes(_("The verdict says “especially dangerous recidivism”"))
    victim = pick(
        _("Only for sexual crimes: how old was the victim?"),
        [
            ("", _("Not about this case, or I don't know")),
            ("adult", _("18 or older")),
            ("minor", _("From 14 to 17")),
            ("child", _("Under 14")),
        ],
    )

    def clean_articles(self) -> list[str]:
        """Each article apart; every one must name a number."""
        text = self.cleaned_data["articles"]
        if len(text) > TEXT_LENGTH:
            raise ValidationError(_("This is too long: write only the numbers of the articles."))
        found = split_articles(text)
        if not all(read_article(one) for one in found):
            raise ValidationError(_("Write the number of the article, for example: 228 ч. 2."))
        return found

    def clean(self) -> dict[str, Any]:
        """A sentence needs a length and a first day."""
        cleaned = super().clean() or {}
        if "length" in cleaned and not cleaned["length"] and not cleaned.get("life"):
            self.add_error("length", LengthField.default_error_messages["required"])
        if not self.start and not {"in_force_on", "counted_from"} & set(self.errors):
            said = _("Write the day the sentence came into force: without it nothing can be counted.")
            self.add_error("in_force_on", said)
        return cleaned

    @property
    def start(self) -> date | None:
        """Day 1 of the term."""
        return self.day_of("counted_from") or self.day_of("in_force_on")

    @property
    def day_before_force(self) -> date | None:
        """The last day before the sentence is in force, up to which custody is counted by its own rules."""
        force = self.day_of("in_force_on") or self.day_of("counted_from")
        return force - DAY if force else None

    @property
    def facts(self) -> dict[str, Any]:
        """The part of the case that both calculators share."""
        cleaned = self.cleaned_data
        length = Length(0, 0, 0) if cleaned["life"] else cleaned["length"]
        sentence = Sentence(
            length.years,
            length.months,
            length.days,
            life=cleaned["life"],
            regime=cleaned["regime"] or None,
            counted_from=cleaned["counted_from"],
            in_force_on=cleaned["in_force_on"],
        )
        return {
            "sentences": (sentence,),
            "articles": tuple(cleaned["articles"]),
            "category": cleaned["category"].strip("?") or None,
            "flags": {name: cleaned[name] for name in FLAGS} | VICTIMS.get(cleaned["victim"], {}),
        }

    @property
    def person_fields(self) -> list[forms.BoundField]:
        """The yes-or-no questions, which stand apart."""
        return [self[name] for name in FLAGS]

    @property
    def has_person(self) -> bool:
        """Whether anything was said there, so that it must lie open."""
        return self.is_bound and any(self.data.get(name) for name in (*FLAGS, "victim"))
