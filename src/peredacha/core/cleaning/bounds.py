"""What a process may take that opens strangers' files: set before it reads, and never raised again."""

import resource

from peredacha.core.cleaning.values import MEGABYTE

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
