"""The steps that every change of a match is made of: lock, tell, take the key away, leave a trace."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

from django.utils import timezone, translation

from peredacha.core.facts import Author, Fact, Held, Match, NextStep, Status
from peredacha.core.sealing import NotSealedHere
from peredacha.rooms.matters.models import Matter, MatterState
from peredacha.rooms.matters.services import MatterFile, open_file, tell
from peredacha.rooms.people.selectors import display_name, find_member
from peredacha.rooms.vault.models import Grant, Safe
from peredacha.rooms.vault.services import Keys, OpenSafe, revoke

HOUSE = Author()
FAMILY = Author("family")
ANSWER_WITHIN = timedelta(days=2)
"""By when a veteran answers, or somebody else is looked for."""
NEXT_WITHIN = timedelta(days=7)
"""By when the family hears who comes next."""


class NotNow(Exception):
    """The matter has changed meanwhile: somebody else acted first, or nothing waits for this answer."""


def author_of(keys: Keys) -> Author:
    """Who tells it."""
    if keys.member is None:
        return FAMILY
    return Author("member", str(keys.member.id), display_name(keys.member))


def name_of(member: str) -> str:
    """The name under which the team knows a member; empty where there is none."""
    found = find_member(UUID(member)) if member else None
    return display_name(found) if found else ""


def locked(keys: Keys, file: MatterFile, *, now: datetime) -> MatterFile:
    """The file as it stands now, its matter locked until the transaction ends; raises NotSealedHere."""
    matter = Matter.objects.select_for_update().get(id=file.matter.id)
    again = open_file(keys, matter, now=now)
    if again is None:
        raise NotSealedHere
    return again


def say(
    keys: Keys, file: MatterFile, *facts: Fact, now: datetime, by: Author | None = None, inner: bool = False
) -> MatterFile:
    """Tell several facts one after another; what is for helpers alone is left out where their safe is not open."""
    if inner and file.inner is None:
        return file
    for fact in facts:
        file = tell(keys=keys, file=file, fact=fact, author=by or author_of(keys), now=now, inner=inner)
    return file


def say_match(
    keys: Keys, file: MatterFile, match: Match, *, now: datetime, by: Author | None = None, note: str = ""
) -> MatterFile:
    """Tell how a match stands: to the family without name, to the helpers with name and note."""
    file = say(keys, file, replace(match, name="", note=""), now=now, by=by)
    return say(keys, file, replace(match, note=note), now=now, inner=True)


@contextmanager
def family_language(file: MatterFile) -> Iterator[None]:
    """Sentences made inside are in the family's language."""
    with translation.override(file.request.language or translation.get_language()):
        yield


def next_step(what: str, *, within: timedelta, now: datetime) -> NextStep:
    """What the family sees of what happens next, and by when."""
    return NextStep(what=what, by=timezone.localdate(now + within).isoformat())


def set_holder(file: MatterFile, *, member: UUID | None) -> None:
    """Write into the clear row who holds the matter; without anybody it waits."""
    state = MatterState.OPEN if member else MatterState.WAITING
    Matter.objects.filter(id=file.matter.id).update(held_by=member, state=state)


def back_to_the_queue(
    keys: Keys, file: MatterFile, *, by: Author, step: NextStep, now: datetime
) -> MatterFile:
    """Nobody holds it: the matter waits again, and the family knows by when somebody is found."""
    file = say(keys, file, Held(), Status(state=MatterState.WAITING), step, now=now, by=by)
    file = say(keys, file, Held(), now=now, by=by, inner=True)
    set_holder(file, member=None)
    return file


def shut_out(*, keys: Keys, file: MatterFile, holder: UUID) -> OpenSafe | None:
    """Take somebody's keys to both safes away and begin new ones for who stays; gives the helpers' safe, renewed.

    Who cannot open the helpers' safe cannot prove a new key for it: the grant goes, the safe is marked, and the
    next helper who writes there renews it first. Then None.
    """
    revoke(keys=keys, opened=file.safe, holder=holder)
    if file.inner:
        return revoke(keys=keys, opened=file.inner, holder=holder)
    inner = file.matter.inner_safe
    Grant.objects.filter(safe=inner, holder=holder).delete()
    Safe.objects.filter(id=inner.id).update(stale=True)
    return None
