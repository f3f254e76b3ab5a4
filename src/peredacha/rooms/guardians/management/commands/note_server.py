"""``note_server``: the running server notes its number and a check of its boot key; it calls this by itself."""

import os
from typing import Any

from django.core.management.base import BaseCommand
from django.db import connections

from peredacha.rooms.guardians.services import pid_file, remember_boot_key


class Command(BaseCommand):
    """Called by the first process of the server when it is ready."""

    help = "Used by the server itself: note its process number, so that sealing reaches it."

    def handle(self, *args: Any, **options: Any) -> None:
        """Note, and leave no connection open for the processes that are made after."""
        remember_boot_key()
        file = pid_file()
        if file:
            file.write_text(str(os.getpid()), "ascii")
        connections.close_all()
