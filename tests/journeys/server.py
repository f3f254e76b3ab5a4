"""The site as a newcomer starts it: the demo command, a port of its own, and everything it writes in one folder.

It is started so once in a run. Then it rests, and every other site begins as a copy of it, at the last step of the same
command: the production server.
"""

import os
import secrets
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, nullcontext, suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import urlopen

from tests.databases import acts, fresh_database, postgres

from peredacha.config.commands.serve import DEMO, LARGE_PAGES, server_options
from peredacha.config.environment import read_environment

COMMAND = Path(sys.executable).parent / "peredacha"
EXIT_ADDRESS = "https://weather.example/"
BOOT_KEY = "cGVyZWRhY2hhLXRlc3RzLW9ubHkta2V5LTMyYnl0ZXM"
PATIENCE = 180
"""How long the server may take to start [seconds]."""
Command = tuple[list[str | Path], dict[str, str]]
"""A program with its words, and what it is told by its environment."""


@dataclass(frozen=True)
class Site:
    """A running site."""

    port: int
    folder: Path
    """Holds the log, the salts, the visits and whatever else the server writes; the database where it is a file."""
    postgres: str = ""
    """The address of its database on a PostgreSQL; nothing where its database is a file."""

    @property
    def address(self) -> str:
        """Where the site is; the host name, because its cookies are Secure and Chromium takes them there."""
        return f"http://localhost:{self.port}"

    @property
    def log(self) -> Path:
        """Everything that the server said."""
        return self.folder / "server.log"

    @property
    def database(self) -> str:
        """The address of its database."""
        return self.postgres or f"sqlite:///{self.folder / 'site.sqlite3'}"

    @property
    def salts(self) -> Path:
        """Its file of salts."""
        return self.folder / "salts.sqlite3"

    def written(self) -> Iterator[tuple[Path, bytes]]:
        """Every file that this site has written, and what stands in it now: database, journal, log, working files.

        Of a PostgreSQL its whole folder: tables, dead rows, write-ahead files, and its log.
        """
        if self.postgres:
            acts(self.postgres, "CHECKPOINT")
        folders = [self.folder, *([Path(os.environ["POSTGRES_DATA"])] if self.postgres else [])]
        for path in sorted(path for folder in folders for path in folder.rglob("*") if path.is_file()):
            with suppress(FileNotFoundError):  # a PostgreSQL takes old files away whenever it likes
                yield path, path.read_bytes()


@contextmanager
def open_site(folder: Path, like: Site | None = None) -> Iterator[Site]:
    """A running site in an empty folder: a copy of one that rests, or begun as a newcomer begins.

    A database on a server is dropped in the end.
    """
    own = fresh_database(postgres(), like.postgres if like else "") if postgres() else nullcontext("")
    with own as database, running(folder, like, database) as opened:
        yield opened


@contextmanager
def resting_site(folder: Path, like: Site | None = None) -> Iterator[Site]:
    """The same for a site of which others begin as copies once it has ended: its database stays."""
    with running(folder, like, lasting_database(like) if postgres() else "") as opened:
        yield opened
    for path in folder.glob("*.sqlite3"):  # what still stands in a journal goes into the file
        with closing(sqlite3.connect(path)) as lite:
            lite.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def lasting_database(like: Site | None) -> str:
    """A copy that nobody drops: it goes with the server of tools/postgres.py, which lives as long as the tests."""
    name = f"rests_{secrets.token_hex(6)}"
    template = urlsplit(like.postgres).path.lstrip("/") if like else "template1"
    acts(postgres(), "CREATE DATABASE {} TEMPLATE {}", name, template)
    return urlsplit(postgres())._replace(path=f"/{name}").geturl()


@contextmanager
def running(folder: Path, like: Site | None, database: str) -> Iterator[Site]:
    """The site while it answers; what it says is added to its log."""
    if like:
        shutil.copytree(like.folder, folder, dirs_exist_ok=True)
    for name in ("work", "tmp"):
        (folder / name).mkdir(exist_ok=True)
    site = Site(free_port(), folder, database)
    words, told = as_before(site) if like else as_newcomer(site)
    with site.log.open("ab") as log:
        process = subprocess.Popen(
            words,
            cwd=folder / "work",
            env=told,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        try:
            wait_until_open(site, process)
            yield site
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(timeout=20)


def as_newcomer(site: Site) -> Command:
    """`peredacha serve --demo` lays everything down, invented people too, and then becomes the server."""
    return [COMMAND, "serve", "--demo"], environment(site)


def as_before(site: Site) -> Command:
    """What that command becomes when all is laid down."""
    told = environment(site) | {"PEREDACHA_CHAPTER": str(DEMO), "GLIBC_TUNABLES": LARGE_PAGES}
    return [COMMAND.with_name("gunicorn"), *server_options(read_environment(told))], told


def environment(site: Site) -> dict[str, str]:
    """What the server is told; nothing of this shell's own settings of the site."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("PEREDACHA_")}
    return own | {
        "PEREDACHA_BIND": f"127.0.0.1:{site.port}",
        "PEREDACHA_BOOT_KEY": BOOT_KEY,
        "PEREDACHA_EXIT_URL": EXIT_ADDRESS,
        "DATABASE_URL": site.database,
        "PEREDACHA_SESSIONS": str(site.folder / "sessions.sqlite3"),
        "PEREDACHA_SALTS": str(site.salts),
        "PEREDACHA_BLOBS": str(site.folder / "blobs"),
        "DJANGO_SETTINGS_MODULE": "peredacha.config.settings",
        "TMPDIR": str(site.folder / "tmp"),
    }


def free_port() -> int:
    """A port of this machine on which nobody listens."""
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_until_open(site: Site, process: "subprocess.Popen[bytes]") -> None:
    """Come back when the first page is served; raises with the server's own words when it ends or stays silent."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and process.poll() is None:
        try:
            with urlopen(f"{site.address}/", timeout=10):
                return
        except HTTPError as refused:
            raise RuntimeError(f"The first page answers {refused.code}:\n{site.log.read_text()}") from refused
        except OSError:
            time.sleep(0.1)
    raise RuntimeError(f"The site did not open:\n{site.log.read_text()}")
