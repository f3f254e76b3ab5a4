"""Tables of the vault: public keys, sealed keys, signatures. None of them opens anything by itself."""

from peredacha.rooms.vault.models.circles import Circle, CircleEpoch, CircleName, Seat, SeatProposal
from peredacha.rooms.vault.models.codes import ReturnCode
from peredacha.rooms.vault.models.grants import Grant, Safe
from peredacha.rooms.vault.models.holders import Holder, HolderKind
from peredacha.rooms.vault.models.house import House, SealedBoxes, SealLink
from peredacha.rooms.vault.models.marks import is_marked, mark_of
from peredacha.rooms.vault.models.recovery import LASTS_DAYS, Comeback, Lost, Recovery, RecoveryState
from peredacha.rooms.vault.models.rows import SealedRow
from peredacha.rooms.vault.models.terms import TermRow
from peredacha.rooms.vault.models.watching import Approval, OpeningCount

__all__ = [
    "LASTS_DAYS",
    "Approval",
    "Circle",
    "CircleEpoch",
    "CircleName",
    "Comeback",
    "Grant",
    "Holder",
    "HolderKind",
    "House",
    "Lost",
    "OpeningCount",
    "Recovery",
    "RecoveryState",
    "ReturnCode",
    "Safe",
    "SealLink",
    "SealedBoxes",
    "SealedRow",
    "Seat",
    "SeatProposal",
    "TermRow",
    "is_marked",
    "mark_of",
]
