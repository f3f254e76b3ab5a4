"""One file cleaned in a process of its own: the file on its input, clean bytes on its output, words on its errors.

A decoder that a malicious file has taken over finds no key here, can write no file, and stops at its limits.
"""

import resource
import sys

from peredacha.core.cleaning.answers import told
from peredacha.core.cleaning.cleaner import clean_file
from peredacha.core.cleaning.values import MEGABYTE, Unacceptable

MEMORY = 2048 * MEGABYTE
"""Address space [bytes]: a picture of 40 megapixels takes about 400 MB of it."""
SECONDS = 120
"""Processor time [s]."""
LIMITS = {
    resource.RLIMIT_FSIZE: 0,
    resource.RLIMIT_CORE: 0,
    resource.RLIMIT_AS: MEMORY,
    resource.RLIMIT_CPU: SECONDS,
}
"""No file is written or grown, no picture of the memory is kept, memory and time end."""


def bound() -> None:
    """From here on the limits hold; nothing can raise them again."""
    for kind, most in LIMITS.items():
        _soft, hard = resource.getrlimit(kind)
        bound = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(kind, (bound, bound))


def main() -> None:
    """Read one file, clean it, answer."""
    bound()
    try:
        clean = clean_file("", sys.stdin.buffer.read())
        sys.stdout.buffer.write(clean.body)
        sys.stdout.buffer.flush()
        words = told(clean)
    except Unacceptable as no:
        words = told(no)
    sys.stderr.write(f"\n{words}\n")


if __name__ == "__main__":
    main()
