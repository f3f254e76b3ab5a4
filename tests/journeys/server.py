"""The site as a newcomer starts it: the demo command, a port of its own, and everything it writes in one folder."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, nullcontext, suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

from tests.databases import acts, fresh_database, postgres

COMMAND = Path(sys.executable).parent / "peredacha"
EXIT_ADDRESS = "https://weather.example/"
BOOT_KEY = "cGVyZWRhY2hhLXRlc3RzLW9ubHkta2V5LTMyYnl0ZXM"
PATIENCE = 180
"""How long the server may take to start [seconds]."""


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
def open_site(folder: Path) -> Iterator[Site]:
    """Start `peredacha serve --demo`, hand it over once it answers, and end it."""
    for name in ("work", "tmp"):
        (folder / name).mkdir()
    with fresh_database(postgres()) if postgres() else nullcontext("") as database:
        site = Site(free_port(), folder, database)
        with site.log.open("wb") as log:
            process = subprocess.Popen(
                [COMMAND, "serve", "--demo"],
                cwd=folder / "work",
                env=environment(site),
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
