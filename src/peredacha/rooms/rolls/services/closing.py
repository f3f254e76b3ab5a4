"""From a roll to ordinary matters, and back."""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID, uuid4

from django.db import transaction
from django.utils import timezone

from peredacha.core.facts import Fact, Person, Place, Request
from peredacha.rooms.arrivals.services import begun
from peredacha.rooms.binders.services import read_holding
from peredacha.rooms.conversations.services import forget_files, read_thread
from peredacha.rooms.matters.models import MatterState
from peredacha.rooms.matters.selectors import find_matter
from peredacha.rooms.matters.services import MatterFile, erase_matter, open_file
from peredacha.rooms.plans.services import read_binder
from peredacha.rooms.rolls.models import Roll, RollState
from peredacha.rooms.rolls.services.entries import Detained
from peredacha.rooms.rolls.services.files import RollEntry, RollFile
from peredacha.rooms.rolls.services.writing import RowGone, keep_longer, locked
from peredacha.rooms.vault.services import Keys, rewrite_row

STAGE = "police"
PLACES = {"found": "there", "released": "free", "charged": "there", "unknown": "unknown"}


@dataclass(frozen=True)
class Undone:
    """What became of an undo: so many matters went, so many stay because somebody has worked on them."""

    gone: int
    kept: int


@transaction.atomic
def close_rows(*, keys: Keys, file: RollFile, rows: list[UUID], now: datetime) -> str:
    """An ordinary matter for each of these people who has none; gives the name of the closing, to undo it with."""
    batch = uuid4().hex
    for entry in file.chosen(rows):
        row, person = locked(file.safe, entry.id)
        if person.matter:
            continue
        matter = begun(keys, facts_of(person, now), person.note, now)
        closed = replace(person, matter=str(matter.id), batch=batch, version=person.version + 1)
        rewrite_row(row, file.safe, closed.packed())
    keep_longer(file.roll, timezone.localdate(now))
    return batch


def facts_of(person: Detained, now: datetime) -> list[Fact]:
    """What a row tells, as the first facts of a matter."""
    year = person.birth_year or (now.year - person.age if person.age else None)
    day = person.at[:10] or timezone.localdate(now).isoformat()
    unknown = {"whereabouts": "unknown"} if person.state == "unknown" else {}
    return [
        Request(
            asks=("person",) if person.lawyer == "yes" else ("person", "lawyer"),
            answers={"stage": "detention" if person.state == "charged" else STAGE, **unknown},
            came_by="roll",
            received_on=day,
        ),
        Person(surname=person.surname, given=person.given, patronymic=person.patronymic, birth_year=year),
        Place(state=PLACES[person.state], words=person.station, since=day, source="roll"),  # type: ignore[arg-type]
    ]


@transaction.atomic
def undo_closing(*, keys: Keys, file: RollFile, batch: str, now: datetime) -> Undone:
    """Take the matters of one closing back; one on which somebody has worked since stays."""
    gone = kept = 0
    for entry in file.entries:
        if entry.person.batch != batch or not entry.person.matter:
            continue
        if is_untouched(keys, entry, now):
            gone += 1
            forget(keys, file, entry, now)
        else:
            kept += 1
    return Undone(gone, kept)


def is_untouched(keys: Keys, entry: RollEntry, now: datetime) -> bool:
    """Whether nobody has added a word to the matter since it was made; a matter erased meanwhile is untouched."""
    matter = find_matter(UUID(entry.person.matter))
    if matter is None:
        return True
    file: MatterFile | None = open_file(keys, matter, now=now)
    if file is None or matter.state != MatterState.WAITING or matter.held_by_id or matter.family_id:
        return False
    told = {one.told.at for one in file.entries}
    said = [*read_thread(file).messages, *(read_thread(file, inner=True).messages if file.inner else ())]
    more = read_holding(file).pages or read_binder(file).papers
    return len(told) <= 1 and not said and not more and not file.damaged


def forget(keys: Keys, file: RollFile, entry: RollEntry, now: datetime) -> None:
    """Erase the matter of a row, and let the row stand alone again."""
    matter = find_matter(UUID(entry.person.matter))
    if matter:
        forget_files(matter)
        erase_matter(matter, today=timezone.localdate(now))
    try:
        row, person = locked(file.safe, entry.id)
    except RowGone:
        return
    alone: Detained = replace(person, matter="", batch="", version=person.version + 1)
    rewrite_row(row, file.safe, alone.packed())


def close_roll(*, roll: Roll) -> None:
    """Nobody writes in the roll any more."""
    Roll.objects.filter(id=roll.id).update(state=RollState.CLOSED)


def reopen_roll(*, roll: Roll) -> None:
    """The roll is written in again."""
    Roll.objects.filter(id=roll.id).update(state=RollState.OPEN)
