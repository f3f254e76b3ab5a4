"""The folder of encrypted files of every room: random names, whole before their row stands.

A file is written and pressed to the disk before the database hears of it. So an acknowledged file is never
lost, and what was not acknowledged leaves an encrypted file without a row, which the daily sweep takes away.
"""

import os
import re
import secrets
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from django.apps import apps
from django.conf import settings

from peredacha.rooms.conversations.models import NAME_LETTERS, BlobRow

NAME = re.compile(f"[0-9a-f]{{{NAME_LETTERS}}}")
PRIVATE_FOLDER, PRIVATE_FILE = 0o700, 0o600
READ_AT_ONCE = 256 * 1024


class NoSuchBlob(Exception):
    """There is no such encrypted file."""


def blob_tables() -> list[type[BlobRow]]:
    """Every table of the house whose rows have an encrypted file beside them, also those of higher rooms."""
    return [model for model in apps.get_models() if issubclass(model, BlobRow)]


def fresh_name() -> str:
    """A random name for an encrypted file [32 hex letters]."""
    return secrets.token_hex(NAME_LETTERS // 2)


def write_blob(name: str, pieces: Iterable[bytes], now: datetime) -> None:
    """Write ciphertext to a new file and press it to the disk; nothing is left of it when that fails.

    The hour of the file is set to the beginning of the day, so that the folder does not tell who wrote when.
    """
    path = path_of(name)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE_FILE)
    try:
        with os.fdopen(handle, "wb") as file:
            for piece in pieces:
                file.write(piece)
            file.flush()
            day = now.replace(hour=0, minute=0, second=0, microsecond=0).timestamp()
            os.utime(file.fileno(), (day, day))
            os.fsync(file.fileno())
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    _keep_names()


def read_blob(name: str) -> Iterator[bytes]:
    """The bytes of an encrypted file in pieces of 256 KiB; raises NoSuchBlob at the first piece."""
    try:
        with path_of(name).open("rb") as file:
            while piece := file.read(READ_AT_ONCE):
                yield piece
    except OSError as error:
        raise NoSuchBlob from error


def remove_blobs(names: Iterable[str]) -> int:
    """Take encrypted files away; one that is already gone does not matter. Gives how many there were."""
    removed = 0
    for name in names:
        with suppress(NoSuchBlob, FileNotFoundError):
            path_of(name).unlink()
            removed += 1
    if removed:
        _keep_names()
    return removed


def list_blobs() -> dict[str, datetime]:
    """Every file of the folder by its name, with the day of its writing [the zone of the machine]."""
    found = {}
    for path in folder().iterdir():
        with suppress(FileNotFoundError):
            found[path.name] = datetime.fromtimestamp(path.stat().st_mtime).astimezone()
    return found


def path_of(name: str) -> Path:
    """Where a file lies; raises NoSuchBlob for a name that is not one of ours, so that no other path is touched."""
    if not NAME.fullmatch(name):
        raise NoSuchBlob
    return folder() / name


def folder() -> Path:
    """The folder; made when first needed, open to this user alone."""
    path = Path(settings.BLOBS)
    path.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
    return path


def _keep_names() -> None:
    """Press the list of names of the folder to the disk."""
    handle = os.open(folder(), os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
