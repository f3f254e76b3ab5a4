"""The demo keeps its boot key in a file, and says so loudly: a real installation never does."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path

from peredacha.config.environment import (
    Environment,
    WrongEnvironment,
    beside_database,
    boot_key_from,
    database_url,
    new_boot_key,
)

FILE = "demo.key"


def keep_demo_key(values: Mapping[str, str] = os.environ) -> None:
    """Set PEREDACHA_BOOT_KEY from ``demo.key`` beside the database, made at the first start of the demo.

    Without it every restart of the demo would lock its invented helpers out. Nothing happens when a key is set.
    Raises WrongEnvironment where others on this machine may read the file.
    """
    if values.get("PEREDACHA_BOOT_KEY", "").strip():
        return
    path = beside_database(database_url(values)) / FILE
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(new_boot_key(), "ascii")
    if path.stat().st_mode & 0o077:
        raise WrongEnvironment(
            f"Others on this machine can read {path}: `chmod 600` it, or delete it and the demo's database."
        )
    os.environ["PEREDACHA_BOOT_KEY"] = path.read_text("ascii").strip()
    print(
        f"DEMO: the boot key lies in {path.name} beside the database, so a seized disk of this demo opens. "
        "A real installation types its key at the start: `peredacha boot_key`.",
        file=sys.stderr,
    )


def refuse_demo_key(environment: Environment) -> None:
    """Refuse to serve real people with a key that lies on the disk; raises WrongEnvironment."""
    path: Path = beside_database(environment.database_url) / FILE
    if path.is_file() and boot_key_from(path.read_text("ascii").strip())[0] == environment.boot_key:
        raise WrongEnvironment(
            f"This boot key lies on the disk, in {path}: a seized disk would open. Begin with an empty database and a "
            "key from `peredacha boot_key`, and delete that file."
        )
