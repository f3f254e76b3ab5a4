"""``load_chapter``: a chapter out of its folder."""

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone
from django.utils.translation import gettext as _

from peredacha.jurisdictions.reading import PackErrors
from peredacha.rooms.imports.management.telling import problem_line, report_lines
from peredacha.rooms.imports.services import load_chapter

WRONG_INPUT = 2


class Command(BaseCommand):
    """Load a chapter; safe to run twice."""

    help = "Load a chapter: chapter.yaml, facilities.csv and facts.csv of one folder."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The folder."""
        parser.add_argument("folder", type=Path, metavar="FOLDER", help="folder with chapter.yaml")

    def handle(self, *args: Any, **options: Any) -> None:
        """Parse, one service call, counts."""
        try:
            report = load_chapter(folder=options["folder"], today=timezone.localdate())
        except PackErrors as wrong:
            for error in wrong.errors:
                self.stderr.write(str(error))
            sys.exit(WRONG_INPUT)
        for problem in report.problems:
            self.stderr.write(problem_line(problem))
        if report.problems or options["verbosity"]:
            self.stdout.write("\n".join(report_lines(report)))
        if report.problems:
            sys.exit(WRONG_INPUT)
        if options["verbosity"]:
            self.stdout.write(_("The chapter in “%(folder)s” is loaded.") % {"folder": options["folder"]})
