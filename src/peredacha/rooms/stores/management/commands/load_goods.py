"""``load_goods``: the goods of a chapter out of its table."""

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _

from peredacha.design.wording import said
from peredacha.rooms.stores.services import load_goods

WRONG_INPUT = 2


class Command(BaseCommand):
    """Load a table of goods; safe to run twice."""

    help = "Load the goods of a chapter out of a CSV table; safe to run twice."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The table and the chapter."""
        parser.add_argument("file", type=Path, metavar="FILE", help="the table, such as goods.csv")
        parser.add_argument("--chapter", required=True, help="key of the chapter")

    def handle(self, *args: Any, **options: Any) -> None:
        """Parse, one service call, a count or every wrong cell."""
        try:
            data = options["file"].read_bytes()
        except OSError as error:
            raise CommandError(_("The table cannot be read: name a CSV file.")) from error
        loaded = load_goods(chapter=options["chapter"], data=data, today=timezone.localdate())
        for one in loaded.problems:
            self.stderr.write(f"{one.table}:{one.line}: {one.column}: {said(one.says)}")
        if loaded.problems:
            sys.exit(WRONG_INPUT)
        if options["verbosity"]:
            self.stdout.write(_("Goods in the store: %(n)s.") % {"n": len(loaded.goods)})
