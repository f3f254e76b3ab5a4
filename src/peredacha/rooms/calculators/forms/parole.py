"""Parole asks little: the sentence, since when he is held, and what decides the share."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from peredacha.core.law.served import Case, Period
from peredacha.rooms.calculators.forms.fields import day
from peredacha.rooms.calculators.forms.sentence import SentenceForm


class ParoleForm(SentenceForm):
    """Gives the ``case`` for the question of parole; one stretch of custody, from one day, is enough here."""

    field_order = ("length", "life", "regime", "in_force_on", "counted_from", "custody_from")
    custody_from = day(
        _("Since which day is he held?"),
        _(
            "Only if he was held without a break until the sentence came into force. "
            "If it was otherwise, use the calculator of time served."
        ),
    )

    def clean(self) -> dict[str, Any]:
        """He cannot have been taken after the term began."""
        cleaned = super().clean()
        taken, start = self.day_of("custody_from"), self.start
        if taken and start and taken > start:
            self.add_error(
                "custody_from", _("This day is later than the first day of the term. Check both days.")
            )
        return cleaned

    @property
    def case(self) -> Case:
        """The case in the words of the law."""
        taken, last = self.day_of("custody_from"), self.day_before_force
        periods = (Period("custody", taken, last),) if taken and last and taken <= last else ()
        return Case(periods=periods, on=self.today, **self.facts)
