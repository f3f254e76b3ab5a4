"""Whether the house is open."""

from peredacha.rooms.vault.models import House, is_marked


def is_right_boot_key() -> bool:
    """Whether the boot key of this process is the one that the house knows."""
    house = House.objects.filter(pk=1).first()
    return house is None or not bytes(house.boot_check) or is_marked(house.boot_check, b"boot")


def is_closed() -> bool:
    """Whether only the public pages may answer: the house is sealed, or runs without its boot key."""
    house = House.objects.filter(pk=1).first()
    if house is None:
        return False
    known = bytes(house.boot_check)
    return house.sealed or (bool(known) and not is_marked(known, b"boot"))
