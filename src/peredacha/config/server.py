"""What the production server does at its turns: note itself when it is ready, forget its key when it is told to."""

import gc
import os
import signal
import sys
import time
from contextlib import suppress
from types import FrameType
from typing import Any
from wsgiref.types import WSGIApplication
from wsgiref.util import setup_testing_defaults

from django.conf import settings
from django.core.management import call_command
from django.db import connections

FORGET = signal.SIGRTMIN
"""The same signal as in ``rooms/guardians/services/restarting.py``; a test compares them."""
SECRETS = ("PEREDACHA_BOOT_KEY", "PEREDACHA_SMTP_PASSWORD")
"""Variables that the server does not take along into its new life."""
GRACE = 3.0
"""How long a request may still take when the server is told to forget [s]."""


def when_ready(server: Any) -> None:
    """The application is loaded and listens: note the process and its key, and wait for the signal."""
    call_command("note_server", verbosity=0)

    def told(number: int, frame: FrameType | None) -> None:
        forget(server)

    signal.signal(FORGET, told)
    answer_one_page(server.app.wsgi())
    # What is loaded stays shared: a collection in a worker would touch, and so copy, every page of it.
    gc.collect()
    gc.freeze()


def answer_one_page(application: WSGIApplication) -> str:
    """Let the first process answer the start page once: what this loads, all others share. Returns the status."""
    host = next(iter(settings.ALLOWED_HOSTS), "localhost").lstrip(".")
    request: dict[str, Any] = {"HTTP_HOST": host}
    setup_testing_defaults(request)
    said: list[str] = []

    def begin(status: str, headers: Any, error: Any = None) -> Any:
        said.append(status)

    b"".join(application(request, begin))
    # No process may use a connection that another one has opened.
    connections.close_all()
    return said[0]


def post_fork(server: Any, worker: Any) -> None:
    """Only the first process is told to forget."""
    signal.signal(FORGET, signal.SIG_IGN)


def forget(server: Any) -> None:
    """End every worker and start anew in the place of this process, without the boot key."""
    server.kill_workers(signal.SIGTERM)
    until = time.monotonic() + GRACE
    while server.WORKERS and time.monotonic() < until:
        server.reap_workers()
        time.sleep(0.05)
    server.kill_workers(signal.SIGKILL)
    for pid in list(server.WORKERS):
        with suppress(ChildProcessError):
            os.waitpid(pid, 0)
    for listener in server.LISTENERS:
        listener.close()
    clean = {name: value for name, value in os.environ.items() if name not in SECRETS}
    os.execve(sys.executable, [sys.executable, "-m", "peredacha", "serve"], clean)  # noqa: S606
