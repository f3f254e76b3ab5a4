"""``verify_journal``: is every entry as it was written?"""

import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from peredacha.rooms.journal.selectors import Mark, verify_chain

SAID = {
    "missing": gettext_lazy("Entry %(number)d is missing."),
    "changed": gettext_lazy("Entry %(number)d was changed."),
    "moved": gettext_lazy("Entry %(number)d does not follow the one before it."),
    "foreign": gettext_lazy("Entry %(number)d stands outside the chain."),
    "emptied": gettext_lazy("Entry %(number)d was emptied, and not by the house."),
    "unknown": gettext_lazy("Entry %(number)d is not the one of your mark: the journal was written anew."),
}


class Command(BaseCommand):
    """Read the chain; exit code 1 when a link is wrong."""

    help = "Check the journal: tells the first entry that was changed, moved, taken out or cut off."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The mark of an earlier day."""
        parser.add_argument("--seen", metavar="MARK", help="the mark that this command printed before")

    def handle(self, *args: Any, **options: Any) -> None:
        """One reading, one sentence, and the mark to write down."""
        verdict = verify_chain(_mark(options["seen"]) if options["seen"] else None)
        if verdict.wrong:
            self.stderr.write(SAID[verdict.wrong.kind] % {"number": verdict.wrong.number})
            sys.exit(1)
        self.stdout.write(_("The journal is whole. Entries: %(n)d.") % {"n": verdict.mark.count})
        self.stdout.write(_("Write this mark down off the server: %(mark)s") % {"mark": verdict.mark})


def _mark(text: str) -> Mark:
    try:
        return Mark.read(text)
    except ValueError as error:
        raise CommandError(
            _("Write the mark as it was printed: a number, a colon and 64 letters."), returncode=2
        ) from error
