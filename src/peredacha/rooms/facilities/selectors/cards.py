"""One card whole: address, telephones, windows, rule and practice."""

from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from peredacha.rooms.facilities.models import Facility, FacilityKind, FactNature, WindowPurpose
from peredacha.rooms.facilities.selectors.facts import FactView, fact_view, in_order
from peredacha.rooms.facilities.selectors.finding import FacilityLine, line_view, region_in_words
from peredacha.rooms.facilities.selectors.speaking import said
from peredacha.rooms.facilities.selectors.windows import WindowView, window_view

NOBODY = _("Nobody is held here. One writes, calls or complains here.")
WHO_IS_HERE: dict[str, Promise] = {
    FacilityKind.POLICE: _("People are usually brought here first, for a few hours."),
    FacilityKind.TEMPORARY: _("People are held here for the first days, until a court decides."),
    FacilityKind.SPECIAL_RECEPTION: _("People serve an administrative arrest here, for some days."),
    FacilityKind.REMAND: _("People are held here during the investigation and the trial."),
    FacilityKind.COLONY: _("People serve a sentence here after the verdict is in force."),
    FacilityKind.SETTLEMENT: _("People serve a sentence here with less guard than in other colonies."),
    FacilityKind.JUVENILE: _("Teenagers serve a sentence here."),
    FacilityKind.PRISON: _("People serve a sentence here in locked cells."),
    FacilityKind.HOSPITAL: _("Ill prisoners of the whole region are brought here."),
    FacilityKind.CENTRE: _("People live and work here; it is a punishment, but not imprisonment."),
}


@dataclass(frozen=True)
class FacilityCard(FacilityLine):
    """Everything that is shown of one facility, in the words of the page."""

    who_is_here: str
    address: str
    region_name: str
    windows: tuple[WindowView, ...]
    rules: tuple[FactView, ...]
    practice: tuple[FactView, ...]

    @property
    def about(self) -> list[dict[str, str]]:
        """What and where it is, as terms and texts; what is not known is left out."""
        told = (
            (_("What it is"), ", ".join(part for part in (self.kind_name, self.regime) if part)),
            (_("What people call it"), self.short_name if self.short_name != self.name else ""),
            (_("Address"), self.address),
            (_("Town"), "" if self.address else self.place),
            (_("Region"), self.region_name),
        )
        return [{"term": str(term), "text": text} for term, text in told if text]


def find_facility(public_id: str, *, today: date) -> FacilityCard | None:
    """The card of that public id with the age of its facts on ``today``; None where there is none."""
    facility = read_facility(public_id)
    return card_view(facility, today) if facility else None


def read_facility(public_id: str, *more: str) -> Facility | None:
    """The row of that public id with its lines, windows and facts, and ``more`` of what hangs on it."""
    found = Facility.objects.filter(public_id=public_id)
    return found.prefetch_related("phone_lines", "windows", "facts", *more).order_by("pk").first()


def card_view(facility: Facility, today: date) -> FacilityCard:
    """The card of a row in the words of the page."""
    as_written = sorted(facility.facts.all(), key=lambda fact: fact.pk)
    facts = [fact_view(fact, today) for fact in as_written]
    windows = sorted(
        facility.windows.all(), key=lambda window: list(WindowPurpose.values).index(window.purpose)
    )
    return FacilityCard(
        **vars(line_view(facility)),
        who_is_here=str(WHO_IS_HERE.get(facility.kind, NOBODY)),
        address=said(facility.address_ru, facility.address_en),
        region_name=region_in_words(facility.region),
        windows=tuple(window_view(window) for window in windows),
        rules=in_order(facts, FactNature.RULE),
        practice=in_order(facts, FactNature.PRACTICE),
    )
