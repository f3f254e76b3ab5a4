"""The words of a host who keeps a backup."""

import argparse
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

import django
from django.conf import settings
from django.utils import timezone
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from peredacha.config.commands.backups import salts
from peredacha.config.commands.backups.age import Lock, Opener, fresh_keys
from peredacha.config.commands.backups.checking import read_backup
from peredacha.config.commands.backups.making import Tally, make_backup
from peredacha.config.commands.backups.needing import Closed, Needs
from peredacha.config.commands.backups.restoring import Wanted, bring_salts, restore_backup
from peredacha.config.commands.backups.schema import unknown
from peredacha.config.commands.backups.wrong import Damaged, Refused

# Rooms hold tables, and can be named only once the framework is set up: so this one is named as text.
RECORD = "peredacha.rooms.journal.services.record"


class Parser(argparse.ArgumentParser):
    """Tells what is wrong in one sentence, with exit code 2."""

    def error(self, message: str) -> NoReturn:
        """Refuse the words."""
        raise Refused(f"{message[:1].upper()}{message[1:]}. See: {self.prog} --help")


@dataclass(frozen=True)
class Word:
    """One word of the command."""

    help: str
    add: Callable[[argparse.ArgumentParser], None]
    act: Callable[[argparse.Namespace], None]


def run(name: str, words: list[str]) -> int:
    """Run ``peredacha <name> <words>``; 0 when all is well, 1 when a backup is damaged, 2 when it was refused."""
    word = WORDS[name]
    parser = Parser(prog=f"peredacha {name}", description=word.help)
    word.add(parser)
    try:
        given = parser.parse_args(words)
        django.setup()
        word.act(given)
    except (Refused, Damaged) as error:
        print(error, file=sys.stderr)
        return 1 if isinstance(error, Damaged) else 2
    return 0


def _add_lock(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="the backup; a name that is free")
    lock = parser.add_mutually_exclusive_group(required=True)
    lock.add_argument(
        "--recipient", action="append", metavar="AGE1", help="a public key; each of several opens it alone"
    )
    lock.add_argument("--passphrase-file", type=Path, metavar="FILE", help="file whose first line closes it")


def _add_opener(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="the backup")
    opener = parser.add_mutually_exclusive_group(required=True)
    opener.add_argument("--identity-file", type=Path, metavar="FILE", help="file of the secret key")
    opener.add_argument("--passphrase-file", type=Path, metavar="FILE", help="file whose first line opens it")


def _add_check(parser: argparse.ArgumentParser) -> None:
    _add_opener(parser)
    parser.add_argument(
        "--salts", type=Path, metavar="FILE", help="the newest file of salts, to see what opens"
    )


def _add_restore(parser: argparse.ArgumentParser) -> None:
    _add_opener(parser)
    salted = parser.add_mutually_exclusive_group()
    salted.add_argument("--salts", type=Path, metavar="FILE", help="the newest file that ends in .salts.age")
    salted.add_argument("--without-salts", action="store_true", help="they are lost: bring back what opens")


def _backup(given: argparse.Namespace) -> None:
    lock = Lock(tuple(given.recipient or ()), _first_line(given.passphrase_file))
    now = timezone.now()
    tally = make_backup(given.file, lock, settings.BLOBS, now)
    _record("backup_made")
    print(_("The backup is written: %(held)s.") % {"held": _held(tally)})
    print(_("Its salts are beside it: %(name)s.") % {"name": salts.beside(given.file).name})
    if gone := salts.drop_old(salts.beside(given.file), now):
        text = ngettext(
            "%(n)d older file of salts is deleted: what was erased is now out of older backups too.",
            "%(n)d older files of salts are deleted: what was erased is now out of older backups too.",
            gone,
        )
        print(text % {"n": gone})


def _check(given: argparse.Namespace) -> None:
    needs = Needs()
    head, tally = read_backup(given.file, _opener(given), needs)
    found = salts.read_salts(given.salts, _opener(given)) if given.salts else None
    print(
        _("The backup of %(day)s is whole: %(held)s.")
        % {"day": head.made_on.isoformat(), "held": _held(tally)}
    )
    if found:
        _tell_forgotten(needs.without(found.by_name))
    elif needs.without(()):
        print(_("Most of it opens only together with the newest file of salts: look with `--salts`."))
    if unknown(head.migrations):
        raise Refused(_("The backup was made by a newer version: install that one first."))


def _restore(given: argparse.Namespace) -> None:
    wanted = Wanted(given.file, given.salts, given.without_salts)
    tally, stays = restore_backup(wanted, _opener(given), settings.BLOBS)
    _record("restored")
    print(_("Everything is restored: %(held)s.") % {"held": _held(tally)})
    _tell_forgotten(stays)


def _restore_salts(given: argparse.Namespace) -> None:
    found = bring_salts(given.file, _opener(given))
    count = salts.take_in(found) if found else 0
    print(ngettext("%(n)d salt stands.", "%(n)d salts stand.", count) % {"n": count})


def _tell_forgotten(stays: Closed) -> None:
    if stays:
        told = {"matters": stays.matters, "others": stays.others}
        print(
            _("Forgotten, because their salts are gone: %(matters)s matters, %(others)s other sealed papers.")
            % told
        )
        print(
            _(
                "What was erased after the backup belongs to them; their rows stay closed until their clock runs out."
            )
        )
    else:
        print(_("Every salt is there: nothing of it is forgotten."))


def _keys(given: argparse.Namespace) -> None:
    secret, public = fresh_keys()
    print(f"# public key: {public}\n{secret}")
    print(_("For `--recipient`: %(key)s") % {"key": public}, file=sys.stderr)
    print(_("Keep the secret line off this machine: who has it reads the backups."), file=sys.stderr)


def _record(act: str) -> None:
    import_string(RECORD)(act=act, chapter="", today=timezone.localdate())


def _held(tally: Tally) -> str:
    rows, blobs = sum(tally.rows.values()), tally.blobs
    told = ngettext("%(n)d row", "%(n)d rows", rows) % {"n": rows}
    return told + ", " + ngettext("%(n)d attachment", "%(n)d attachments", blobs) % {"n": blobs}


def _opener(given: argparse.Namespace) -> Opener:
    lines = _text(given.identity_file).splitlines() if given.identity_file else []
    identities = tuple(line.strip() for line in lines if line.strip() and not line.startswith("#"))
    return Opener(identities, _first_line(given.passphrase_file))


def _first_line(path: Path | None) -> str:
    return next(iter(_text(path).splitlines()), "").strip() if path else ""


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except (OSError, ValueError) as error:
        raise Refused(_("The file with the key or the passphrase cannot be read.")) from error


WORDS = {
    "backup": Word("Write everything into one encrypted file while the site runs.", _add_lock, _backup),
    "backup_check": Word("Read a backup from end to end, and restore nothing.", _add_check, _check),
    "restore": Word("Bring a backup back onto an empty machine.", _add_restore, _restore),
    "restore_salts": Word("Bring lost salts back from the newest file.", _add_opener, _restore_salts),
    "backup_keys": Word("Print a fresh pair of keys for backups.", lambda parser: None, _keys),
}
