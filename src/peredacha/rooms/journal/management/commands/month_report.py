"""``month_report``: what happened in a month, counted."""

from argparse import ArgumentParser
from collections.abc import Iterator
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _

from peredacha.rooms.journal.models import Act
from peredacha.rooms.journal.services import MonthReport, month_report


class Command(BaseCommand):
    """Print the counts of a month."""

    help = "Count what happened in a month, act by act."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Which chapter, which month, and for whom."""
        parser.add_argument("month", nargs="?", metavar="YYYY-MM", help="the month (this one)")
        parser.add_argument("--chapter", default="main", metavar="KEY", help="whose month (main)")
        parser.add_argument("--public", action="store_true", help="hide counts below five")

    def handle(self, *args: Any, **options: Any) -> None:
        """Parse, one service call, counts."""
        month = _month(options["month"]) if options["month"] else timezone.localdate()
        report = month_report(options["chapter"], month, public=options["public"])
        self.stdout.write("\n".join(_lines(report)))


def _month(text: str) -> date:
    try:
        return date.fromisoformat(f"{text}-01")
    except ValueError as error:
        raise CommandError(_("Write the month as 2026-03."), returncode=2) from error


def _lines(report: MonthReport) -> Iterator[str]:
    yield f"{report.chapter} {report.month:%Y-%m}"
    counted = {str(act.label): report.acts[act] for act in Act if act in report.acts} | report.counters
    for name, value in counted.items():
        told = _("fewer than five") if value is None else value
        yield f"{name}: {told}"
    if not counted:
        yield _("Nothing was counted in this month.")
