"""``undo_import``: an import taken back."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from peredacha.rooms.imports.services import UndoRefused, undo_import


class Command(BaseCommand):
    """Bring back what was before an import."""

    help = "Undo an import of facilities: the last one, or the one of that number."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The number that the import printed."""
        parser.add_argument("batch", nargs="?", type=int, metavar="BATCH", help="number of the import")

    def handle(self, *args: Any, **options: Any) -> None:
        """Parse, one service call, counts."""
        try:
            report = undo_import(batch=options["batch"])
        except UndoRefused as error:
            raise CommandError(str(error), returncode=2) from error
        if report.already:
            self.stdout.write(_("Import number %(batch)d was undone before.") % {"batch": report.batch})
            return
        self.stdout.write(
            _("Import number %(batch)d is undone. Cards removed: %(removed)d, restored: %(restored)d.")
            % {"batch": report.batch, "removed": report.removed, "restored": report.restored}
        )
