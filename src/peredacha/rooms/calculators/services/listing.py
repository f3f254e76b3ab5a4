"""The list of calculators, and what a deadline is called."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from peredacha.core.law.deadlines import DeadlineRule
from peredacha.design.wording import words


@dataclass(frozen=True)
class Calculator:
    """One line of the list."""

    url: str
    title: str
    text: str


@dataclass(frozen=True)
class ToldRule:
    """A deadline in words."""

    title: str
    starts: str
    who: str


def told_calculators() -> tuple[Calculator, ...]:
    """Every calculator of the room."""
    texts = {
        "deadline": (_("A deadline"), _("Until which day a complaint can be filed, or somebody must act.")),
        "served": (
            _("Time served and release"),
            _("How much is served, how much is left, on which day he comes out."),
        ),
        "parole": (_("Parole"), _("From which day he may ask to be released early.")),
        "custody": (
            _("Custody clock"),
            _("How long he may be held before the verdict, and when the court must decide again."),
        ),
        "parcels": (_("Parcels and visits"), _("How many are allowed, how many are left, and until when.")),
    }
    return tuple(Calculator(reverse(f"calculators:{name}"), *said) for name, said in texts.items())


def told_rule(rule: DeadlineRule) -> ToldRule:
    """A deadline as its page is headed."""
    return ToldRule(words(rule.title), words(rule.starts), words(rule.who))
