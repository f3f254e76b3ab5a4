"""One file opened in a child of the bindery: what it does to the child it cannot do to the pages of others.

The child holds that one file and the answers before it, never what comes after; it ends at its limits.
"""

import os
import resource
import signal
from collections.abc import Callable

from peredacha.core.cleaning import Unacceptable
from peredacha.gateways.bindery import jobs, sentences

SECONDS = 30
"""How long one file may take [s], by the clock and by the processor."""
MADE, REFUSED = b"+", b"-"


def apart(work: Callable[[], bytes], seconds: int = SECONDS) -> bytes:
    """What the work gives, done in a child. Raises Unacceptable with its sentence, or with one of ours when it dies."""
    here, there = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(here)
        _in_the_child(work, there, seconds)
    os.close(there)
    with os.fdopen(here, "rb") as answer:
        said = answer.read()
    _pid, ended = os.waitpid(child, 0)
    if ended or said[:1] not in (MADE, REFUSED):
        raise Unacceptable(sentences.DIED)
    if said.startswith(REFUSED):
        refused = jobs.heard(said[1:])
        raise Unacceptable(sentences.DIED if isinstance(refused, tuple) else refused)
    return said[1:]


def _in_the_child(work: Callable[[], bytes], out: int, seconds: int) -> None:
    """Work, answer, end; nothing of the parent is cleared up or written twice."""
    ended = 1
    try:
        os.closerange(0, 3)
        signal.alarm(seconds)
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        with os.fdopen(out, "wb") as answer:
            answer.write(_answer(work))
        ended = 0
    finally:
        os._exit(ended)


def _answer(work: Callable[[], bytes]) -> bytes:
    try:
        return MADE + work()
    except Unacceptable as no:
        return REFUSED + jobs.told(no.said).encode()
