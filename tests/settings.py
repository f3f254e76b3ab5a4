"""The settings of the house with a fixed key, the demo chapter, and a database of the tests' own."""

import os
from pathlib import Path

ROOT = Path(__file__).parents[1]
os.environ.setdefault("PEREDACHA_BOOT_KEY", "cGVyZWRhY2hhLXRlc3RzLW9ubHkta2V5LTMyYnl0ZXM")
os.environ.setdefault("PEREDACHA_CHAPTER", str(ROOT / "chapters" / "demo"))
os.environ.setdefault("DATABASE_URL", "sqlite:///:memory:")
os.environ.setdefault("PEREDACHA_SESSIONS", ":memory:")
os.environ.setdefault("PEREDACHA_SALTS", ":memory:")

from peredacha.config.settings import *  # noqa: E402, F403

# The same path at a price that a thousand tests can pay.
HELPER_COST = FAMILY_COST = "argon2id:64:1"
