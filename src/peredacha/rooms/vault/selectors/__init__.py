"""What can be read of the vault without a key."""

from peredacha.rooms.vault.selectors.circles import (
    FITTING,
    find_circle,
    newest_epoch,
    reception_holder,
    receptions,
    seated_members,
)
from peredacha.rooms.vault.selectors.grants import count_without_salt, holders_of, safes_of
from peredacha.rooms.vault.selectors.house import is_closed, is_right_boot_key
from peredacha.rooms.vault.selectors.leaving import Leaver, leavers_of, may_stay
from peredacha.rooms.vault.selectors.recovery import recoveries_beside, recoveries_of

__all__ = [
    "FITTING",
    "Leaver",
    "count_without_salt",
    "find_circle",
    "holders_of",
    "is_closed",
    "is_right_boot_key",
    "leavers_of",
    "may_stay",
    "newest_epoch",
    "reception_holder",
    "receptions",
    "recoveries_beside",
    "recoveries_of",
    "safes_of",
    "seated_members",
]
