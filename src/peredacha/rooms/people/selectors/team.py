"""The team of one chapter: who is in it, and with which roles."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from peredacha.rooms.people.models import Member, MemberState, Role
from peredacha.rooms.people.selectors.members import display_name


@dataclass(frozen=True)
class TeamRole:
    """One role of a member, as the page shows it."""

    id: int
    kind: str
    name: str
    ends_on: date
    is_over: bool


@dataclass(frozen=True)
class TeamMember:
    """One member of the team, as the page shows it."""

    id: UUID
    name: str
    state: str
    state_name: str
    invited_by: str
    roles: tuple[TeamRole, ...]


def team_of(chapter: str, today: date) -> list[TeamMember]:
    """Everybody of one chapter who has not left, by name."""
    rows = Member.objects.filter(chapter=chapter).exclude(state=MemberState.LEFT)
    people = rows.select_related("invited_by").prefetch_related("roles")
    return sorted((team_member(one, today) for one in people), key=lambda one: one.name.casefold())


def team_member(member: Member, today: date) -> TeamMember:
    """One member with the roles that run or are still to come, and those that ended."""
    roles = sorted(member.roles.all(), key=lambda role: (role.ends_on, role.pk), reverse=True)
    return TeamMember(
        id=member.id,
        name=display_name(member),
        state=member.state,
        state_name=member.get_state_display(),
        invited_by=display_name(member.invited_by) if member.invited_by else "",
        roles=tuple(_told(role, today) for role in roles),
    )


def find_in_chapter(chapter: str, member_id: UUID) -> Member | None:
    """A member of one chapter who has not left; nobody of another chapter is ever found."""
    rows = Member.objects.filter(chapter=chapter, id=member_id).exclude(state=MemberState.LEFT)
    return rows.select_related("invited_by").first()


def _told(role: Role, today: date) -> TeamRole:
    return TeamRole(role.pk, role.kind, role.get_kind_display(), role.ends_on, role.ends_on < today)
