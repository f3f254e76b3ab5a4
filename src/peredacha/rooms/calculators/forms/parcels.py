"""Parcels and visits: where he is, under which conditions, and what was used already."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from peredacha.core.law.quotas import QuotaCase
from peredacha.core.law.quotas.case import COUNTED, HEALTH
from peredacha.rooms.calculators.forms.base import CalculatorForm
from peredacha.rooms.calculators.forms.fields import NumberField, day, pick, radios

REMAND = "remand"
GRAMS = 1000
TRAITS = [
    ("woman", _("This is a woman")),
    ("juvenile", _("Under 18")),
    ("pregnant", _("Pregnant")),
    ("small_child", _("Her child under 3 is with her")),
    ("medical_conclusion", _("Ill, and there is a medical conclusion")),
    ("disabled_1_2", _("Disability of group 1 or 2")),
]
REGIMES = [
    ("", _("I don't know")),
    ("general", _("General regime")),
    ("strict", _("Strict regime")),
    ("special", _("Special regime")),
    ("settlement", _("Settlement colony")),
    ("juvenile", _("Juvenile colony")),
    ("prison", _("Prison")),
]
CONDITIONS = [
    ("", _("I don't know")),
    ("ordinary", _("Ordinary conditions (in a prison: its general regime)")),
    ("eased", _("Eased conditions")),
    ("privileged", _("Privileged conditions (juvenile colonies only)")),
    ("strict", _("Strict conditions (in a prison: its strict regime)")),
]
CELLS = [
    ("", _("No, or I don't know")),
    ("punishment_cell", _("Yes, in a punishment cell (SHIZO)")),
    ("cell_block", _("Yes, in a cell block (PKT)")),
]


class ParcelsForm(CalculatorForm):
    """Gives the ``case``; a remand prison counts by months and weight, a colony by years and pieces."""

    place = radios(
        _("Where is he?"),
        [("colony", _("In a colony or prison, after the verdict")), (REMAND, _("In a remand prison (SIZO)"))],
        initial="colony",
        needed=_("Choose where he is."),
    )
    regime = pick(_("Which regime?"), REGIMES)
    conditions = pick(_("Under which conditions does he live there?"), CONDITIONS)
    cell = pick(_("Is he in a punishment cell now?"), CELLS)
    traits = forms.MultipleChoiceField(
        label=_("Which of these is true?"),
        help_text=_("Tick what fits, or nothing."),
        choices=TRAITS,
        widget=forms.CheckboxSelectMultiple,
        required=False,
        error_messages={"invalid_choice": _("Choose among the lines shown.")},
    )
    admitted_on = day(
        _("When did he arrive in the colony?"),
        _("The institution counts its years from this day. Leave it empty if you don't know."),
    )
    parcels = NumberField(_("Parcels and hand-ins"))
    packets = NumberField(_("Small packets by post"))
    short_visits = NumberField(_("Short visits"))
    long_visits = NumberField(_("Long visits"))
    weight_kg = NumberField(
        _("Kilograms in this month, if he is in a remand prison"), _("Rounded up."), most=1000
    )

    def clean(self) -> dict[str, Any]:
        """He cannot arrive tomorrow."""
        cleaned = super().clean() or {}
        admitted = self.day_of("admitted_on")
        if admitted and admitted > self.today:
            self.add_error("admitted_on", _("This day is still ahead. Check it."))
        return cleaned

    @property
    def case(self) -> QuotaCase:
        """The case in the words of the law."""
        cleaned = self.cleaned_data
        traits = set(cleaned["traits"])
        colony = cleaned["place"] != REMAND
        return QuotaCase(
            on=self.today,
            place=cleaned["place"],
            regime=(cleaned["regime"] or None) if colony else None,
            conditions=(cleaned["conditions"] or None) if colony else None,
            cell=cleaned["cell"] or None,
            sex="woman" if "woman" in traits else None,
            juvenile="juvenile" in traits,
            pregnant="pregnant" in traits,
            small_child="small_child" in traits,
            health=frozenset(one for one in HEALTH if one in traits),
            year_from=cleaned["admitted_on"] if colony else None,
            used={name: cleaned[name] for name in COUNTED},
            used_weight_g=cleaned["weight_kg"] * GRAMS,
        )
