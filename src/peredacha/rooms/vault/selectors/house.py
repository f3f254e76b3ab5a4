"""Whether the house is open."""

from peredacha.rooms.vault.models import House, is_marked
from peredacha.statements import Asked

LOCK = Asked(House, lambda: House.objects.filter(pk=1).values_list("sealed", "boot_check"))


def is_right_boot_key() -> bool:
    """Whether the boot key of this process is the one that the house knows."""
    return not _lock()[1]


def is_closed() -> bool:
    """Whether only the public pages may answer: the house is sealed, or runs without its boot key."""
    return any(_lock())


def _lock() -> tuple[bool, bool]:
    """Whether the house is sealed, and whether this process runs with another boot key than it knows."""
    for sealed, known in LOCK():
        return sealed, bool(known) and not is_marked(known, b"boot")
    return False, False
