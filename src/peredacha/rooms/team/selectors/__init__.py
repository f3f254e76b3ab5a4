"""What the pages of the team ask: invitations, branches, second factors."""

from peredacha.rooms.team.selectors.factors import FactorLine, count_printed_codes, factors_of
from peredacha.rooms.team.selectors.invitations import (
    OpenInvitation,
    find_invitation,
    find_open_invitation,
    invitation_tag,
    is_open,
    is_vouched,
    open_invitations,
    roles_of_invitation,
)
from peredacha.rooms.team.selectors.team import (
    LEADING,
    LONGEST_ROLE,
    branch_of,
    kinds_to_give,
    was_vouched_for,
)

__all__ = [
    "LEADING",
    "LONGEST_ROLE",
    "FactorLine",
    "OpenInvitation",
    "branch_of",
    "count_printed_codes",
    "factors_of",
    "find_invitation",
    "find_open_invitation",
    "invitation_tag",
    "is_open",
    "is_vouched",
    "kinds_to_give",
    "open_invitations",
    "roles_of_invitation",
    "was_vouched_for",
]
