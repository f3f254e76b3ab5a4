"""Who holds a matter and what happens next by when, in one true sentence each for every state."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from peredacha.core.facts import NextStep
from peredacha.rooms.desk.services import day_in_words, holder_name
from peredacha.rooms.matters.models import MatterState
from peredacha.rooms.matters.services import MatterFile, closing_words
from peredacha.rooms.mentoring.services import Summary, summary_for
from peredacha.rooms.people.models import MemberState


@dataclass(frozen=True)
class Stands:
    """Who holds the matter and what happens next, as the family reads it."""

    who: str
    next: str


def told_stands(file: MatterFile, *, now: datetime) -> Stands:
    """Both sentences. A veteran who has not said yes is never named."""
    summary = summary_for(file)
    if file.matter.state == MatterState.CLOSED:
        return Stands(closed_in_words(file), closed_next(file))
    return Stands(who_in_words(file, summary), next_in_words(file, summary, now))


def who_in_words(file: MatterFile, summary: Summary) -> str:
    """Who holds it now."""
    name = summary.name or (holder_name(file.matter) if summary.state == "none" else "")
    if summary.state == "proposed":
        return _(
            "Somebody who has been through this reads your words. You learn the name when she or he says yes."
        )
    if summary.state == "handing_over":
        return _("%(name)s takes a rest and hands you over with care. Until then you can write here.") % {
            "name": name
        }
    if name and is_resting(file):
        return _(
            "%(name)s, who takes a rest now. Until somebody else comes, the reception reads here too."
        ) % {"name": name}
    return name or _("The reception has your request and looks for the right person.")


def is_resting(file: MatterFile) -> bool:
    """Whether the one who holds the matter takes a rest."""
    holder = file.matter.held_by
    return holder is not None and holder.state == MemberState.PAUSED


def next_in_words(file: MatterFile, summary: Summary, now: datetime) -> str:
    """What happens next, by when; a day that has passed is told as passed."""
    step, today = file.next_step, timezone.localdate(now).isoformat()
    if step and step.by:
        return promised(step, today)
    if step:
        return step.what
    look = file.matter.next_on
    day = {"day": day_in_words(look.isoformat()), "name": summary.name}
    if look < timezone.localdate(now):
        return _(
            "You have not been forgotten: who waits longest comes first. You can write here at any time."
        )
    if summary.state in ("standing", "handing_over") and summary.name:
        return _("%(name)s or the reception looks after you again, by %(day)s.") % day
    return _("Somebody of the reception reads your request, by %(day)s.") % day


def promised(step: NextStep, today: str) -> str:
    """A promise with its day."""
    told = {"what": step.what, "day": day_in_words(step.by)}
    if step.by < today:
        return _(
            "%(what)s. This was promised by %(day)s, and the day has passed: the reception sees it as overdue."
        ) % {**told, "what": step.what.rstrip(".")}
    return _("%(what)s, by %(day)s") % {**told, "what": step.what.rstrip(".")}


def closed_in_words(file: MatterFile) -> str:
    """That nobody holds it any more, and why."""
    why = closing_words(file)
    return _("Your request is closed: %(why)s") % {"why": why} if why else _("Your request is closed.")


def closed_next(file: MatterFile) -> str:
    """What a closed matter can still become."""
    day = {"day": day_in_words(file.matter.erase_on.isoformat())}
    return (
        _("Write one message, and it opens again. Otherwise everything is erased in the week of %(day)s.")
        % day
    )
