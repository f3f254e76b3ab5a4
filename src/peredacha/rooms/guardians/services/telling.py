"""What the pages of the vault show: names instead of random ids, and what waits for whom."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from peredacha.rooms.guardians.selectors import CircleLine, circles_of, find_house, recovery_of
from peredacha.rooms.guardians.services.approving import LEADING, approvals_to_give
from peredacha.rooms.guardians.services.comebacks import comeback_of, comebacks_of
from peredacha.rooms.guardians.services.counting import over_budget
from peredacha.rooms.guardians.services.recovery import left_for_recovery
from peredacha.rooms.people.models import Member, RoleKind
from peredacha.rooms.people.selectors import display_name, roles_of
from peredacha.rooms.vault.models import CircleName, RecoveryState
from peredacha.rooms.vault.selectors import leavers_of
from peredacha.rooms.vault.services import Keys, left_to_renew, sits_in_reception


@dataclass(frozen=True)
class Person:
    """A member on a page; ``note``: a sentence beside the name, or ""."""

    id: UUID
    name: str
    note: str = ""


@dataclass(frozen=True)
class ToldCircle:
    """A circle on its page; ``mine``: whether the reader sits in it; ``proposed`` may be confirmed by the reader."""

    id: UUID
    name: str
    what: str
    mine: bool
    seated: tuple[Person, ...]
    waiting: tuple[Person, ...]
    proposed: tuple[Person, ...]
    confirmable: frozenset[UUID]


@dataclass(frozen=True)
class Notice:
    """Something that waits for the reader: a sentence, and the name of the page that helps."""

    text: str
    page: str


def person(member: Member, note: str = "") -> Person:
    """A member with the name that the team knows."""
    return Person(member.id, display_name(member), note)


def told_circles(keys: Keys, today: date) -> list[ToldCircle]:
    """The circles of the reader's chapter."""
    return [_circle(keys, line) for line in circles_of(keys.member.chapter, today)] if keys.member else []


def _circle(keys: Keys, line: CircleLine) -> ToldCircle:
    told = {
        CircleName.RECEPTION: (_("Reception"), _("Reads every new request of a family.")),
        CircleName.LAWYERS: (_("Lawyers"), _("Reads what is sent to the lawyers’ desk.")),
        CircleName.EDITORS: (_("Editors"), _("Reads what is to be published.")),
        CircleName.STEWARDS: (_("Stewards"), _("Looks after keys and people.")),
        CircleName.PACKERS: (_("Packers"), _("Reads for whom a parcel is packed.")),
        CircleName.WRITERS: (_("Letter writers"), _("Reads to whom letters go, by an alias.")),
    }
    name, what = told[CircleName(line.circle.name)]
    return ToldCircle(
        id=line.circle.id,
        name=name,
        what=what,
        mine=any(one.circle == line.circle.id for one in keys.circles),
        seated=tuple(
            person(one, _("has no role for this circle now") if one.id in line.unfit else "")
            for one in line.seated
        ),
        waiting=tuple(person(one) for one in line.waiting),
        proposed=tuple(person(one.member) for one in line.proposals),
        confirmable=frozenset(one.member_id for one in line.proposals if one.by_id != keys.holder),
    )


def notices_for(keys: Keys, today: date) -> list[Notice]:
    """Everything about keys and safety that waits for this helper; nothing for most of them."""
    member = keys.member
    if member is None:
        return []
    leads = bool(roles_of(member, today) & LEADING)
    return [
        *_of_oneself(member, today),
        *_of_circles(keys, today),
        *_of_renewal(keys, today),
        *(_of_leading(keys, today) if leads else ()),
    ]


def _of_oneself(member: Member, today: date) -> list[Notice]:
    if comeback_of(member, today) is None:
        return []
    return [Notice(_("Others say that you lost your phone or your keys. Is it true?"), "guardians:comebacks")]


def _of_circles(keys: Keys, today: date) -> list[Notice]:
    if not keys.circles:
        return []
    mine = [one for one in told_circles(keys, today) if one.mine]
    waiting, to_confirm = sum(len(one.waiting) for one in mine), sum(len(one.confirmable) for one in mine)
    found = []
    if waiting:
        text = ngettext("%(n)d helper waits for a seat.", "%(n)d helpers wait for a seat.", waiting)
        found.append(Notice(text % {"n": waiting}, "guardians:circles"))
    if to_confirm:
        text = ngettext("%(n)d seat waits for your yes.", "%(n)d seats wait for your yes.", to_confirm)
        found.append(Notice(text % {"n": to_confirm}, "guardians:circles"))
    return found


def _of_renewal(keys: Keys, today: date) -> list[Notice]:
    if keys.member is None or not sits_in_reception(keys):
        return []
    found = []
    if leavers_of(keys.member.chapter, today):
        found.append(Notice(_("Somebody who may no longer read still has keys."), "guardians:renewal"))
    if left_to_renew(keys).safes or left_for_recovery(keys):
        found.append(Notice(_("Keys of some matters are to be renewed."), "guardians:renewal"))
    return found


def _of_leading(keys: Keys, today: date) -> list[Notice]:
    member = keys.member
    if member is None:
        return []
    recovery, house, found = recovery_of(member.chapter), find_house(), []
    if recovery and recovery.state == RecoveryState.ANNOUNCED:
        found.append(Notice(_("A key of last resort was announced. Did you know?"), "guardians:recovery"))
    if any(one.member_id != member.id for one in comebacks_of(member.chapter, today)):
        text = _("A helper who lost the phone or the keys is to come back. Do you know of it?")
        found.append(Notice(text, "guardians:comebacks"))
    if approvals_to_give(member, today):
        found.append(Notice(_("Somebody asks for your agreement."), "guardians:approvals"))
    if RoleKind.STEWARD in roles_of(member, today):
        if house and house.check_in_days:
            found.append(Notice(_("Give a sign that a steward is there."), "guardians:close"))
        found += [
            Notice(
                _("%(name)s opened %(n)d matters on one day.")
                % {"name": display_name(one.member), "n": one.count},
                "guardians:index",
            )
            for one in over_budget(member.chapter, today)
        ]
    return found
