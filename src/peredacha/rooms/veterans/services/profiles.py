"""The card of a veteran: sealed to her and to the reception of her chapter, to nobody else."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.db import transaction

from peredacha.core.sealing import NotSealedHere
from peredacha.rooms.people.models import Member, MemberState
from peredacha.rooms.people.selectors import display_name
from peredacha.rooms.vault.models import HolderKind
from peredacha.rooms.vault.selectors import holders_of, reception_holder
from peredacha.rooms.vault.services import (
    Keys,
    OpenSafe,
    grant,
    holder_of,
    new_safe,
    open_safe,
    open_safes,
    read_row,
    revoke,
    rewrite_row,
    write_row,
)
from peredacha.rooms.veterans.models import Profile, ProfileContent, ProfileRow
from peredacha.rooms.veterans.services.cases import articles_of, conflict_tags


@dataclass(frozen=True, repr=False)
class OpenProfile:
    """A card opened by somebody's keys; ``content`` is None where it is damaged."""

    member: Member
    name: str
    content: ProfileContent | None

    @property
    def is_away(self) -> bool:
        """Whether nobody new may be asked of this member: rests, left, or is locked out."""
        return self.member.state != MemberState.ACTIVE or self.content is None or self.content.resting


def my_profile(keys: Keys, *, now: datetime) -> ProfileContent:
    """The own card; an empty one where there is none yet or where it is damaged."""
    return content_for(keys, own_member(keys), now=now) or ProfileContent()


def list_profiles(keys: Keys, chapter: str, *, now: datetime) -> list[OpenProfile]:
    """Every card of a chapter that these keys open: for a seat in the reception all, for a veteran the own one."""
    found = list(
        Profile.objects.filter(member__chapter=chapter).select_related("member").order_by("member_id")
    )
    opened = open_safes(keys, [one.safe_id for one in found], now=now)
    rows = {row.safe_id: row for row in ProfileRow.objects.filter(safe__in=list(opened))}
    return [
        OpenProfile(one.member, display_name(one.member), told_by(rows.get(one.safe_id), opened[one.safe_id]))
        for one in found
        if one.safe_id in opened
    ]


def save_profile(*, keys: Keys, content: ProfileContent, now: datetime) -> None:
    """Keep what a veteran tells of herself; what the house keeps beside it stays. Raises TooLong, NotSealedHere."""

    def told(before: ProfileContent) -> ProfileContent:
        return replace(content, resting=before.resting, asked_on=before.asked_on, leaving=before.leaving)

    change_profile(keys=keys, member=own_member(keys), change=told, now=now)


def save_told(
    *,
    keys: Keys,
    told: dict[str, Any],
    articles: str,
    cases: Iterable[str],
    kept_tags: tuple[str, ...],
    now: datetime,
) -> None:
    """Keep a card as its form gave it: articles are read, case numbers become fingerprints beside those kept."""
    tags = tuple(dict.fromkeys((*kept_tags, *conflict_tags(cases))))
    content = ProfileContent(**told, articles=articles_of([articles]), conflict_tags=tags)
    save_profile(keys=keys, content=content, now=now)


@transaction.atomic
def change_profile(
    *, keys: Keys, member: Member, change: Callable[[ProfileContent], ProfileContent], now: datetime
) -> None:
    """Seal a card anew after a change; an empty card is begun where there is none. Raises NotSealedHere."""
    Member.objects.select_for_update().get(id=member.id)
    before = content_for(keys, member, now=now) or ProfileContent()
    profile = Profile.objects.filter(member=member).first()
    opened = opened_for_all(keys, profile, now=now) if profile else begun(keys, member)
    content = change(before).packed()
    row = ProfileRow.objects.filter(safe=opened.id).first()
    if row:
        rewrite_row(row, opened, content)
    else:
        write_row(ProfileRow, opened, content)


def own_member(keys: Keys) -> Member:
    """The member whose keys they are; raises NotSealedHere for a family."""
    if keys.member is None:
        raise NotSealedHere
    return keys.member


def content_for(keys: Keys, member: Member, *, now: datetime) -> ProfileContent | None:
    """What stands in a member's card; None where there is none, where it is damaged or not for these keys."""
    profile = Profile.objects.filter(member=member).first()
    opened = open_safe(keys, profile.safe_id, now=now) if profile else None
    return told_by(ProfileRow.objects.filter(safe=opened.id).first(), opened) if opened else None


def told_by(row: ProfileRow | None, opened: OpenSafe) -> ProfileContent | None:
    """The content of a row; None where it is damaged or gone."""
    content = read_row(row, opened).content if row else None
    try:
        return ProfileContent.unpacked(content) if content is not None else None
    except ValueError:
        return None


def begun(keys: Keys, member: Member) -> OpenSafe:
    """A safe for a card that does not exist yet."""
    reception = reception_holder(member.chapter)
    holders = [holder_of(member), *([reception] if reception else [])]
    opened = new_safe(giver=keys.holder, pair=keys.pair, holders=holders)
    Profile.objects.create(member=member, safe_id=opened.id)
    return opened


def opened_for_all(keys: Keys, profile: Profile, *, now: datetime) -> OpenSafe:
    """The safe of a card, granted to the reception as it sits now, and to no circle of before."""
    opened = open_safe(keys, profile.safe_id, now=now)
    if opened is None:
        raise NotSealedHere
    reception = reception_holder(profile.member.chapter)
    circles = {one.id for one in holders_of(profile.safe_id) if one.kind == HolderKind.CIRCLE}
    if reception is None or circles == {reception.id}:
        return opened
    for old in circles - {reception.id}:
        opened = revoke(keys=keys, opened=opened, holder=old)
    if reception.id not in circles:
        grant(keys=keys, opened=opened, holder=reception)
    return opened
