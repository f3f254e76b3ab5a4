"""Tables of the people room: in clear stand random ids, chapters, states, weeks and public keys."""

from peredacha.rooms.people.models.factors import FactorKind, OneTimeCode, SecondFactor
from peredacha.rooms.people.models.invitations import Invitation, InvitationState, Vouch
from peredacha.rooms.people.models.members import (
    SEES_MATTERS,
    VOUCHED_FOR,
    Member,
    MemberState,
    Role,
    RoleKind,
)
from peredacha.rooms.people.models.sessions import Session, WrongTries

__all__ = [
    "SEES_MATTERS",
    "VOUCHED_FOR",
    "FactorKind",
    "Invitation",
    "InvitationState",
    "Member",
    "MemberState",
    "OneTimeCode",
    "Role",
    "RoleKind",
    "SecondFactor",
    "Session",
    "Vouch",
    "WrongTries",
]
