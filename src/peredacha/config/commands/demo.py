"""The demo keeps its boot key in a file, and says so loudly: a real installation never does."""

import os
import sys
from collections.abc import Mapping

from peredacha.config.environment import beside_database, database_url, new_boot_key

FILE = "demo.key"


def keep_demo_key(values: Mapping[str, str] = os.environ) -> None:
    """Set PEREDACHA_BOOT_KEY from ``demo.key`` beside the database, made at the first start of the demo.

    Without it every restart of the demo would lock its invented helpers out. Nothing happens when a key is set.
    """
    if values.get("PEREDACHA_BOOT_KEY", "").strip():
        return
    path = beside_database(database_url(values)) / FILE
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(new_boot_key(), "ascii")
    os.environ["PEREDACHA_BOOT_KEY"] = path.read_text("ascii").strip()
    print(
        f"DEMO: the boot key lies in {path.name} beside the database, so a seized disk of this demo opens. "
        "A real installation types its key at the start: `peredacha boot_key`.",
        file=sys.stderr,
    )
