"""Makes the invented helpers and families of a demo chapter, and prints how to sign in."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from peredacha.core.tables import Problem
from peredacha.design.wording import said
from peredacha.rooms.home.services import demo
from peredacha.rooms.stores.services import load_goods
from peredacha.rooms.tallies.services import load_months

Load = Callable[..., tuple[Problem, ...]]


def of_goods(**told: Any) -> tuple[Problem, ...]:
    """The goods of a table with what lies of them; gives what is wrong with it."""
    return load_goods(**told).problems


class Command(BaseCommand):
    """``peredacha load_demo_people FOLDER``: only for a chapter that calls itself invented."""

    help = "Make the invented helpers and families of a demo chapter, and print how to sign in."

    def add_arguments(self, parser: CommandParser) -> None:
        """One folder."""
        parser.add_argument("folder", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        """Make what is missing; print logins, passphrases and fresh one-time codes."""
        folder: Path = options["folder"]
        try:
            chapter = yaml.safe_load((folder / "chapter.yaml").read_text("utf-8"))
            people = yaml.safe_load((folder / "people.yaml").read_text("utf-8"))
        except OSError as error:
            raise CommandError(
                "Name the folder of a demo chapter: chapter.yaml and people.yaml stand in it."
            ) from error
        if not chapter.get("fictional"):
            raise CommandError("Only a chapter that is marked as fictional can have invented people.")
        lines = demo.make_people(chapter["key"], people)
        for name, load in (("goods.csv", of_goods), ("months.csv", load_months)):
            self.load(chapter["key"], folder / name, load)
        self.stdout.write("Invented helpers of the demo chapter (never use these passphrases elsewhere):")
        for line in lines:
            codes = " ".join(line.codes[:3])
            self.stdout.write(
                f"  {line.name}: login {line.login}, passphrase «{line.passphrase}», one-time codes {codes}"
            )
        self.stdout.write("They sign in under /team/sign-in/.")

    def load(self, chapter: str, table: Path, load: Load) -> None:
        """One table of the demo, where the chapter has it: what lies on its shelves, what it counted in past months."""
        if not table.is_file():
            return
        problems = load(chapter=chapter, data=table.read_bytes(), today=timezone.localdate())
        if problems:
            raise CommandError(
                f"{table.name}, line {problems[0].line}, {problems[0].column}: {said(problems[0].says)}"
            )
