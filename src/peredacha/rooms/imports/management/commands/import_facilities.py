"""``import_facilities``: cards and facts out of CSV files."""

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _

from peredacha.rooms.imports.management.telling import problem_line, report_lines
from peredacha.rooms.imports.services import import_facilities

WRONG_INPUT = 2


class Command(BaseCommand):
    """Check the files and write them; with a wrong row, say each and write nothing."""

    help = "Import facility cards from a CSV file, and facts about them from another."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """FILE, and how careful to be."""
        parser.add_argument("file", type=Path, metavar="FILE", help="facilities.csv, in UTF-8")
        parser.add_argument("--facts", type=Path, metavar="FILE", help="facts.csv, in UTF-8")
        parser.add_argument("--chapter", default="main", metavar="KEY", help="whose cards (main)")
        parser.add_argument("--dry-run", action="store_true", help="only say what would be written")
        parser.add_argument("--skip-wrong", action="store_true", help="write the right rows all the same")

    def handle(self, *args: Any, **options: Any) -> None:
        """Parse, one service call, counts."""
        report = import_facilities(
            chapter=options["chapter"],
            today=timezone.localdate(),
            facilities=_bytes(options["file"]),
            facts=_bytes(options["facts"]) if options["facts"] else None,
            dry_run=options["dry_run"],
            skip_wrong=options["skip_wrong"],
        )
        for problem in report.problems:
            self.stderr.write(problem_line(problem))
        self.stdout.write("\n".join(report_lines(report)))
        if report.problems and not report.written:
            sys.exit(WRONG_INPUT)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise CommandError(
            _("The file %(file)s cannot be opened. Check its name.") % {"file": path}, returncode=WRONG_INPUT
        ) from error
