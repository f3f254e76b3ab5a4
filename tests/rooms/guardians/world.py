"""A chapter with a key of last resort."""

from datetime import timedelta

from tests.rooms.matters.world import keys
from tests.rooms.people.world import Enrolled
from tests.rooms.vault.world import today

from peredacha.rooms.guardians.services import (
    announce_recovery,
    draw_shares,
    settle_recoveries,
    share_with_recovery,
)


def standing_recovery(by: Enrolled, needed: int = 2, shares: int = 3) -> tuple[str, ...]:
    """The key of last resort of a chapter, announced, not stopped, and sealed to; gives its shares."""
    drawn = draw_shares(needed=needed, shares=shares)
    announce_recovery(keys=keys(by), public=drawn.public, needed=needed, shares=shares, today=today())
    settle_recoveries(today() + timedelta(days=3))
    share_with_recovery(keys=keys(by))
    return drawn.shares
