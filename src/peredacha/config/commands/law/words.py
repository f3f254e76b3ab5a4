"""The words of ``peredacha law`` and their answers, printed for people or as JSON."""

import argparse
import json
import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, NoReturn

from peredacha.config.commands.law import asking, checking
from peredacha.config.commands.law.wrong import WrongWords

Answer = Mapping[str, Any]


class Parser(argparse.ArgumentParser):
    """Tells what is wrong in one sentence, with exit code 2."""

    def error(self, message: str) -> NoReturn:
        """Leave with what was wrong and where the usage is."""
        raise WrongWords(
            [f"{message[:1].upper()}{message[1:]}. See: peredacha law {self.prog.split()[-1]} --help"]
        )


@dataclass(frozen=True)
class Word:
    """One word of the command."""

    help: str
    add: Callable[[argparse.ArgumentParser], None]
    answer: Callable[[argparse.Namespace], Answer]


def run(words: list[str]) -> int:
    """Run ``peredacha law <words>``; 0 when all is well, 1 when a case failed, 2 when the words were wrong."""
    try:
        given = parser().parse_args(words)
        if given.word in ("check", "test"):
            return checking.check(given) if given.word == "check" else checking.test(given)
        answer = WORDS[given.word].answer(given)
    except WrongWords as error:
        for sentence in error.sentences:
            print(sentence, file=sys.stderr)
        return 2
    if given.json:
        print(json.dumps(answer, ensure_ascii=False, indent=2))
    else:
        print("\n".join(asking.readable(answer, given.lang)))
    return 0


def parser() -> Parser:
    """The parser of every word."""
    root = Parser(
        prog="peredacha law", description="Deadlines, time served, custody and quotas, each with its law."
    )
    words = root.add_subparsers(dest="word", required=True, parser_class=Parser, metavar="WORD")
    for name, word in WORDS.items():
        one = words.add_parser(name, help=word.help, description=word.help)
        word.add(one)
        one.add_argument("--jurisdiction", default="ru", help="the land (a folder of jurisdictions/)")
        one.add_argument(
            "--lang", choices=["ru", "en"], default=default_language(), help="language of the answer"
        )
        one.add_argument("--json", action="store_true", help="print the answer as JSON")
    test = words.add_parser("test", help="run known-answer cases; exit code 1 when one fails")
    test.add_argument("files", nargs="+", metavar="FILE")
    test.add_argument("--jurisdiction", default=None, help="the land; else the folder above the file")
    words.add_parser("check", help="read every file of every land and print every error")
    return root


def default_language() -> str:
    """Russian where the terminal is Russian, else English."""
    return "ru" if os.environ.get("LC_ALL", os.environ.get("LANG", "")).startswith("ru") else "en"


def add_deadline(one: argparse.ArgumentParser) -> None:
    """The arguments of ``deadline``."""
    one.add_argument("rule", help="a row such as CRT-12, or the id of a rule")
    one.add_argument(
        "--from", dest="from_", required=True, metavar="DAY", help="the day the clock starts, 2024-12-20"
    )
    one.add_argument("--at", metavar="TIME", help="the local time it starts, 14:30 (for terms in hours)")
    one.add_argument(
        "--region", metavar="CODE", help="the region of the place, RU-MOW: gives the offset of its time"
    )
    one.add_argument(
        "--case", dest="variant", metavar="KEY", help="which variant of the rule applies, if it has any"
    )


def add_file(one: argparse.ArgumentParser) -> None:
    """The argument of words that read a case."""
    one.add_argument("file", metavar="CASE.yaml", help="the case; see docs/reference/commands.md")


def add_row(one: argparse.ArgumentParser) -> None:
    """The argument of ``show``."""
    one.add_argument("row", help="a row such as UDO-2, or the id of a rule")


def add_convert(one: argparse.ArgumentParser) -> None:
    """The arguments of ``convert``."""
    one.add_argument("amount", help="how many, a whole number")
    one.add_argument("from_", metavar="from", help="the unit that is given up, such as prison_days")
    one.add_argument("to", help="the unit that is wanted")


WORDS: dict[str, Word] = {
    "deadline": Word("when something is due, and why", add_deadline, asking.deadline),
    "served": Word(
        "time served: credit, last day, release, parole, replacement, record", add_file, asking.served
    ),
    "quota": Word("parcels, packets and visits: allowed, used, left", add_file, asking.quota),
    "custody": Word(
        "custody clock: by when the court must decide again, the longest term", add_file, asking.custody
    ),
    "convert": Word("one punishment in units of another", add_convert, asking.converted),
    "show": Word("one rule with its norms, editions, source and confirmation", add_row, asking.shown),
}
