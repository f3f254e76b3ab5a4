"""What other rooms and the pages may ask about members; every list is one chapter's."""

from peredacha.rooms.people.selectors.factors import open_secret
from peredacha.rooms.people.selectors.members import (
    count_members,
    display_name,
    find_login,
    find_member,
    login_tag,
    may_enter,
    members_with,
    roles_of,
)
from peredacha.rooms.people.selectors.team import TeamMember, find_in_chapter, team_member, team_of

__all__ = [
    "TeamMember",
    "count_members",
    "display_name",
    "find_in_chapter",
    "find_login",
    "find_member",
    "login_tag",
    "may_enter",
    "members_with",
    "open_secret",
    "roles_of",
    "team_member",
    "team_of",
]
