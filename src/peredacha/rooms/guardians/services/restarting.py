"""Making the running server forget: it starts itself anew without the boot key in its environment."""

import os
import signal
from pathlib import Path

from django.conf import settings

FORGET = signal.SIGRTMIN
"""The signal at which the server's first process starts itself anew without its key."""
SERVER = b"peredacha.config.wsgi"


def pid_file() -> Path | None:
    """Where the running server writes its number: beside the open visits; None where these stand in memory."""
    name = str(settings.DATABASES["sessions"]["NAME"])
    return None if "memory" in name else Path(name).with_name("serve.pid")


def ask_to_restart() -> bool:
    """Tell the running server to forget; False where none runs. The process is checked before it is signalled."""
    file = pid_file()
    try:
        pid = int(file.read_text("ascii")) if file else 0
        if not pid or SERVER not in Path(f"/proc/{pid}/cmdline").read_bytes():
            return False
        os.kill(pid, FORGET)
    except (OSError, ValueError):
        return False
    return True
