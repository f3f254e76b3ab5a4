"""The command ``peredacha``: the law without a server, the server, and the chores of a host.

``peredacha law …`` needs no framework and no database. ``peredacha serve`` prepares and runs the site.
Every other word is a management command of a room (``peredacha import_facilities …``).
"""

import os
import signal
import sys

from peredacha.config.commands import backups, law, serve
from peredacha.config.environment import WrongEnvironment, new_boot_key
from peredacha.jurisdictions.reading import PackErrors

USAGE = """\
peredacha law deadline|served|custody|quota|show|test|check …  the law engine (peredacha law --help)
peredacha serve [--demo]                               prepare the database and run the site
peredacha prepare                                      compile messages, gather static files, migrate
peredacha boot_key                                     print a fresh boot key
peredacha backup FILE --recipient AGE1                 one encrypted file of everything and one of salts, meanwhile
peredacha backup_check FILE --identity-file KEY        read a backup from end to end
peredacha restore FILE --salts FILE --identity-file KEY  bring a backup back onto an empty machine
peredacha restore_salts FILE --identity-file KEY       bring lost salts back from the newest file
peredacha backup_keys                                  print a fresh pair of keys for backups
peredacha <command> …                                  any command of a room (peredacha help)"""


def main() -> None:
    """Run one command and leave with its exit code."""
    # Piped into `head`, a command ends quietly when its reader has read enough.
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    # What the house writes (database, visits, salts, attachments) is for its own account alone.
    os.umask(0o077)
    sys.exit(run(sys.argv[1:]))


def run(words: list[str]) -> int:
    """Run the command in ``words``; 2 means that the words or the environment were wrong."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "peredacha.config.settings")
    name, rest = (words[0], words[1:]) if words else ("--help", [])
    if name in ("--help", "-h"):
        print(USAGE)
        return 0
    if name == "law":
        return law.run(rest)
    if name == "boot_key":
        print(new_boot_key())
        return 0
    try:
        if name == "serve":
            return serve.serve(rest)
        if name == "prepare":
            return serve.prepare()
        if name in backups.WORDS:
            return backups.run(name, rest)
        return serve.manage([name, *rest])
    except WrongEnvironment as error:
        print(error, file=sys.stderr)
        return 2
    except PackErrors as error:
        print(error, file=sys.stderr)
        print(
            f"{len(error.errors)} errors in the files of the land: mend them, then start again.",
            file=sys.stderr,
        )
        return 2
