"""Files cleaned outside the server: each in a fresh process without keys, whose memory ends with it."""

import os
import subprocess
import sys
from collections.abc import Sequence

from peredacha.core.cleaning import LIMITS, CleanFile, Unacceptable
from peredacha.core.cleaning.answers import NoAnswer, heard
from peredacha.core.cleaning.sentences import EMPTY, NOT_CLEANED, too_large

LONGEST = 180.0
"""After so long the cleaner is stopped [s]."""
TAKEN_ALONG = ("PATH", "PYTHONPATH", "LANG")
"""Variables that the cleaner gets; no key is among them."""
CLEANER = (sys.executable, "-P", "-m", "peredacha.core.cleaning")


def clean_file(
    name: str, body: bytes, *, cleaner: Sequence[str] = CLEANER, longest: float = LONGEST
) -> CleanFile:
    """The file without metadata. Raises Unacceptable with the sentence for the sender.

    It takes a third of a second for the process, and in it the memory of ``core.cleaning.cleaner.clean_file``: the
    caller should clean few files at once. ``longest``: how long it may take [s].
    """
    if not body:
        raise Unacceptable(EMPTY)
    if len(body) > LIMITS.file_bytes:
        raise Unacceptable(too_large(LIMITS))
    try:
        done = subprocess.run(  # noqa: S603
            cleaner, input=body, env=environment(), capture_output=True, timeout=longest, check=True
        )
        line = done.stderr.decode().strip().rpartition("\n")[2]
        return heard(line, name, done.stdout)
    except (subprocess.SubprocessError, UnicodeDecodeError, NoAnswer):
        raise Unacceptable(NOT_CLEANED) from None


def environment() -> dict[str, str]:
    """What the cleaner may know of this server."""
    return {name: os.environ[name] for name in TAKEN_ALONG if name in os.environ}
