"""A try to reach the family in two taps, and promises kept or moved."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from peredacha.core.facts import NextStep
from peredacha.rooms.desk.services.acting import author_of, is_first, log_contact, name_next_step
from peredacha.rooms.intake.selectors import current_land
from peredacha.rooms.matters.services import MatterFile, leave_trace, tell
from peredacha.rooms.vault.services import Keys

PAUSES = {"no_answer": 1, "message": 2, "reached": 3}
"""After how many working days somebody tries again, by what came of the last try."""


@transaction.atomic
def log_try(
    *,
    keys: Keys,
    file: MatterFile,
    outcome: str,
    next_on: date | None,
    note: str,
    now: datetime,
    once: str = "",
) -> date:
    """Log a try to reach the family; without a day the next try follows after some working days. Gives that day."""
    day = next_on or next_try(outcome, timezone.localdate(now))
    log_contact(keys=keys, file=file, outcome=outcome, next_on=day, note=note, now=now, once=once)
    return day


def next_try(outcome: str, today: date) -> date:
    """When somebody tries again: one working day after no answer, two after a message, three when reached."""
    return current_land().calendar.after_working_days(today, PAUSES[outcome])


@transaction.atomic
def keep_promise(
    *, keys: Keys, file: MatterFile, what: str, by: date | None, now: datetime, once: str = ""
) -> None:
    """What was promised is done; what comes next is named in the same step, if it is known. Twice is once."""
    if not is_first(once, file.matter.id, what, by, today=timezone.localdate(now)):
        return
    step = file.next_step
    if step:
        done = NextStep(what=step.what, by=step.by, done=True)
        file = tell(keys=keys, file=file, fact=done, author=author_of(keys), now=now)
        leave_trace(keys=keys, file=file, act="matter_changed", now=now)
    if what and by:
        name_next_step(keys=keys, file=file, what=what, by=by, now=now)
