"""What the team room does, for its own pages and for rooms above."""

from peredacha.rooms.team.services.inviting import (
    HasMembers,
    Invited,
    invite,
    invite_founder,
    vouch,
    withdraw,
)
from peredacha.rooms.team.services.joining import begin_joining, confirm_words, finish_joining, step_of
from peredacha.rooms.team.services.keeping import (
    confirm_app,
    keep_words,
    pause,
    prepare_app,
    remove_factor,
    rename,
    resume,
)
from peredacha.rooms.team.services.leading import cut_branch, end_role, freeze, give_role, let_go, thaw
from peredacha.rooms.team.services.replacing import Standing, replace_phone, standing_of
from peredacha.rooms.team.services.told import (
    account_rows,
    invitation_rows,
    join_address,
    team_rows,
    told_kinds,
)
from peredacha.rooms.team.services.words import asked_places, prepare_words, prepared_code

__all__ = [
    "HasMembers",
    "Invited",
    "Standing",
    "account_rows",
    "asked_places",
    "begin_joining",
    "confirm_app",
    "confirm_words",
    "cut_branch",
    "end_role",
    "finish_joining",
    "freeze",
    "give_role",
    "invitation_rows",
    "invite",
    "invite_founder",
    "join_address",
    "keep_words",
    "let_go",
    "pause",
    "prepare_app",
    "prepare_words",
    "prepared_code",
    "remove_factor",
    "rename",
    "replace_phone",
    "resume",
    "standing_of",
    "step_of",
    "team_rows",
    "thaw",
    "told_kinds",
    "vouch",
    "withdraw",
]
