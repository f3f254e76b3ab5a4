"""The site as a newcomer starts it: the demo command, a port of its own, and everything it writes in one folder."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

COMMAND = Path(sys.executable).parent / "peredacha"
EXIT_ADDRESS = "https://weather.example/"
BOOT_KEY = "cGVyZWRhY2hhLXRlc3RzLW9ubHkta2V5LTMyYnl0ZXM"
PATIENCE = 60.0
"""How long the server may take to start [seconds]."""


@dataclass(frozen=True)
class Site:
    """A running site."""

    port: int
    folder: Path
    """Holds the database, the log and whatever else the server writes."""

    @property
    def address(self) -> str:
        """Where the site is; the host name, because its cookies are Secure and Chromium takes them there."""
        return f"http://localhost:{self.port}"

    @property
    def log(self) -> Path:
        """Everything that the server said."""
        return self.folder / "server.log"

    @property
    def database(self) -> Path:
        """Its database file."""
        return self.folder / "site.sqlite3"

    def files(self) -> list[Path]:
        """Every file that stands in its folder now: database, journal, log, working files."""
        return sorted(path for path in self.folder.rglob("*") if path.is_file())


@contextmanager
def open_site(folder: Path) -> Iterator[Site]:
    """Start `peredacha serve --demo`, hand it over once it answers, and end it."""
    site = Site(free_port(), folder)
    for name in ("work", "tmp"):
        (folder / name).mkdir()
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
        "DATABASE_URL": f"sqlite:///{site.database}",
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
