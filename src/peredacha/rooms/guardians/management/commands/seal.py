"""``seal``: close the house now."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from peredacha.rooms.guardians.services import seal_house


class Command(BaseCommand):
    """Raid day: only the public pages stay open."""

    help = "Seal the house: end all visits, take the boxes away, let the server forget its key."

    def handle(self, *args: Any, **options: Any) -> None:
        """One call; needs no key."""
        seal_house()
        self.stdout.write(_("The house is sealed. The plan stays open. `peredacha unseal` opens it again."))
