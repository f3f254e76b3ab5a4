"""Who came through whom, and who may give which role."""

from datetime import timedelta
from uuid import UUID

from peredacha.rooms.people.models import VOUCHED_FOR, Member, Role, RoleKind

LEADING = (RoleKind.COORDINATOR, RoleKind.STEWARD)
"""Roles that look after the team."""
LONGEST_ROLE = timedelta(days=366)
"""No role is given for longer; it can be given again."""


def branch_of(member: Member) -> list[Member]:
    """The member and everybody who came through him or her, step by step, in the own chapter."""
    children: dict[UUID, list[Member]] = {}
    for one in Member.objects.filter(chapter=member.chapter, invited_by__isnull=False).order_by("id"):
        if one.invited_by_id:
            children.setdefault(one.invited_by_id, []).append(one)
    branch, seen = [member], {member.id}
    for one in branch:
        for child in children.get(one.id, []):
            if child.id not in seen:
                seen.add(child.id)
                branch.append(child)
    return branch


def kinds_to_give(roles: frozenset[str]) -> tuple[str, ...]:
    """Kinds of role that somebody with ``roles`` may give or invite to: stewards are made by stewards only."""
    if RoleKind.STEWARD in roles:
        return tuple(RoleKind.values)
    given = [kind for kind in RoleKind.values if kind != RoleKind.STEWARD]
    return tuple(given) if RoleKind.COORDINATOR in roles else ()


def was_vouched_for(member: Member) -> bool:
    """Whether two members answered for this one: he or she has, or had, a role that sees matters."""
    return Role.objects.filter(member=member, kind__in=VOUCHED_FOR).exists()
