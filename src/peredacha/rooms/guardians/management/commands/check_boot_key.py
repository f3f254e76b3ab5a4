"""``check_boot_key``: refuse to start with another boot key than the one under which members joined."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from peredacha.rooms.guardians.services import is_wrong_boot_key


class Command(BaseCommand):
    """``serve`` calls it before it opens."""

    help = "Check that the boot key is the one under which the members joined."

    def handle(self, *args: Any, **options: Any) -> None:
        """One question."""
        if is_wrong_boot_key():
            raise CommandError(
                _(
                    "This is not the boot key under which the helpers joined. Set PEREDACHA_BOOT_KEY to that one; "
                    "without it nobody could sign in."
                ),
                returncode=2,
            )
