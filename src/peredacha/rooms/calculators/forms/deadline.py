"""Which deadline, and from when: the list of all of them, then exactly the fields that one needs."""

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from peredacha.core.law.counting import Start
from peredacha.core.law.deadlines import DeadlineRule
from peredacha.design.fields import TimeField
from peredacha.rooms.calculators.forms.base import CalculatorForm, words
from peredacha.rooms.calculators.forms.fields import day, pick
from peredacha.rooms.calculators.selectors import current_land, list_groups

OTHERWISE = "otherwise"
GROUPS = {
    "before_trial": _("Detention, custody and investigation"),
    "court": _("Court, appeal and review"),
    "administrative": _("Administrative detention and arrest"),
    "inside": _("Transfer, colony, calls and letters"),
    "complaints": _("Complaints about conditions and claims"),
    "record": _("Criminal record, probation, limitation"),
    "other": _("Other deadlines"),
}


def rule_options() -> list[tuple[Any, Any]]:
    """Every deadline of the land in its group."""
    groups = (
        (GROUPS[name], [(rule.id, words(rule.title)) for rule in rules])
        for name, rules in list_groups().items()
    )
    return [("", _("Choose from the list")), *groups]


def region_options() -> list[tuple[str, Any]]:
    """Every region of the land by its name."""
    names = sorted((words(region.name), code) for code, region in current_land().regions.items())
    return [("", _("I don't know")), *((code, name) for name, code in names)]


class DeadlineForm(CalculatorForm):
    """Gives ``rule``: the id of a deadline of the land."""

    rule = pick(
        _("Which deadline is it?"),
        rule_options,
        _("The list goes from the first day of detention to the end of the criminal record."),
        needed=_("Choose a deadline from the list."),
    )


class RuleForm(CalculatorForm):
    """Gives the ``start`` of the clock and, where there are several cases, the ``case_key``."""

    day = day(_("From which day does it run?"), required=True)
    time = TimeField(
        label=_("At what time did it begin?"),
        help_text=_("About is enough, for example 14:30. Leave it empty if you don't know."),
        required=False,
    )
    region = pick(
        _("In which region?"), region_options, _("Only so that the clock shows the time of that place.")
    )
    variant = pick(
        _("Which case is his?"), (), _("If you don't know, you will see the earliest and the latest day.")
    )

    def __init__(self, data: Any = None, *, today: date, rule: DeadlineRule) -> None:
        """Only what ``rule`` needs is asked."""
        super().__init__(data, today=today)
        starts = words(rule.starts)
        self.fields["day"].help_text = f"{starts[:1].upper()}{starts[1:]}."
        cases = variants_of(rule)
        self.fields["variant"].choices = [("", _("I don't know")), *cases]  # type: ignore[attr-defined]
        if not cases:
            del self.fields["variant"]
        if all(edition.limit.unit != "hours" for edition in rule.editions):
            del self.fields["time"], self.fields["region"]

    def clean_day(self) -> date:
        """A day; for a clock of hours it cannot lie far ahead."""
        found: date = self.cleaned_data["day"]
        if "time" in self.fields and (found - self.today).days > 366:
            raise ValidationError(_("Check the year: it seems to be mistyped."))
        return found

    @property
    def start(self) -> Start:
        """When the clock starts."""
        cleaned = self.cleaned_data
        region = current_land().regions.get(cleaned.get("region", ""))
        return Start(cleaned["day"], cleaned.get("time"), region.zone if region else None)

    @property
    def case_key(self) -> str | None:
        """The case that was chosen; None when it is not known."""
        return self.cleaned_data.get("variant") or None


def variants_of(rule: DeadlineRule) -> list[tuple[str, Any]]:
    """Every case of the rule by its newest words; the plain limit too, where it is none of them."""
    found: dict[str, Any] = {one.key: words(one.if_) for edition in rule.editions for one in edition.variants}
    for edition in rule.editions:
        if edition.variants and all(one.limit != edition.limit for one in edition.variants):
            found[OTHERWISE] = _("None of these")
    return list(found.items())
