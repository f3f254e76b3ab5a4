"""Slips printed in a process of its own: words on its input, one PDF on its output, nothing on a disk, no key here."""

import resource
import sys

from peredacha.core.slips.jobs import read_job
from peredacha.core.slips.pdf import pdf

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
    """Read the slips, print them, answer; 1 and no word when something went wrong."""
    bound()
    try:
        made = pdf(read_job(sys.stdin.buffer.read()))
    except Exception:  # whatever it is, its words could hold a name
        return 1
    sys.stdout.buffer.write(made)
    sys.stdout.buffer.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
