"""How work on strangers' files is started outside the server: a fresh process without keys, ended in time."""

import os
import signal
import subprocess
from collections.abc import Iterable, Sequence
from contextlib import suppress
from threading import Timer
from typing import IO, cast

TAKEN_ALONG = ("PATH", "PYTHONPATH", "LANG")
"""Variables that such a process gets; no key is among them."""


class NoWork(Exception):
    """The process did not come to its end, or not in time; it holds nothing of the work."""


def environment() -> dict[str, str]:
    """What such a process may know of this server."""
    return {name: os.environ[name] for name in TAKEN_ALONG if name in os.environ}


def worked(program: Sequence[str], given: Iterable[bytes], *, longest: float) -> tuple[bytes, bytes]:
    """What the program said and what it said on its errors; ``given`` is handed over piece by piece.

    After ``longest`` [s] it is ended together with all that it started; so it is when a piece cannot be had.
    Raises NoWork, and whatever ``given`` raises.
    """
    try:
        work = subprocess.Popen(  # noqa: S603
            program,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=environment(),
            start_new_session=True,
        )
    except OSError:
        raise NoWork from None
    timer = Timer(longest, _end, (work,))
    with work:
        timer.start()
        try:
            return _said(work, given)
        except BaseException:
            _end(work)
            with suppress(OSError):  # what still waits to be written cannot be
                cast(IO[bytes], work.stdin).close()
            raise
        finally:
            timer.cancel()


def _said(work: subprocess.Popen[bytes], given: Iterable[bytes]) -> tuple[bytes, bytes]:
    """Hand over, listen, and take nothing from a program that did not end well."""
    try:
        for piece in given:
            cast(IO[bytes], work.stdin).write(piece)
        said, errors = work.communicate()
    except BrokenPipeError:
        raise NoWork from None
    if work.returncode:
        raise NoWork
    return said, errors


def _end(work: subprocess.Popen[bytes]) -> None:
    """End a process and all that it started, where there is still something to end."""
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(work.pid, signal.SIGKILL)
