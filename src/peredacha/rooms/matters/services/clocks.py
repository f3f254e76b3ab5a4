"""The clock of every matter: by its state, from the last word; held with a reason; then everything goes."""

from datetime import date, datetime, timedelta

from django.db import transaction

from peredacha.core.facts import Author, Note, Told
from peredacha.rooms.journal.services import blank_entries, bump
from peredacha.rooms.matters.models import FactRow, Matter, MatterState
from peredacha.rooms.matters.services.files import MatterFile
from peredacha.rooms.people.services import end_visits
from peredacha.rooms.vault.models import Holder, Safe
from peredacha.rooms.vault.services import Keys, write_row

KEPT = {
    MatterState.WAITING: timedelta(weeks=26),
    MatterState.OPEN: timedelta(weeks=52),
    MatterState.CLOSED: timedelta(weeks=8),
}
"""How long a matter is kept after the last word, by its state."""
LONGEST_HOLD = timedelta(weeks=26)


def monday(day: date) -> date:
    """The Monday of the week of ``day``."""
    return day - timedelta(days=day.weekday())


def clock_from(state: str, last_word: date) -> date:
    """The Monday on which a matter in this state is erased when nothing is said after ``last_word``."""
    return monday(last_word + KEPT[MatterState(state)] + timedelta(days=6))


def due_for_erasing(today: date) -> list[Matter]:
    """Every matter whose clock has run out and is not held."""
    return list(
        Matter.objects.filter(erase_on__lte=today).exclude(hold_until__gte=today).order_by("erase_on", "id")
    )


@transaction.atomic
def hold(*, keys: Keys, file: MatterFile, until: date, reason: str, author: Author, now: datetime) -> date:
    """Let the clock stand still until a day [at most half a year ahead], with a reason that the family reads."""
    day = min(until, now.date() + LONGEST_HOLD)
    write_row(FactRow, file.safe, Told(Note(text=reason), author, now.isoformat()).packed())
    Matter.objects.filter(id=file.matter.id).update(hold_until=day)
    return day


@transaction.atomic
def erase_matter(matter: Matter, *, today: date) -> None:
    """Take every row and every ciphertext of a matter out; only counters stay. Needs no key.

    Rooms above take their own things out first: see the desk, which calls every room.
    """
    blank_entries([bytes(matter.trace_tag)])
    family = matter.family_id
    Safe.objects.filter(id__in=[matter.safe_id, matter.inner_safe_id]).delete()
    if family:
        end_visits(kind="family", subject=family)
        Holder.objects.filter(id=family).delete()
    bump(chapter=matter.chapter, name="erased", today=today)
