"""One file cleaned in a process of its own: the file on its input, clean bytes on its output, words on its errors.

A decoder that a malicious file has taken over finds no key here, can write no file, and stops at its limits.
"""

import sys

from peredacha.core.cleaning.answers import told
from peredacha.core.cleaning.bounds import bound
from peredacha.core.cleaning.cleaner import clean_file
from peredacha.core.cleaning.values import Unacceptable


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
