"""Files cleaned outside the server: each in a fresh process without keys, whose memory ends with it."""

import sys
from collections.abc import Sequence

from peredacha.core.cleaning import LIMITS, CleanFile, Unacceptable
from peredacha.core.cleaning.answers import NoAnswer, heard
from peredacha.core.cleaning.sentences import EMPTY, NOT_CLEANED, too_large
from peredacha.gateways.processes import NoWork, worked

LONGEST = 180.0
"""After so long the cleaner is stopped [s]."""
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
        clean, told = worked(cleaner, (body,), longest=longest)
        return heard(told.decode().strip().rpartition("\n")[2], name, clean)
    except (NoWork, UnicodeDecodeError, NoAnswer):
        raise Unacceptable(NOT_CLEANED) from None
