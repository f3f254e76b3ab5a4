"""``unseal``: open the house again with shares, or with the boot key where there are none."""

import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from peredacha.core.sealing import WrongShares
from peredacha.design.wording import said
from peredacha.rooms.guardians.services import (
    NothingSealed,
    WrongBootKey,
    unseal_with_boot_key,
    unseal_with_shares,
)


class Command(BaseCommand):
    """Several people together bring everything back, as it was."""

    help = "Open a sealed house: shares of the key of last resort on the standard input, one a line."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Without shares."""
        parser.add_argument(
            "--boot-key", action="store_true", help="no chapter has shares: the boot key alone opens"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Read, one service call, what to do next."""
        try:
            if options["boot_key"]:
                done = unseal_with_boot_key()
            else:
                done = unseal_with_shares([line for line in sys.stdin.read().splitlines() if line.strip()])
        except WrongShares as error:
            raise CommandError(said(error.said), returncode=2) from error
        except NothingSealed as error:
            raise CommandError(_("The house is not sealed."), returncode=2) from error
        except WrongBootKey as error:
            raise CommandError(
                _("This is not the boot key of this house. Set PEREDACHA_BOOT_KEY to the right one."),
                returncode=2,
            ) from error
        if not options["boot_key"]:
            self.stdout.write(
                ngettext("%(count)d account is back.", "%(count)d accounts are back.", done.restored)
                % {"count": done.restored}
            )
        if done.waiting:
            self.stdout.write(
                _("Still sealed: %(chapters)s. Each chapter needs shares of its own.")
                % {"chapters": ", ".join(done.waiting)}
            )
        else:
            self.stdout.write(_("The house is open. Start the server anew with its boot key."))
