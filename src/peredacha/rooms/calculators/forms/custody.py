"""The custody clock: since when, by which order, for what, and where the case lies."""

from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from peredacha.core.law.custody import CustodyCase
from peredacha.core.law.custody.case import MOST_YEARS
from peredacha.core.law.months import same_number
from peredacha.rooms.calculators.forms.base import CalculatorForm
from peredacha.rooms.calculators.forms.fields import day, radios
from peredacha.rooms.calculators.forms.sentence import CATEGORIES

INVESTIGATION, COURT = "investigation", "court"


class CustodyForm(CalculatorForm):
    """Gives the ``case`` for the custody clock."""

    since = day(
        _("On what day was he detained?"),
        _("The first day that he spent held, even if the court decided later."),
        required=True,
    )
    ordered_until = day(
        _("Until which day did the court order custody?"),
        _("The day that stands in the newest court order. Leave it empty if you don't know."),
    )
    category = radios(
        _("How grave is the crime by law?"),
        CATEGORIES,
        _("The years below are the most the article allows. The lawyer knows."),
        initial="?",
    )
    stage = radios(
        _("Where is the case now?"),
        [
            (INVESTIGATION, _("The investigator still has it")),
            (COURT, _("It is in court, there is no verdict yet")),
        ],
        initial=INVESTIGATION,
        needed=_("Choose where the case is now."),
    )
    in_court_since = day(
        _("If it is in court: on what day did it arrive there?"),
        _("The court's office or the lawyer can tell you."),
    )

    def clean(self) -> dict[str, Any]:
        """The days follow one another, and none that is past lies ahead."""
        cleaned = super().clean() or {}
        since, until, arrived = (
            self.day_of("since"),
            self.day_of("ordered_until"),
            self.day_of("in_court_since"),
        )
        in_court = cleaned.get("stage") == COURT and "in_court_since" not in self.errors
        ahead, before = (
            _("This day is still ahead. Check it."),
            _("This day lies before the detention. Check both days."),
        )
        mistyped = _("Check the year: it seems to be mistyped.")
        if since and since > self.today:
            self.add_error("since", ahead)
        elif since and too_far(since, self.today):
            self.add_error("since", mistyped)
        elif since and until and too_far(since, until):
            self.add_error("ordered_until", mistyped)
        if since and until and until <= since:
            self.add_error("ordered_until", before)
        if in_court and arrived is None:
            said = _("Write the day on which the case arrived in court: the clock starts anew from it.")
            self.add_error("in_court_since", said)
        elif in_court and arrived and arrived > self.today:
            self.add_error("in_court_since", ahead)
        elif in_court and since and arrived and arrived < since:
            self.add_error("in_court_since", before)
        return cleaned

    @property
    def case(self) -> CustodyCase:
        """The case in the words of the law."""
        cleaned = self.cleaned_data
        return CustodyCase(
            detained_on=cleaned["since"],
            on=self.today,
            ordered_until=cleaned["ordered_until"],
            category=cleaned["category"].strip("?") or None,
            in_court_since=cleaned["in_court_since"] if cleaned["stage"] == COURT else None,
        )


def too_far(first: date, day: date) -> bool:
    """Whether two days of one case lie further apart than a case can last."""
    return day > same_number(first, MOST_YEARS * 12).day
