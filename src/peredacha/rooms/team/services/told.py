"""The account and the team in words, as the pages show them."""

from typing import Any
from uuid import UUID

from django.conf import settings
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from peredacha.rooms.people.models import Invitation, MemberState, RoleKind
from peredacha.rooms.people.selectors import TeamMember
from peredacha.rooms.team.selectors import OpenInvitation, roles_of_invitation

Row = dict[str, Any]
DAY = "j E Y"
"""A day as "1 March 2027", in the language of the page."""


def told_roles(member: TeamMember) -> str:
    """The roles that run, each with its last day; a sentence where there is none."""
    running = [role for role in member.roles if not role.is_over]
    lines = [
        _("%(role)s until %(day)s") % {"role": role.name, "day": date_format(role.ends_on, DAY)}
        for role in running
    ]
    return "; ".join(lines) or _("no role that runs")


def account_rows(member: TeamMember, codes_left: int) -> list[Row]:
    """What stands on the own account page, each line with the page where it changes."""
    left = ngettext("%(n)s printed code left", "%(n)s printed codes left", codes_left) % {"n": codes_left}
    return [
        {"key": _("Name for the team"), "value": member.name, "url": reverse("team:name")},
        {"key": _("Roles"), "value": told_roles(member)},
        {
            "key": _("Passphrase"),
            "value": _("only you know it"),
            "url": reverse("team:passphrase"),
        },
        {"key": _("Recovery words"), "value": _("on your paper"), "url": reverse("team:words")},
        {"key": _("Codes for a lost phone"), "value": left, "url": reverse("team:new_codes")},
    ]


def team_rows(team: list[TeamMember], myself: UUID) -> list[Row]:
    """One line a member; the own line leads nowhere."""
    return [
        {
            "key": one.name,
            "value": _state_and_roles(one),
            "url": reverse("team:member", args=[one.id]) if one.id != myself else "",
        }
        for one in team
    ]


def invitation_rows(invitations: list[OpenInvitation], myself: UUID) -> list[Row]:
    """One block an open invitation: its sentences, and whether one may vouch still."""
    return [
        {
            "id": one.id,
            "title": one.note or _("An invitation"),
            "lines": _about(one),
            "may_vouch": one.missing > 0 and myself not in one.voucher_ids,
        }
        for one in invitations
    ]


def told_kinds(invitation: Invitation) -> str:
    """The roles with which the invited will begin."""
    return ", ".join(str(RoleKind(kind).label) for kind in roles_of_invitation(invitation))


def join_address(token: str) -> str:
    """The whole address of an invitation, to be passed on."""
    return settings.SITE_ADDRESS.rstrip("/") + reverse("team:join", args=[token])


def _state_and_roles(one: TeamMember) -> str:
    roles = told_roles(one)
    return roles if one.state == MemberState.ACTIVE else f"{one.state_name}; {roles}"


def _about(one: OpenInvitation) -> list[str]:
    role = _("%(role)s until %(day)s") % {"role": one.kind, "day": date_format(one.role_ends_on, DAY)}
    vouchers = _("Vouched for by: %(names)s.") % {"names": ", ".join(one.vouchers)}
    waits = ngettext("%(n)s more member must vouch.", "%(n)s more members must vouch.", one.missing) % {
        "n": one.missing
    }
    works = _("The link works.") if not one.missing else waits
    until = _("It runs out after %(day)s.") % {"day": date_format(one.expires_on, DAY)}
    return [f"{role}.", vouchers, f"{works} {until}"]
