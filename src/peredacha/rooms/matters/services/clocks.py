"""The clock of every matter: by its state, from the last word; held with a reason; then everything goes."""

from datetime import date, datetime, timedelta

from django.apps import apps
from django.db import transaction
from django.utils import timezone

from peredacha.core.facts import Author, Note, Told
from peredacha.rooms.journal.services import blank_entries, bump
from peredacha.rooms.matters.models import FactRow, Matter, MatterState, SafeOfMatter
from peredacha.rooms.matters.services.files import MatterFile
from peredacha.rooms.people.services import end_visits
from peredacha.rooms.vault.models import Safe
from peredacha.rooms.vault.services import Keys, erase_holders, erase_safes, write_row

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
    day = min(until, timezone.localdate(now) + LONGEST_HOLD)
    write_row(FactRow, file.safe, Told(Note(text=reason), author, now.isoformat()).packed())
    Matter.objects.filter(id=file.matter.id).update(hold_until=day)
    return day


def further_safes(matter: Matter) -> list[SafeOfMatter]:
    """Every safe of a matter beside its own two, of whatever room."""
    tables = [table for table in apps.get_models() if issubclass(table, SafeOfMatter)]
    return [one for table in tables for one in table._default_manager.filter(matter=matter)]


def lock_whole(matter: Matter) -> None:
    """Before it is erased: whoever writes into the matter ends first, or finds nothing. Inside a transaction.

    In the order in which a writer takes them, safe before matter: else two would wait for each other for ever.
    """
    safes = [matter.safe_id, matter.inner_safe_id, *(one.safe_id for one in further_safes(matter))]
    list(Safe.objects.select_for_update().filter(id__in=safes).order_by("id"))
    list(Matter.objects.select_for_update().filter(id=matter.id))


@transaction.atomic
def erase_matter(matter: Matter, *, today: date) -> None:
    """Take every row and every ciphertext of a matter out; only counters stay. Needs no key.

    Rooms above take their own things out first: see the desk, which calls every room.
    """
    family, further = matter.family_id, further_safes(matter)
    erase_safes([matter.safe_id, matter.inner_safe_id, *(one.safe_id for one in further)])
    erase_holders({one.seat_id for one in further})
    if family:
        end_visits(kind="family", subject=family)
        erase_holders([family])
    # The journal comes last, as everywhere: two who wait for each other would both fail.
    blank_entries([bytes(matter.trace_tag)])
    bump(chapter=matter.chapter, name="erased", today=today)
