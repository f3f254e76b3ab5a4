"""A process that sends files until it is killed: ``begin``, ``send`` (a line for each acknowledged), ``check``."""

import os
import sys
from pathlib import Path
from uuid import UUID

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
django.setup()

from django.core.management import call_command  # noqa: E402
from django.utils import timezone  # noqa: E402
from tests.rooms.conversations.world import MARK, note  # noqa: E402
from tests.rooms.matters.world import asks, reception  # noqa: E402

from peredacha.core.sealing import KeyPair  # noqa: E402
from peredacha.rooms.conversations.models import Attachment  # noqa: E402
from peredacha.rooms.conversations.services import (  # noqa: E402
    Incoming,
    find_attachment,
    send_file,
    sweep_blobs,
    whole,
)
from peredacha.rooms.matters.models import Matter  # noqa: E402
from peredacha.rooms.matters.services import MatterFile, open_file  # noqa: E402
from peredacha.rooms.vault.services import Keys  # noqa: E402

SEED = Path(os.environ["PEREDACHA_BLOBS"]).parent / "seed"


def begin() -> None:
    """A family asks; its keys are kept for the next process."""
    call_command("migrate", verbosity=0)
    call_command("migrate", verbosity=0, database="sessions")
    call_command("migrate", "salts", verbosity=0, database="salts")
    reception()
    vera = asks()
    SEED.write_bytes(vera.keys.holder.bytes + vera.keys.pair.packed())


def veras_file() -> tuple[Keys, MatterFile]:
    """Her keys and her file."""
    told = SEED.read_bytes()
    keys = Keys(UUID(bytes=told[:16]), KeyPair.unpacked(told[16:]))
    file = open_file(keys, Matter.objects.get(), now=timezone.now())
    assert file is not None
    return keys, file


def send() -> None:
    """Files one after the other."""
    keys, file = veras_file()
    while True:
        incoming = Incoming("a.txt", note(f"{MARK} " * 20_000))
        sent = send_file(keys=keys, file=file, incoming=incoming, text="", now=timezone.now())
        sys.stdout.write(f"{sent.file}\n")
        sys.stdout.flush()


def check() -> None:
    """The ids of the files that open to their end; nothing else may be left but ciphertext."""
    _keys, file = veras_file()
    for row in Attachment.objects.all():
        found = find_attachment(file, row.id)
        if found and b"".join(whole(found)):
            sys.stdout.write(f"{row.id}\n")
    assert sweep_blobs(today=timezone.localdate()).lost == 0


if __name__ == "__main__":
    {"begin": begin, "send": send, "check": check}[sys.argv[1]]()
