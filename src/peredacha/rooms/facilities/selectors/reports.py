"""What strangers told and what waits for a helper."""

from dataclasses import dataclass
from uuid import UUID

from django.utils.formats import date_format

from peredacha.rooms.facilities.models import Report
from peredacha.rooms.facilities.selectors.lines import told_in_words
from peredacha.rooms.facilities.selectors.speaking import said

MOST_SHOWN = 100


@dataclass(frozen=True)
class WaitingReport:
    """One report in the words of the page: where, what was told, the day in words."""

    id: UUID
    public_id: str
    place: str
    told: str
    day: str


def list_reports() -> tuple[WaitingReport, ...]:
    """What waits, card by card, the oldest first; at most :data:`MOST_SHOWN`."""
    found = Report.objects.select_related("facility").prefetch_related(
        "facility__windows", "facility__phone_lines", "facility__facts"
    )
    shown = found.order_by("facility__search", "on", "pk")[:MOST_SHOWN]
    return tuple(_waiting(report) for report in shown)


def _waiting(report: Report) -> WaitingReport:
    place = report.facility
    return WaitingReport(
        id=report.pk,
        public_id=place.public_id,
        place=said(place.short_name_ru or place.name_ru, place.short_name_en or place.name_en),
        told=told_in_words(report, place),
        day=date_format(report.on, "j E Y"),
    )
