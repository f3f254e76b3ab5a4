"""Papers printed outside the server: each batch in a fresh process without keys, whose memory ends with it."""

import os
import subprocess
import sys
from collections.abc import Sequence

from peredacha.core.documents import Paper
from peredacha.core.documents.jobs import Form, NoPaper, job, read_answer

LONGEST = 120.0
"""After so long the printer is stopped [s]."""
TAKEN_ALONG = ("PATH", "PYTHONPATH", "LANG")
"""Variables that the printer gets; no key is among them."""
PRINTER = (sys.executable, "-P", "-m", "peredacha.core.documents")


class NotPrinted(Exception):
    """The papers could not be printed; it holds nothing of them. The page of the paper still stands."""


def print_papers(
    papers: Sequence[Paper], form: Form, *, printer: Sequence[str] = PRINTER, longest: float = LONGEST
) -> Sequence[bytes]:
    """The files of the papers, in their order; ``form`` is ``"pdf"`` (PDF/A-2b) or ``"docx"``.

    One process for all of them: about half a second, then 20 to 60 ms a paper. Nothing touches a disk. Raises
    NotPrinted. ``longest``: how long it may take [s].
    """
    try:
        done = subprocess.run(  # noqa: S603
            printer,
            input=job(papers, form),
            env=environment(),
            capture_output=True,
            timeout=longest,
            check=True,
        )
        return read_answer(done.stdout, len(papers), form)
    except (subprocess.SubprocessError, OSError, NoPaper):
        raise NotPrinted from None


def print_paper(paper: Paper, form: Form) -> bytes:
    """The file of one paper. Raises NotPrinted."""
    return print_papers((paper,), form)[0]


def environment() -> dict[str, str]:
    """What the printer may know of this server."""
    return {name: os.environ[name] for name in TAKEN_ALONG if name in os.environ}
