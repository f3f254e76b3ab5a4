"""A veteran is found: proposed by a coordinator, accepted or declined by her, declined by the family, ended."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID, uuid4

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from peredacha.core.facts import Author, Held, Match, Status
from peredacha.core.sealing import NotSealedHere
from peredacha.rooms.journal.services import bump
from peredacha.rooms.matters.models import MatterState
from peredacha.rooms.matters.services import MatterFile, leave_trace
from peredacha.rooms.mentoring.services.matches import (
    STANDING,
    Matched,
    current,
    declined_members,
    match_with,
    matches_of,
    successor,
)
from peredacha.rooms.mentoring.services.telling import (
    ANSWER_WITHIN,
    HOUSE,
    NotNow,
    author_of,
    back_to_the_queue,
    family_language,
    locked,
    name_of,
    next_step,
    say,
    say_match,
    set_holder,
    shut_out,
)
from peredacha.rooms.people.models import Member, MemberState, RoleKind
from peredacha.rooms.people.selectors import roles_of
from peredacha.rooms.vault.services import Keys, grant, holder_of
from peredacha.rooms.veterans.services import change_profile


@transaction.atomic
def confirm(
    *, keys: Keys, file: MatterFile, member: Member, reasons: tuple[str, ...] = (), now: datetime
) -> MatterFile:
    """Propose a veteran to a family: both safes are granted to her at once, and the family reads the reasons.

    Her name stays in the helpers' safe until she accepts. The same veteran twice is one proposal. Raises NotNow,
    NotSealedHere.
    """
    file = locked(keys, file, now=now)
    if match_with(file, str(member.id)):
        return file
    if current(file) or not may_stand(member, file, now=now):
        raise NotNow
    give_keys(keys, file, member)
    match = Match(key=uuid4().hex, member=str(member.id), name=name_of(str(member.id)), reasons=reasons)
    file = say_match(keys, file, match, now=now)
    with family_language(file):
        step = next_step(
            _("Somebody who has been through this reads your words and answers."),
            within=ANSWER_WITHIN,
            now=now,
        )
    file = say(keys, file, Status(state=MatterState.OPEN), step, now=now)
    file = say(keys, file, Held(member=match.member, name=match.name), now=now, inner=True)
    set_holder(file, member=member.id)
    note_asking(keys, member, file, now=now)
    leave_trace(keys=keys, file=file, act="granted", now=now)
    return file


def note_asking(keys: Keys, member: Member, file: MatterFile, *, now: datetime) -> None:
    """Write into the veteran's card that she was asked today, and that she hands this matter over no more."""
    today, matter = timezone.localdate(now).isoformat(), str(file.matter.id)
    change_profile(
        keys=keys,
        member=member,
        change=lambda one: replace(
            one, asked_on=today, leaving=tuple(each for each in one.leaving if each != matter)
        ),
        now=now,
    )


def may_stand(member: Member, file: MatterFile, *, now: datetime) -> bool:
    """Whether a member can be proposed at all: an active veteran of this chapter whom nobody declined here."""
    is_veteran = member.state == MemberState.ACTIVE and RoleKind.VETERAN in roles_of(
        member, timezone.localdate(now)
    )
    return (
        is_veteran and member.chapter == file.matter.chapter and str(member.id) not in declined_members(file)
    )


def give_keys(keys: Keys, file: MatterFile, member: Member) -> None:
    """Grant both safes; only who opens both can."""
    if file.inner is None:
        raise NotSealedHere
    holder = holder_of(member)
    for opened in (file.safe, file.inner):
        grant(keys=keys, opened=opened, holder=holder)


@transaction.atomic
def accept(*, keys: Keys, file: MatterFile, now: datetime) -> MatterFile:
    """The veteran says yes: from now on the family knows her name. Twice is once. Raises NotNow.

    Where another stood before, that one leaves now: keys are taken away and renewed.
    """
    file = locked(keys, file, now=now)
    found = mine(keys, file)
    if found.match.state in STANDING:
        return file
    before = current(file) if successor(file) else None
    if before and not found.agreed:
        raise NotNow
    match = replace(found.match, name=author_of(keys).name, state="standing")
    file = say_match(keys, file, match, now=now)
    if before:
        file = say_match(keys, file, replace(before.match, state="ended", note=""), now=now)
    file = say(keys, file, Held(member=match.member, name=match.name), now=now)
    file = say(keys, file, Held(member=match.member, name=match.name), now=now, inner=True)
    with family_language(file):
        step = next_step(_("%(name)s writes to you.") % {"name": match.name}, within=ANSWER_WITHIN, now=now)
    file = say(keys, file, step, now=now)
    set_holder(file, member=UUID(match.member))
    if before:
        take_over(keys, file, before)
    bump(
        chapter=file.matter.chapter, name="hand-overs" if before else "matches", today=timezone.localdate(now)
    )
    leave_trace(keys=keys, file=file, act="handed_over" if before else "matched", now=now)
    return file


