"""A mistaken step is taken back by whoever took it, within a day and once; what followed from it follows again."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from peredacha.core.carried import CAME_BACK, ELSEWHERE, OUT, STAYED, UNDONE, WITH_IT, ParcelStep
from peredacha.rooms.errands.services import NoSlot, tell_recipient
from peredacha.rooms.parcels.services.counters import why_no_place
from peredacha.rooms.parcels.services.files import ChangedMeanwhile, ParcelFile, locked, signed_step
from peredacha.rooms.parcels.services.shelving import come_back
from peredacha.rooms.parcels.services.stepping import confirmed, kept_place, noted, settled, tally_of
from peredacha.rooms.parcels.services.telling import told_step
from peredacha.rooms.stores.services import NotThere, hold
from peredacha.rooms.tallies.services import uncount

MOVED = ("packed", "thing", *CAME_BACK, *OUT)
"""Steps with which things left their shelves or came back to them."""


class NotUndone(Exception):
    """It cannot be taken back, and nothing changed; ``says`` is the sentence for whoever asked."""

    def __init__(self, says: str) -> None:
        """With the sentence."""
        super().__init__("not taken back")
        self.says = says


@dataclass(frozen=True, repr=False)
class ToldMistake:
    """The step that can be taken back, when it was told, and what to know before."""

    what: str
    at: str
    notes: tuple[str, ...]


def told_mistake(file: ParcelFile, *, now: datetime) -> ToldMistake | None:
    """The step that whoever opened the parcel can take back, in words; None where there is none."""
    step = file.undoable(now)
    if step is None:
        return None
    notes = [_("The counter, the things and the numbers of the month follow.")]
    if step.step in ("thing", "refused", "delivered") and file.errands.recipient.facility:
        notes.append(_("What was written on the card of the place stays there: it names nobody."))
    if step.step == STAYED:
        notes = [_("It is then asked again whether it came back.")]
    if step.step == "placed":
        notes.append(_("The place then counts as not confirmed until somebody asks again."))
    return ToldMistake(told_step(step).what, step.at, tuple(notes))


@transaction.atomic
def take_back(*, parcel: ParcelFile, at: str, now: datetime) -> ParcelFile:
    """Take the last step back; ``at``: when it was told, as the page showed it. The same twice is one.

    Raises ChangedMeanwhile where it is not the last one any more, not one's own, or too old; NotUndone, NotOpen.
    """
    fresh = locked(parcel, now=now)
    told = signed_step(fresh.keys, UNDONE, now)
    if fresh.history and fresh.history[-1].step == UNDONE and fresh.history[-1].by == told.by:
        return fresh
    mistake = fresh.undoable(now)
    if mistake is None or mistake.at != at:
        raise ChangedMeanwhile
    try:
        after = as_before(fresh.stepped(told), mistake, now)
    except NoSlot as refused:
        raise NotUndone(why_no_place(refused)) from None
    except NotThere:
        raise NotUndone(
            _("Somebody has taken the things of this box for another one. Pack it anew instead.")
        ) from None
    return noted(replace(fresh, errands=after.errands), told, now=now)


def as_before(file: ParcelFile, mistake: ParcelStep, now: datetime) -> ParcelFile:
    """Things, numbers, place and counter as they are without the mistake."""
    today = timezone.localdate(now)
    if mistake.step in MOVED:
        pieces = file.contents.pieces if file.contents and file.state in WITH_IT else {}
        hold(errand=file.id, pieces=pieces, today=today)
    if mistake.step == STAYED:
        come_back(file, mistake.thing, today)
    counted = tally_of(file, mistake)
    if counted:
        uncount(**counted, today=timezone.localdate(datetime.fromisoformat(mistake.at)))
    person = file.errands.recipient
    if mistake.step == "placed" and (person.confirmed_on, person.confirmed_by) == (mistake.on, mistake.code):
        file = confirmed(file, ParcelStep("placed"), now)
    if mistake.step == ELSEWHERE:
        known = replace(person, heard="")
        file = replace(file, errands=tell_recipient(opened=file.errands, recipient=known, now=now))
    return counter_of(file, now)


def counter_of(file: ParcelFile, now: datetime) -> ParcelFile:
    """The place in the counter as the state of the parcel wants it; raises NoSlot."""
    if file.state in ("planned", "packed") and file.planned_on:
        return kept_place(file, file.planned_on, now, grams=file.grams)
    sent = file.last("handed", "posted") if file.state in WITH_IT else None
    if sent:
        return settled(file, "used", now, on=date.fromisoformat(sent.on))
    return settled(file, "released", now)
