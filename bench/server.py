"""The site as `make run` serves it: started on a free port of this machine, asked, weighed, stopped."""

import os
import socket
import subprocess
import time
from base64 import urlsafe_b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from pathlib import Path

ROOT = Path(__file__).parents[1]
HOST = "127.0.0.1"
CORES = 2
LONGEST_START = 120.0
BOOT_KEY = urlsafe_b64encode(b"a key for measuring, never for x").decode()


class DidNotStart(Exception):
    """The server did not answer in time; the message ends with what it said."""


@dataclass(frozen=True)
class Served:
    """A running server: its port, its first process, and how long its first answer took from the command."""

    port: int
    pid: int
    start_s: float


@contextmanager
def serving(folder: Path, *words: str, settings: str = "peredacha.config.settings") -> Iterator[Served]:
    """The site with a database in ``folder``, on at most two cores; stopped at the end.

    ``words``: "--demo" makes the invented helpers and families first. ``settings``: a module, also of this folder.
    """
    port = free_port()
    environment = os.environ | environment_of(folder) | {"PEREDACHA_BIND": f"{HOST}:{port}"}
    ours = os.pathsep.join((str(ROOT / "src"), str(Path(__file__).parent)))
    environment |= {"DJANGO_SETTINGS_MODULE": settings, "PYTHONPATH": ours}
    said = folder / "server.log"
    begun = time.perf_counter()
    with said.open("wb") as log:
        process = subprocess.Popen(
            [str(ROOT / ".venv/bin/peredacha"), "serve", *words],
            env=environment, cwd=ROOT, stdout=log, stderr=log,
        )  # fmt: skip
        two_cores(process.pid)
        try:
            wait_for(process, port, said)
            yield Served(port, process.pid, time.perf_counter() - begun)
        finally:
            process.terminate()
            process.wait(timeout=30)


def environment_of(folder: Path) -> dict[str, str]:
    """A database of its own, the demo chapter, and a key that only this bench knows."""
    return {
        "PEREDACHA_BOOT_KEY": BOOT_KEY,
        "DATABASE_URL": f"sqlite:///{folder / 'bench.sqlite3'}",
        "PEREDACHA_CHAPTER": str(ROOT / "chapters" / "demo"),
    }


def two_cores(pid: int) -> None:
    """Keep the server, and what it will start, to two cores where the machine has more."""
    os.sched_setaffinity(pid, sorted(os.sched_getaffinity(0))[:CORES])


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as one:
        one.bind((HOST, 0))
        return int(one.getsockname()[1])


def wait_for(process: subprocess.Popen[bytes], port: int, said: Path) -> None:
    """Wait for the first good answer; raises DidNotStart."""
    until = time.perf_counter() + LONGEST_START
    while process.poll() is None and time.perf_counter() < until:
        if answers(port):
            return
        time.sleep(0.05)
    raise DidNotStart(f"the server did not start:\n{said.read_text(errors='replace')[-2000:]}")


def answers(port: int) -> bool:
    """Whether the start page is served."""
    connection = HTTPConnection(HOST, port, timeout=5)
    try:
        connection.request("GET", "/")
        return connection.getresponse().status == 200
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()
