"""Slips printed outside the server: each print in a fresh process without keys, whose memory ends with it."""

import sys
from collections.abc import Sequence

from peredacha.core.slips import Sheet
from peredacha.core.slips.jobs import NoSlips, job, read_answer
from peredacha.gateways.printing import NotPrinted
from peredacha.gateways.processes import NoWork, worked

__all__ = ["NotPrinted", "print_slips"]

LONGEST = 120.0
"""After so long the printer is stopped [s]."""
PRINTER = (sys.executable, "-P", "-m", "peredacha.core.slips")


def print_slips(
    sheets: Sequence[Sheet], *, printer: Sequence[str] = PRINTER, longest: float = LONGEST
) -> bytes:
    """One PDF of all slips in their order, each on the paper that it is made for.

    One process for all of them. Nothing touches a disk. Raises NotPrinted, which holds nothing of them; without a
    slip too. ``longest``: how long it may take [s].
    """
    try:
        made, _errors = worked(printer, (job(sheets),), longest=longest)
        return read_answer(made)
    except (NoWork, NoSlips):
        raise NotPrinted from None
