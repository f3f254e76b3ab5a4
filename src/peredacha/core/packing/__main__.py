"""Parcels packed in a process of its own: a job on its input, the chosen pieces on its output, no key here."""

import resource
import sys

from peredacha.core.packing.jobs import answer, read_job
from peredacha.core.packing.solving import solved

LIMITS = {
    resource.RLIMIT_FSIZE: 0,
    resource.RLIMIT_CORE: 0,
    resource.RLIMIT_AS: 4096 * 1024 * 1024,
}
"""No file is written, no picture of the memory is kept, address space ends [bytes]; time ends from outside."""


def bound() -> None:
    """From here on the limits hold; nothing can raise them again."""
    for kind, most in LIMITS.items():
        _soft, hard = resource.getrlimit(kind)
        held = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(kind, (held, held))


def main() -> int:
    """Read the job, pack, answer; 1 and no word when something went wrong."""
    bound()
    try:
        job = read_job(sys.stdin.buffer.read())
        made = answer(*solved(job.orders, job.store, longest=job.longest))
    except Exception:  # whatever it is, its words could hold a key
        return 1
    sys.stdout.buffer.write(made)
    sys.stdout.buffer.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
