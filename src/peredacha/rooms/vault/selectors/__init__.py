"""What can be read of the vault without a key."""

from peredacha.rooms.vault.selectors.circles import (
    FITTING,
    CircleLine,
    circles_of,
    find_circle,
    newest_epoch,
    reception_holder,
    seated_members,
)
from peredacha.rooms.vault.selectors.grants import holders_of, safes_of
from peredacha.rooms.vault.selectors.house import count_links, find_house, is_closed, is_right_boot_key
from peredacha.rooms.vault.selectors.leaving import Leaver, leavers_of
from peredacha.rooms.vault.selectors.recovery import recoveries_beside, recoveries_of, recovery_of

__all__ = [
    "FITTING",
    "CircleLine",
    "Leaver",
    "circles_of",
    "count_links",
    "find_circle",
    "find_house",
    "holders_of",
    "is_closed",
    "is_right_boot_key",
    "leavers_of",
    "newest_epoch",
    "reception_holder",
    "recoveries_beside",
    "recoveries_of",
    "recovery_of",
    "safes_of",
    "seated_members",
]
