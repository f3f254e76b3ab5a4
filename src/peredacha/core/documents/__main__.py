"""Papers printed in a process of its own: papers on its input, files on its output, nothing on a disk, no key here."""

import resource
import sys

from peredacha.core.documents.jobs import answer, read_job
from peredacha.core.documents.pdf import pdf
from peredacha.core.documents.word import docx

LIMITS = {
    resource.RLIMIT_FSIZE: 0,
    resource.RLIMIT_CORE: 0,
    resource.RLIMIT_AS: 2048 * 1024 * 1024,
    resource.RLIMIT_CPU: 120,
}
"""No file is written, no picture of the memory is kept, address space [bytes] and processor time [s] end."""


def bound() -> None:
    """From here on the limits hold; nothing can raise them again."""
    for kind, most in LIMITS.items():
        _soft, hard = resource.getrlimit(kind)
        held = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(kind, (held, held))


def main() -> int:
    """Read the papers, print them, answer; 1 and no word when something went wrong."""
    bound()
    try:
        papers, form = read_job(sys.stdin.buffer.read())
        made = answer((pdf if form == "pdf" else docx)(paper) for paper in papers)
    except Exception:  # whatever it is, its words could hold a name
        return 1
    sys.stdout.buffer.write(made)
    sys.stdout.buffer.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