def take_over(keys: Keys, file: MatterFile, before: Matched) -> None:
    """The one before loses the keys; who comes gets the new key of the helpers' safe."""
    inner = shut_out(keys=keys, file=file, holder=UUID(before.match.member))
    if keys.member and inner and file.inner is None:
        grant(keys=keys, opened=inner, holder=holder_of(keys.member))


def mine(keys: Keys, file: MatterFile) -> Matched:
    """The match of whose keys they are; raises NotNow."""
    found = match_with(file, str(keys.member.id)) if keys.member else None
    if found is None:
        raise NotNow
    return found


@transaction.atomic
def decline(*, keys: Keys, file: MatterFile, why: str = "", now: datetime) -> None:
    """The veteran says no, or can no longer: her keys go, the family waits for another. Raises NotNow.

    Before she accepted, nothing that the family opens holds her name; ``why`` is for helpers alone.
    """
    file = locked(keys, file, now=now)
    release(keys, file, mine(keys, file), state="declined_by_veteran", by=HOUSE, note=why, now=now)


@transaction.atomic
def decline_by_family(*, keys: Keys, file: MatterFile, key: str, why: str = "", now: datetime) -> None:
    """The family wants somebody else, whether it has seen a name or not. Raises NotNow.

    ``why`` [may be empty] is kept for the helpers who read the family's safe.
    """
    file = locked(keys, file, now=now)
    living = {one.match.key: one for one in (current(file), successor(file)) if one}
    if key not in living:
        raise NotNow
    release(keys, file, living[key], state="declined_by_family", by=author_of(keys), note=why, now=now)


@transaction.atomic
def end_match(*, keys: Keys, file: MatterFile, why: str = "", now: datetime) -> None:
    """A coordinator ends what stands, for instance where the veteran has left: the family waits. Raises NotNow."""
    file = locked(keys, file, now=now)
    found = current(file)
    if found is None:
        raise NotNow
    release(keys, file, found, state="ended", by=author_of(keys), note=why, now=now)


def release(
    keys: Keys, file: MatterFile, found: Matched, *, state: str, by: Author, note: str, now: datetime
) -> None:
    """One match is over: told, keys taken away, and the matter waits unless somebody else stands."""
    stays = current(file)
    over = replace(found.match, state=state, note="")  # type: ignore[arg-type]
    seen = note if state == "declined_by_family" else ""
    file = say(keys, file, replace(over, name="", note=seen), now=now, by=by)
    file = say(keys, file, replace(over, note=note), now=now, inner=True)
    with family_language(file):
        step = next_step(_("We look for somebody else to stand by you."), within=ANSWER_WITHIN, now=now)
    if stays and stays.match.key != found.match.key:
        file = say(keys, file, step, now=now, by=by)
    else:
        file = end_unasked(keys, file, by=by, now=now)
        file = back_to_the_queue(keys, file, by=by, step=step, now=now)
    if has_keys(found, stays):
        shut_out(keys=keys, file=file, holder=UUID(found.match.member))
    leave_trace(keys=keys, file=file, act="revoked", now=now)


def has_keys(found: Matched, stays: Matched | None) -> bool:
    """Whether a match came with keys: a successor gets them when the family agrees."""
    return found.agreed or stays is None or stays.match.key == found.match.key


def end_unasked(keys: Keys, file: MatterFile, *, by: Author, now: datetime) -> MatterFile:
    """A successor without the one before falls away: a coordinator proposes anew, so that no step is skipped."""
    waiting = [one for one in matches_of(file).values() if one.match.state == "proposed"]
    for one in waiting:
        file = say(keys, file, replace(one.match, name="", note="", state="ended"), now=now, by=by)
        if one.agreed:
            shut_out(keys=keys, file=file, holder=UUID(one.match.member))
            file = locked(keys, file, now=now)
    return file
