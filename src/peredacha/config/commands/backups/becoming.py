"""A file that gets its name only when it is whole."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from django.utils.translation import gettext as _

from peredacha.config.commands.backups.wrong import Refused


@contextmanager
def becoming(file: Path, *, anew: bool = False) -> Iterator[BinaryIO]:
    """A stream into ``file.part``, which takes the name ``file`` when the block ends well.

    Killed in the middle it leaves the ``.part``, which the next try of that name writes anew; after an error it
    leaves nothing. Only its owner may read it. Raises Refused where the name is taken or cannot be written; with
    ``anew`` a file of that name is replaced.
    """
    if file.exists() and not anew:
        raise Refused(_("There is a file of that name already: choose another name."))
    part = file.with_name(file.name + ".part")
    with _held(part) as stream:
        try:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
            part.replace(file)
        except BaseException:
            part.unlink(missing_ok=True)
            raise
    folder = os.open(file.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def _held(part: Path) -> BinaryIO:
    """The empty part, locked, so that two at once do not write into one another."""
    try:
        stream = os.fdopen(os.open(part, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o600), "r+b")
    except OSError as error:
        raise Refused(_("Nothing can be written there: choose another folder.")) from error
    try:
        fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
        # Between opening and locking another one may have finished: then this is its file, not ours.
        if part.stat().st_ino != os.fstat(stream.fileno()).st_ino:
            raise FileNotFoundError
    except OSError as error:
        stream.close()
        raise Refused(_("Another backup is being written under that name: wait for it.")) from error
    stream.truncate(0)
    return stream
