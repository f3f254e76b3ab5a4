"""Members, their names and the roles that run today."""

import unicodedata
from datetime import date
from uuid import UUID

from django.conf import settings
from django.utils.translation import gettext as _

from peredacha.core.sealing import NotSealedHere, open_envelope, tag
from peredacha.rooms.people.models import Member, MemberState, Role

ENTERING = (MemberState.ACTIVE, MemberState.PAUSED)
"""States in which a member may sign in; who pauses still hands over what he or she holds."""


def find_member(member_id: UUID) -> Member | None:
    """The member with this id, of any chapter and state."""
    return Member.objects.filter(id=member_id).first()


def login_tag(login: str) -> bytes:
    """The HMAC [32 bytes] by which a login name is found; case and the way it is typed do not matter."""
    folded = " ".join(unicodedata.normalize("NFKC", login).casefold().split())
    return tag(settings.LOGIN_KEY, b"people.login", folded.encode())


def find_login(login: str) -> Member | None:
    """The member with this login name, in any state."""
    return Member.objects.filter(login_tag=login_tag(login)).first()


def roles_of(member: Member, today: date) -> frozenset[str]:
    """Kinds of the roles that run on ``today``; none unless the member is active or takes a rest."""
    if member.state not in ENTERING:
        return frozenset()
    running = Role.objects.filter(member=member, starts_on__lte=today, ends_on__gte=today)
    return frozenset(running.values_list("kind", flat=True))


def may_enter(member: Member, today: date) -> bool:
    """Whether the member may sign in and stay signed in: the state allows it and a role runs."""
    return bool(roles_of(member, today))


def members_with(chapter: str, kind: str, today: date) -> list[Member]:
    """Active members of one chapter who have the role ``kind`` on ``today``: those whom one may ask."""
    return list(
        Member.objects.filter(
            chapter=chapter,
            state=MemberState.ACTIVE,
            roles__kind=kind,
            roles__starts_on__lte=today,
            roles__ends_on__gte=today,
        )
        .distinct()
        .order_by("id")
    )


def count_members(chapter: str, today: date) -> int:
    """How many members of a chapter have a role that runs."""
    running = Role.objects.filter(
        member__chapter=chapter, member__state__in=ENTERING, starts_on__lte=today, ends_on__gte=today
    )
    return running.values("member").distinct().count()


def display_name(member: Member) -> str:
    """The name under which the team knows a member; a sentence where its box is damaged."""
    try:
        return open_envelope(settings.NAMES_KEY, bytes(member.name_box), member.context("name")).decode()
    except (NotSealedHere, UnicodeDecodeError):
        return _("(a name that cannot be read)")
