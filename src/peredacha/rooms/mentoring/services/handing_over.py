"""A veteran goes, another comes: a note, the family's yes, keys given and taken; nobody is dropped between."""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID, uuid4

from django.db import transaction
from django.utils.translation import gettext as _

from peredacha.core.facts import Match
from peredacha.core.sealing import NotSealedHere
from peredacha.rooms.matters.models import Matter
from peredacha.rooms.matters.services import MatterFile, leave_trace, open_file
from peredacha.rooms.mentoring.selectors import held_matters, without_notes
from peredacha.rooms.mentoring.services.matches import Matched, current, match_with, successor
from peredacha.rooms.mentoring.services.standing import decline_by_family, may_stand
from peredacha.rooms.mentoring.services.telling import (
    ANSWER_WITHIN,
    NEXT_WITHIN,
    NotNow,
    family_language,
    locked,
    name_of,
    next_step,
    say,
    say_match,
)
from peredacha.rooms.people.models import Member, MemberState
from peredacha.rooms.people.selectors import display_name, find_member
from peredacha.rooms.vault.services import Keys, grant, holder_of, renewed_if_stale
from peredacha.rooms.veterans.services import change_profile, list_profiles, own_member


@dataclass(frozen=True)
class Leaving:
    """A family whose veteran goes, as the coordinator sees it."""

    matter: UUID
    alias: str
    holder: str
    note: str
    begun: bool
    """Whether the hand-over was begun; else the veteran rests or has left, and it is to be begun."""
    next_name: str
    agreed: bool
    notes_missing: bool
    """Whether who holds it now cannot read the older notes of the helpers yet."""


@transaction.atomic
def begin_hand_over(*, keys: Keys, file: MatterFile, note: str = "", now: datetime) -> MatterFile:
    """The veteran, or a coordinator for her, begins to hand a family over. Her keys stay until another stands.

    ``note`` is for who comes next and stands in the helpers' safe. Twice is once. Raises NotNow where nobody
    stands, TooLong.
    """
    file = locked(keys, file, now=now)
    found = current(file)
    if found is None or found.match.state == "proposed":
        raise NotNow
    if found.match.state == "handing_over":
        return say(keys, file, replace(found.match, note=note), now=now, inner=True) if note else file
    file = say_match(keys, file, replace(found.match, state="handing_over"), now=now, note=note)
    with family_language(file):
        says = _("%(name)s takes a rest. You hear from us who comes next.") % {"name": found.match.name}
    file = say(keys, file, next_step(says, within=NEXT_WITHIN, now=now), now=now)
    mark_leaving(keys, found.match.member, file, leaves=True, now=now)
    leave_trace(keys=keys, file=file, act="matter_changed", now=now)
    return file


def mark_leaving(keys: Keys, member: str, file: MatterFile, *, leaves: bool, now: datetime) -> None:
    """Write the matter into the veteran's own card, or out of it: so the coordinator finds it."""
    found, matter = find_member(UUID(member)), str(file.matter.id)
    if found:
        change_profile(
            keys=keys,
            member=found,
            change=lambda one: replace(
                one,
                leaving=(*(each for each in one.leaving if each != matter), *([matter] if leaves else [])),
            ),
            now=now,
        )


@transaction.atomic
def stay_after_all(*, keys: Keys, file: MatterFile, now: datetime) -> MatterFile:
    """The veteran goes on after all, as long as nobody else is named. Raises NotNow."""
    file = locked(keys, file, now=now)
    found = current(file)
    if found is None or found.match.state != "handing_over" or successor(file):
        raise NotNow
    file = say_match(keys, file, replace(found.match, state="standing"), now=now)
    with family_language(file):
        says = _("%(name)s writes to you.") % {"name": found.match.name}
    file = say(keys, file, next_step(says, within=ANSWER_WITHIN, now=now), now=now)
    mark_leaving(keys, found.match.member, file, leaves=False, now=now)
    return file


@transaction.atomic
def name_next(
    *, keys: Keys, file: MatterFile, member: Member, reasons: tuple[str, ...] = (), now: datetime
) -> MatterFile:
    """Name who could come next; the family is asked first, without the name. Raises NotNow, NotSealedHere."""
    file = locked(keys, file, now=now)
    if match_with(file, str(member.id)):
        return file
    found = current(file)
    handing_over = found is not None and found.match.state == "handing_over"
    if not handing_over or successor(file) or not may_stand(member, file, now=now):
        raise NotNow
    if file.inner is None:
        raise NotSealedHere
    match = Match(key=uuid4().hex, member=str(member.id), name=name_of(str(member.id)), reasons=reasons)
    file = say_match(keys, file, match, now=now)
    with family_language(file):
        says = _("We have found who could come next. Please say whether you agree.")
    file = say(keys, file, next_step(says, within=NEXT_WITHIN, now=now), now=now)
    leave_trace(keys=keys, file=file, act="matter_changed", now=now)
    return file


