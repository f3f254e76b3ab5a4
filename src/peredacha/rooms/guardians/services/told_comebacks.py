"""Who lost keys or phone, as the page tells it: each reader sees what concerns him or her."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from peredacha.rooms.guardians.services.approving import LEADING
from peredacha.rooms.guardians.services.comebacks import (
    RETURNING,
    VOUCHING,
    comebacks_of,
    is_ripe,
    spoken_code,
)
from peredacha.rooms.guardians.services.recovery import LAG
from peredacha.rooms.guardians.services.telling import Person, person
from peredacha.rooms.people.models import SEES_MATTERS, Member
from peredacha.rooms.people.selectors import display_name, roles_of, team_of
from peredacha.rooms.vault.models import Comeback, Lost


@dataclass(frozen=True)
class ComebackLine:
    """One who is to come back: what was lost, since when, from when it works, who vouches, what the reader may do.

    ``spoken``: what the reader, who vouched, tells the helper by voice; or "".
    """

    person: Person
    what: str
    since: date
    opens_on: date
    vouchers: tuple[str, ...]
    spoken: str
    mine: bool
    may_vouch: bool
    may_stop: bool
    may_make_keys: bool


def comeback_lines(member: Member, today: date) -> list[ComebackLine]:
    """Who is to come back in the reader's chapter, as far as the reader may help or stop it."""
    roles = roles_of(member, today)
    return [
        _line(one, member, roles, today)
        for one in comebacks_of(member.chapter, today)
        if roles & VOUCHING[one.lost] or one.member_id == member.id
    ]


def members_to_help(member: Member, today: date) -> list[tuple[str, str]]:
    """Random id and name of each helper of the same chapter for whom the reader may vouch first."""
    if not roles_of(member, today) & SEES_MATTERS:
        return []
    told = {member.id, *(one.member_id for one in comebacks_of(member.chapter, today))}
    others = [one for one in team_of(member.chapter, today) if one.id not in told]
    return [(str(one.id), one.name) for one in others if one.state in RETURNING]


def _line(one: Comeback, reader: Member, roles: frozenset[str], today: date) -> ComebackLine:
    mine, leads = one.member_id == reader.id, bool(roles & LEADING)
    vouched = reader.id in (one.by_id, one.second_id)
    return ComebackLine(
        person=person(one.member),
        what=_what(one.lost),
        since=one.since,
        opens_on=one.since + LAG,
        vouchers=tuple(display_name(by) for by in (one.by, one.second) if by),
        spoken=spoken_code(one, reader) if vouched and one.lost != Lost.KEYS else "",
        mine=mine,
        may_vouch=one.second is None and not mine and not vouched,
        may_stop=mine or leads,
        may_make_keys=leads and not mine and one.lost != Lost.FACTORS and is_ripe(one, today),
    )


def _what(lost: str) -> str:
    return {
        Lost.FACTORS: _("Lost the phone and the printed codes."),
        Lost.KEYS: _("Lost the passphrase and the printed words."),
        Lost.ALL: _("Lost everything: phone and codes, passphrase and words."),
    }[Lost(lost)]
