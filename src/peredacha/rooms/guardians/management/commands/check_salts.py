"""``check_salts``: say loudly that salts are missing, before somebody thinks that everything is damaged."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import ngettext

from peredacha.rooms.vault.selectors import count_without_salt


class Command(BaseCommand):
    """``serve`` calls it before it opens; it never stops the start."""

    help = "Count what is sealed and has lost its salt, so that nobody can read it."

    def handle(self, *args: Any, **options: Any) -> None:
        """One sentence, or none."""
        count = count_without_salt()
        if count:
            text = ngettext(
                "The salt of %(n)d sealed paper is gone: it was erased before a restore, or the file of salts was "
                "lost. Lost ones come back with `peredacha restore_salts` and the newest file.",
                "The salts of %(n)d sealed papers are gone: they were erased before a restore, or the file of salts "
                "was lost. Lost ones come back with `peredacha restore_salts` and the newest file.",
                count,
            )
            self.stderr.write(text % {"n": count})
