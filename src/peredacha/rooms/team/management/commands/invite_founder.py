"""``invite_founder``: the first link of a chapter."""

import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone
from django.utils.translation import gettext as _

from peredacha.rooms.team.services import HasMembers, invite_founder, join_address

WRONG_INPUT = 2


class Command(BaseCommand):
    """Print the link with which the first steward and coordinator of a chapter joins."""

    help = "Print the link for the first member of a chapter; it works once, for seven days."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The chapter."""
        parser.add_argument("--chapter", required=True, help="key of the chapter, such as demo")

    def handle(self, *args: Any, **options: Any) -> None:
        """One service call, one line."""
        try:
            invited = invite_founder(chapter=options["chapter"], today=timezone.localdate())
        except HasMembers:
            self.stderr.write(
                _("This chapter has members already: they invite the next ones on the team page.")
            )
            sys.exit(WRONG_INPUT)
        self.stdout.write(join_address(invited.token))