@transaction.atomic
def family_agrees(*, keys: Keys, file: MatterFile, now: datetime) -> MatterFile:
    """The family says yes to who comes next: she can read the talk at once. Twice is once. Raises NotNow.

    With a coordinator's keys it is the family's yes by telephone, and the helpers' notes are granted too.
    """
    file = locked(keys, file, now=now)
    found = successor(file)
    member = find_member(UUID(found.match.member)) if found else None
    if found is None or member is None:
        raise NotNow
    if found.agreed:
        return file
    if not may_stand(member, file, now=now):
        raise NotNow
    file = say(keys, file, replace(found.match, name="", note=""), now=now)
    with family_language(file):
        says = _("Somebody who has been through this reads your words and answers.")
    file = say(keys, file, next_step(says, within=ANSWER_WITHIN, now=now), now=now)
    for opened in filter(None, (file.safe, file.inner)):
        grant(keys=keys, opened=opened, holder=holder_of(member))
    leave_trace(keys=keys, file=file, act="granted", now=now)
    return file


def family_disagrees(*, keys: Keys, file: MatterFile, why: str = "", now: datetime) -> None:
    """The family says no to who comes next; the one who stands goes on until another is found. Raises NotNow."""
    found = successor(file)
    if found is None:
        raise NotNow
    decline_by_family(keys=keys, file=file, key=found.match.key, why=why, now=now)


@transaction.atomic
def share_notes(*, keys: Keys, file: MatterFile, now: datetime) -> None:
    """Let who holds the matter, and who comes next with the family's yes, read all notes of the helpers."""
    file = locked(keys, file, now=now)
    if file.inner is None:
        raise NotSealedHere
    reading = [
        one for one in (current(file), successor(file)) if one and (one.agreed or not is_unasked(one, file))
    ]
    inner = renewed_if_stale(keys, file.inner)
    for one in reading:
        member = find_member(UUID(one.match.member))
        if member and member.chapter == file.matter.chapter:
            grant(keys=keys, opened=inner, holder=holder_of(member))
    leave_trace(keys=keys, file=file, act="granted", now=now)


def is_unasked(one: Matched, file: MatterFile) -> bool:
    """Whether it is a successor to whom the family has not said yes."""
    next_one = successor(file)
    return next_one is not None and next_one.match.key == one.match.key and not one.agreed


def to_hand_over(keys: Keys, *, now: datetime) -> list[Leaving]:
    """Families of the own chapter whose veteran goes, rests or has left; those with nobody named first."""
    chapter = own_member(keys).chapter
    held = list(held_matters(chapter))
    profiles = {one.member.id: one for one in list_profiles(keys, chapter, now=now)}
    unread = without_notes(held)

    def goes(matter: Matter) -> bool:
        profile = profiles.get(matter.held_by_id) if matter.held_by_id else None
        content = profile.content if profile else None
        is_away = bool(content and content.resting) or (
            matter.held_by is not None and matter.held_by.state != MemberState.ACTIVE
        )
        return is_away or matter.id in unread or bool(content and str(matter.id) in content.leaving)

    files = (open_file(keys, matter, now=now) for matter in held if goes(matter))
    found = [one for one in (leaving(file, unread) for file in files if file) if one]
    return sorted(found, key=lambda one: (bool(one.next_name), one.alias, str(one.matter)))


def leaving(file: MatterFile, unread: frozenset[UUID]) -> Leaving | None:
    """One line of the list; None where nothing is to be done any more."""
    found, after = current(file), successor(file)
    begun = found is not None and found.match.state == "handing_over"
    holder, missing = file.matter.held_by, file.matter.id in unread
    if found is None or holder is None:
        return None
    return Leaving(
        matter=file.matter.id,
        alias=file.request.name or file.person.given,
        holder=display_name(holder),
        note=found.match.note if begun else "",
        begun=begun,
        next_name=after.match.name if after else "",
        agreed=bool(after and after.agreed),
        notes_missing=missing,
    )
