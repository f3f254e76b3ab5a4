"""The salts beside a backup: a small file of its own, kept for seven days, so that what was erased stays erased.

Inside the lock is one line of JSON that says when and how many, then a line ``["name", "salt"]`` in hex for each.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID

from django.core.management import call_command
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _

from peredacha.config.commands.backups.age import Opener, open_into
from peredacha.config.commands.backups.wrong import Damaged, Refused

ENDING = ".salts.age"
KEPT = timedelta(days=7)
FORMAT = 1
MOST = 512 * 1024 * 1024
"""A longer file [bytes inside] is none of ours."""

# Rooms hold tables, and can be named only once the framework is set up: so they are named as text.
EVERY = "peredacha.rooms.salts.selectors.every_salt"
TAKE_IN = "peredacha.rooms.salts.services.take_in"
SETTLE = "peredacha.rooms.vault.services.settle_salts"


@dataclass(frozen=True, repr=False)
class Salts:
    """Salts by the names of what needs them, as they stood at one moment."""

    made_at: datetime
    by_name: dict[UUID, bytes]


def beside(file: Path) -> Path:
    """The file of salts that belongs to a backup."""
    return file.with_name(file.name.removesuffix(".age") + ENDING)


def make_ready() -> None:
    """Give the database of salts its table, where it has none yet."""
    words = {"database": "salts", "interactive": False, "verbosity": 0, "skip_checks": True}
    call_command("migrate", "salts", **words)


def settle() -> None:
    """Finish what a stop in the middle of erasing left: then no salt of something erased goes into a backup."""
    import_string(SETTLE)()


def standing() -> dict[UUID, bytes]:
    """The salts of this machine."""
    return dict(import_string(EVERY)())


def take_in(salts: Salts) -> int:
    """Bring salts onto this machine; gives how many."""
    return int(import_string(TAKE_IN)(salts.by_name.items()))


def written(now: datetime) -> Iterator[bytes]:
    """The salts of this machine as the bytes of such a file."""
    salts = standing()
    head = {"format": FORMAT, "made_at": now.isoformat(), "count": len(salts)}
    yield json.dumps(head).encode() + b"\n"
    for name, salt in salts.items():
        yield json.dumps([name.hex, salt.hex()]).encode() + b"\n"


@dataclass
class _Held:
    """Takes the clear bytes."""

    data: bytearray = field(default_factory=bytearray)

    def write(self, data: bytes) -> int:
        self.data += data
        if len(self.data) > MOST:
            raise ValueError("too long for salts")
        return len(data)

    def flush(self) -> None:
        """Nothing is held back."""


def read_salts(file: Path, opener: Opener) -> Salts:
    """The salts in a file; raises Damaged, Refused."""
    held = _Held()
    try:
        open_into(file, opener, held)
        head, *lines = map(json.loads, held.data.splitlines())
        if head["format"] != FORMAT:
            raise Refused(_("The salts were written by a newer version: install that one first."))
        salts = {UUID(name): bytes.fromhex(salt) for name, salt in lines}
        if len(salts) != head["count"]:
            raise ValueError("another count")
        return Salts(datetime.fromisoformat(head["made_at"]), salts)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise Damaged(
            _("This is no whole file of salts: take the newest one that ends in `.salts.age`.")
        ) from error


def drop_old(newest: Path, now: datetime) -> int:
    """Delete the files of salts beside ``newest`` that are older than seven days; gives how many."""
    beside_it = (path for ending in (ENDING, f"{ENDING}.part") for path in newest.parent.glob(f"*{ending}"))
    files = [path for path in beside_it if path != newest and path.is_file() and not path.is_symlink()]
    old = [path for path in files if path.stat().st_mtime < (now - KEPT).timestamp()]
    for path in old:
        path.unlink(missing_ok=True)
    return len(old)
