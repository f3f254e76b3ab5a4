"""``peredacha chores``: what must happen each day, in every room, without any key."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone
from django.utils.translation import gettext as _

from peredacha.rooms.conversations.services import sweep_blobs
from peredacha.rooms.guardians.services import check_in_overdue, seal_house, settle_recoveries
from peredacha.rooms.hearings.services import forget_past_openings
from peredacha.rooms.home.services import erase_carried, erase_due
from peredacha.rooms.rolls.services import erase_due_rolls
from peredacha.rooms.vault.services import close_expired, settle_salts


class Command(BaseCommand):
    """Erase what is due, end timed access, put recovery in force, sweep lost blobs, seal when nobody checks in."""

    help = "The daily chores: erase what is due, end timed access, sweep, and more. Needs no key."

    def add_arguments(self, parser: CommandParser) -> None:
        """``--dry-run`` changes nothing and lists what would be erased, by random names."""
        parser.add_argument(
            "--dry-run", action="store_true", help="List what would be erased; change nothing."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Do the chores, or list what is due."""
        today = timezone.localdate()
        due = erase_due(today=today, dry_run=options["dry_run"])
        if options["dry_run"]:
            for matter in due:
                self.stdout.write(f"{matter.id} {matter.state} {matter.erase_on}")
            self.stdout.write(_("To be erased: %(n)s.") % {"n": len(due)})
            return
        told = {"erased": len(due), "ended": close_expired(today), "swept": sweep_blobs(today=today).removed}
        settle_recoveries(today)
        settle_salts()
        told["rolls"] = erase_due_rolls(today=today)
        forget_past_openings(today=today)
        told["carried"] = erase_carried(today=today)
        if check_in_overdue(today):
            seal_house()
            self.stdout.write(_("No steward gave a sign in time: the house is sealed."))
        self.stdout.write(
            _(
                "Erased: %(erased)s, rolls: %(rolls)s, parcels, letters and the like: %(carried)s. "
                "Timed accesses ended: %(ended)s. Lost files swept: %(swept)s."
            )
            % told
        )
