"""``peredacha post``: send the notices that are due."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone
from django.utils.translation import gettext as _

from peredacha.rooms.conversations.services import Posted, house_post, send_due


class Command(BaseCommand):
    """Send the notices that are due, until there is none left; says only how many."""

    help = "Send the notices that are due."

    def handle(self, *args: Any, **options: Any) -> None:
        """Run until nothing is due or the mail server refuses."""
        post = house_post()
        if post is None:
            self.stdout.write(_("No mail server is named: notices wait."))
            return
        runs = [send_due(now=timezone.now(), post=post)]
        while runs[-1].more:
            runs.append(send_due(now=timezone.now(), post=post))
        total = Posted(*(sum(getattr(run, name) for run in runs) for name in ("sent", "later", "failed")))
        if options["verbosity"]:
            told = {"sent": total.sent, "later": total.later, "failed": total.failed}
            self.stdout.write(
                _("Sent: %(sent)s. To be tried again: %(later)s. Not taken: %(failed)s.") % told
            )
