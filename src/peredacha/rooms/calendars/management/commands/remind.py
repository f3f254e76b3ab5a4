"""``peredacha remind``: send the letters before a day that are due."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone
from django.utils.translation import gettext as _

from peredacha.rooms.calendars.services import send_reminders
from peredacha.rooms.conversations.services import house_post


class Command(BaseCommand):
    """Send the letters before a day that are due; says only how many."""

    help = "Send the letters before a day that are due."

    def handle(self, *args: Any, **options: Any) -> None:
        """Run once; without a mail server nothing is claimed."""
        post = house_post()
        if post is None:
            self.stdout.write(_("No mail server is named: notices wait."))
            return
        done = send_reminders(now=timezone.now(), post=post)
        if options["verbosity"]:
            told = {"sent": done.sent, "later": done.later, "failed": done.dropped}
            self.stdout.write(
                _("Sent: %(sent)s. To be tried again: %(later)s. Not taken: %(failed)s.") % told
            )
