"""Steps of a visit; with each the counter of the law, the seats and the public numbers follow."""

from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from peredacha.core.law.quotas import Slot
from peredacha.core.law.quotas.case import Counted
from peredacha.rooms.errands.services import begin_errands, note_slot, reserve, settle, touch
from peredacha.rooms.facilities.models import Subject, Verdict, WindowPurpose
from peredacha.rooms.facilities.services import note_outcome
from peredacha.rooms.matters.services import MatterFile
from peredacha.rooms.tallies.models import TallyKind
from peredacha.rooms.tallies.services import count
from peredacha.rooms.vault.services import Keys
from peredacha.rooms.visits.models import NO_RIDE, VisitState
from peredacha.rooms.visits.services.files import ChangedMeanwhile, OpenVisit, change, fresh
from peredacha.rooms.visits.services.seats import give_back, release

AFTER = timedelta(days=7)
"""So long after its day a planned visit keeps its place in the counter."""
CLOSED, OFFICE = "closed", str(WindowPurpose.VISITS)
COUNTED: dict[str, Counted] = {"short": "short_visits", "long": "long_visits"}


@transaction.atomic
def tell_visit(*, opened: OpenVisit, now: datetime, **told: Any) -> OpenVisit:
    """Who goes, who needs a seat, and other words that change no state. Raises ChangedMeanwhile, TooLong.

    Who asks for other seats than were given gives the given ones back.
    """
    wants, given = told.get("wants_seats"), opened.told.seats
    kept = opened if wants is None or not given or wants == given else give_back(opened=opened, now=now)
    return change(opened=kept, what="told", now=now, **told)


def ask_permission(*, opened: OpenVisit, now: datetime) -> OpenVisit:
    """Somebody asked for the visit. Raises ChangedMeanwhile."""
    return change(opened=opened, what="asked", state=VisitState.ASKED, now=now)


def note_permission(*, opened: OpenVisit, until: date | None, now: datetime) -> OpenVisit:
    """The permission is there, until a day where it says so. Raises ChangedMeanwhile."""
    day = until.isoformat() if until else ""
    return change(opened=opened, what="permitted", state=VisitState.PERMITTED, permitted_until=day, now=now)


@transaction.atomic
def plan_day(*, keys: Keys, file: MatterFile, opened: OpenVisit, on: date, now: datetime) -> OpenVisit:
    """The day is fixed, and a place in the counter is kept for it. Raises NoSlot, ChangedMeanwhile.

    A seat that was given for another day is given back.
    """
    standing = fresh(opened, now=now)
    if not standing.may(VisitState.PLANNED):
        raise ChangedMeanwhile
    errands = begin_errands(keys=keys, file=file, now=now)
    slot = Slot(opened.slot, COUNTED[standing.told.kind], on, 0, "family", "reserved", on + AFTER)
    reserve(opened=errands, slot=slot, now=now)
    moved = standing.told.ride and standing.told.on != on.isoformat()
    kept = give_back(opened=standing, now=now) if moved else standing
    planned = change(opened=kept, what="planned", state=VisitState.PLANNED, on=on.isoformat(), now=now)
    touch(keys, file, now)
    return planned


@transaction.atomic
def note_made(*, keys: Keys, file: MatterFile, opened: OpenVisit, on: date, now: datetime) -> OpenVisit:
    """He was visited: it counts in the law's counter and in the public one, once. Raises ChangedMeanwhile."""
    standing = fresh(opened, now=now)
    if not standing.may(VisitState.MADE):
        raise ChangedMeanwhile
    errands = begin_errands(keys=keys, file=file, now=now)
    slot = Slot(opened.slot, COUNTED[standing.told.kind], on, 0, "family")
    note_slot(opened=errands, slot=slot, now=now)
    done = change(opened=opened, what="made", state=VisitState.MADE, on=on.isoformat(), now=now)
    count(
        chapter=done.row.chapter,
        kind=TallyKind.VISIT_MADE,
        facility=done.told.facility,
        today=timezone.localdate(now),
    )
    touch(keys, file, now)
    return done


@transaction.atomic
def note_refused(
    *, keys: Keys, file: MatterFile, opened: OpenVisit, refused: str, words: str, now: datetime
) -> OpenVisit:
    """They refused it; its place in the counter and its seats are free again. Raises ChangedMeanwhile.

    That a visiting office was closed is noted on the card of the place, with the day and nothing else.
    """
    standing = fresh(opened, now=now)
    if standing.row.state == VisitState.REFUSED:
        return standing
    if refused == CLOSED:
        card, day = (
            standing.told.facility,
            min(standing.told.day or timezone.localdate(now), timezone.localdate(now)),
        )
        note_outcome(facility=card, subject=Subject.WINDOW, thing=OFFICE, verdict=Verdict.CLOSED, on=day)
    return ended(keys, file, opened, VisitState.REFUSED, now, refused=refused, words=words)


@transaction.atomic
def note_missed(*, keys: Keys, file: MatterFile, opened: OpenVisit, now: datetime) -> OpenVisit:
    """The day went by and nobody came. Raises ChangedMeanwhile."""
    return ended(keys, file, opened, VisitState.MISSED, now)


@transaction.atomic
def drop(*, keys: Keys, file: MatterFile, opened: OpenVisit, now: datetime) -> OpenVisit:
    """It is called off. Raises ChangedMeanwhile."""
    return ended(keys, file, opened, VisitState.DROPPED, now)


def ended(
    keys: Keys, file: MatterFile, opened: OpenVisit, state: str, now: datetime, **told: Any
) -> OpenVisit:
    """An end without a visit: place and seats are given back. Inside a transaction."""
    standing = fresh(opened, now=now)
    if standing.row.state == state:
        return standing
    release(standing.told)
    done = change(opened=opened, what=state, state=state, now=now, **NO_RIDE, **told)
    errands = begin_errands(keys=keys, file=file, now=now)
    settle(opened=errands, key=opened.slot, state="released", now=now)
    touch(keys, file, now)
    return done
