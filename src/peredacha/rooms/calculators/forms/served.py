"""Everything on which time served depends: the sentence, the days before it, the crime."""

from datetime import date
from typing import Any

from django.forms.boundfield import BoundField
from django.utils.translation import gettext_lazy as _

from peredacha.core.law.served import Case, Period
from peredacha.core.law.served.case import PERIOD_KINDS
from peredacha.rooms.calculators.forms.fields import day, pick
from peredacha.rooms.calculators.forms.sentence import SentenceForm

ROWS = (1, 2, 3, 4)
PARTS = ("kind", "from", "to")
EXECUTION = "execution"
KINDS = [
    ("", _("Choose from the list")),
    ("custody", _("Custody: remand prison or police cell")),
    ("house_arrest", _("House arrest")),
    ("leave_ban", _("Court ban on leaving home")),
    ("hospital", _("Hospital by order of the court")),
    ("punishment_cell", _("Punishment cell")),
    ("strict_conditions", _("Strict conditions in a colony")),
    ("colony", _("Colony")),
    (EXECUTION, _("Custody while a suspended sentence was turned into a real one")),
]


class ServedForm(SentenceForm):
    """Gives the ``case`` for the question of time served; four stretches before the term are room enough."""

    crime_on = day(
        _("On what day was the crime?"),
        _("The rules changed over the years. If you don't know, leave it empty."),
    )
    on = day(_("On which day shall we count what is left?"), _("Today, if you leave it as it is."))

    def __init__(self, data: Any = None, *, today: date) -> None:
        """The stretches stand after the sentence."""
        super().__init__(data, today=today)
        self.fields["on"].initial = today
        hint = _("Leave it empty if it went on until the sentence came into force.")
        for row in ROWS:
            self.fields[f"kind_{row}"] = pick(_("How was he held?"), KINDS)
            self.fields[f"from_{row}"] = day(_("First day"))
            self.fields[f"to_{row}"] = day(_("Last day"), hint)
        stretches = [f"{part}_{row}" for row in ROWS for part in PARTS]
        self.order_fields(["length", "life", "regime", "in_force_on", "counted_from", *stretches, "category"])

    def clean(self) -> dict[str, Any]:
        """Each stretch is whole, or empty."""
        cleaned = super().clean()
        for row in ROWS:
            if not {f"{part}_{row}" for part in PARTS} & set(self.errors):
                self._check_stretch(row)
        return cleaned

    def _check_stretch(self, row: int) -> None:
        kind, first, last = self._stretch(row)
        if not kind and not first and not last:
            return
        if not kind:
            self.add_error(f"kind_{row}", _("Choose how he was held, or empty the days of this line."))
        elif not first:
            self.add_error(f"from_{row}", _("Write the first day of this stretch."))
        elif last is None and self.day_before_force and self.day_before_force < first:
            self.add_error(
                f"to_{row}", _("Write the last day: this stretch begins after the sentence came into force.")
            )
        elif last and last < first:
            self.add_error(f"to_{row}", _("The last day lies before the first one. Check both days."))

    def _stretch(self, row: int) -> tuple[str, date | None, date | None]:
        return self.cleaned_data.get(f"kind_{row}", ""), self.day_of(f"from_{row}"), self.day_of(f"to_{row}")

    @property
    def case(self) -> Case:
        """The case in the words of the law."""
        periods = tuple(period for period in map(self._period, ROWS) if period)
        return Case(
            periods=periods,
            crime_on=self.day_of("crime_on"),
            on=self.day_of("on") or self.today,
            **self.facts,
        )

    def _period(self, row: int) -> Period | None:
        kind, first, last = self._stretch(row)
        last = last or self.day_before_force
        if not kind or first is None or last is None:
            return None
        if kind == EXECUTION:
            return Period("custody", first, last, execution=True)
        return Period(next(one for one in PERIOD_KINDS if one == kind), first, last)

    @property
    def stretches(self) -> list[list[BoundField]]:
        """The fields of each line."""
        return [[self[f"{part}_{row}"] for part in PARTS] for row in ROWS]

    @property
    def has_more(self) -> bool:
        """Whether a line after the first was used, so that they must lie open."""
        return any(field.data and any(field.data) for line in self.stretches[1:] for field in line)
