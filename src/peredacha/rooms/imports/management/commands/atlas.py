"""``atlas``: cards, facts and outcomes as a file for another chapter, and such a file taken in."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _

from peredacha.rooms.imports.services import AtlasErrors, atlas_text, merge_atlas

WRONG_INPUT = 2


class Command(BaseCommand):
    """Write the atlas into a file, or take in the file of another chapter."""

    help = "Exchange facility cards with another chapter: cards, facts and counts, no person."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """What to do, and with which file."""
        parser.add_argument("what", choices=["export", "merge"], help="write a file, or take one in")
        parser.add_argument("file", type=Path, metavar="FILE", help="one line of JSON for each entry, UTF-8")

    def handle(self, *args: Any, **options: Any) -> None:
        """Parse, one service call, counts."""
        path: Path = options["file"]
        try:
            if options["what"] == "export":
                lines = path.write_text(atlas_text(), "utf-8")
                self.stdout.write(_("The atlas is written: %(n)d characters.") % {"n": lines})
                return
            merged = merge_atlas(text=path.read_text("utf-8"), today=timezone.localdate())
        except AtlasErrors as wrong:
            raise CommandError(str(wrong), returncode=WRONG_INPUT) from wrong
        except (OSError, UnicodeDecodeError) as error:
            says = _("The file %(file)s cannot be opened. Check its name.") % {"file": path}
            raise CommandError(says, returncode=WRONG_INPUT) from error
        told = {"cards": merged.cards, "facts": merged.facts, "outcomes": merged.outcomes}
        self.stdout.write(_("New or newer: cards %(cards)d, facts %(facts)d, outcomes %(outcomes)d.") % told)
