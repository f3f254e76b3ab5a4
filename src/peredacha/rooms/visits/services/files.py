"""A visit opened: what is known of it, line by line, and the next word on it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid5

from django.db import transaction
from django.utils import timezone

from peredacha.core.facts import Author
from peredacha.rooms.conversations.services import author_of
from peredacha.rooms.errands.services import (
    begin_errands,
    new_carried_safe,
    opened_to_packers,
    seat_for,
    touch,
    with_seat,
)
from peredacha.rooms.matters.services import MatterFile, monday
from peredacha.rooms.vault.models import Safe
from peredacha.rooms.vault.services import Keys, OpenSafe, missing_places, open_safes, read_rows, write_row
from peredacha.rooms.visits.models import Visit, VisitRow, VisitState, VisitTold
from peredacha.rooms.visits.selectors import visit_in, visits_in

KEPT = timedelta(weeks=26)
"""So long after its day a visit is kept."""
NEXT: dict[str, tuple[str, ...]] = {
    VisitState.WANTED: ("asked", "permitted", "planned", "refused", "dropped"),
    VisitState.ASKED: ("permitted", "planned", "refused", "dropped"),
    VisitState.PERMITTED: ("permitted", "planned", "refused", "dropped"),
    VisitState.PLANNED: ("planned", "made", "refused", "missed", "dropped"),
}
"""Which states may follow; the others are an end."""


class ChangedMeanwhile(Exception):
    """The visit stands otherwise than was seen, so that this step no longer fits."""


@dataclass(frozen=True)
class Line:
    """One word on a visit: what was said (a state, or ``told``), by whom, when [ISO moment]."""

    what: str
    by: Author
    at: str


@dataclass(frozen=True, repr=False)
class OpenVisit:
    """A visit as these keys open it."""

    row: Visit
    keys: Keys
    safe: OpenSafe
    told: VisitTold
    lines: tuple[Line, ...]
    damaged: int

    @property
    def id(self) -> UUID:
        """Its random name."""
        return self.row.id

    @property
    def slot(self) -> str:
        """Its place in the counter of the law."""
        return f"visit {self.row.id}"

    def may(self, state: str) -> bool:
        """Whether this state may follow now."""
        return state in NEXT.get(self.row.state, ())


def open_visits(keys: Keys, rows: Iterable[Visit], *, now: datetime) -> list[OpenVisit]:
    """Those of the visits that these keys open, in their order; two look-ups for all of them."""
    visits = list(rows)
    safes = open_safes(keys, [one.safe_id for one in visits], now=now)
    lines: dict[UUID, list[VisitRow]] = {}
    for line in VisitRow.objects.filter(safe_id__in=list(safes)):
        lines.setdefault(line.safe_id, []).append(line)
    return [
        read_visit(keys, one, safes[one.safe_id], lines.get(one.safe_id, []))
        for one in visits
        if one.safe_id in safes
    ]


def visits_of(keys: Keys, file: MatterFile, *, now: datetime) -> list[OpenVisit]:
    """The visits of a matter that is open, the newest first."""
    return open_visits(with_seat(keys, file), visits_in(file.matter), now=now)


def find_visit(keys: Keys, file: MatterFile, visit: UUID, *, now: datetime) -> OpenVisit | None:
    """One visit of a matter that is open."""
    row = visit_in(file.matter, visit)
    return next(iter(open_visits(with_seat(keys, file), [row], now=now)), None) if row else None


def read_visit(keys: Keys, row: Visit, safe: OpenSafe, rows: list[VisitRow]) -> OpenVisit:
    """The last word on everything, and who said what."""
    told, lines, damaged = VisitTold(), [], len(missing_places(rows))
    for one in read_rows(rows, safe):
        try:
            content = one.content or {}
            line = Line(content["what"], Author(**content["by"]), content["at"])
            told = VisitTold.unpacked(content["visit"])
            lines.append(line)
        except (KeyError, TypeError, ValueError):
            damaged += 1
    return OpenVisit(row, keys, safe, told, tuple(lines), damaged)


@transaction.atomic
def want_visit(*, keys: Keys, file: MatterFile, once: UUID, told: VisitTold, now: datetime) -> Visit:
    """A visit that somebody wants; the same form twice is one. The place is that of the person as last told."""
    seat = seat_for(keys=keys, file=file, now=now)
    errands = begin_errands(keys=keys, file=file, now=now)
    name = uuid5(file.matter.id, str(once))
    found = visit_in(file.matter, name)
    if found:
        return found
    person = errands.recipient
    told = replace(told, facility=person.facility, place=person.place)
    safe = new_carried_safe(keys=keys, file=file, seat=seat)
    row = Visit(id=name, matter=file.matter, safe_id=safe.id, seat=seat, chapter=file.matter.chapter)
    dated(row, told, now)
    row.save(force_insert=True)
    write_row(VisitRow, safe, content_of(keys, "wanted", told, now))
    touch(keys, file, now)
    return row


def content_of(keys: Keys, what: str, told: VisitTold, now: datetime) -> dict[str, Any]:
    """One line for a sealed row."""
    return {"what": what, "visit": told.packed(), "by": vars(author_of(keys)), "at": now.isoformat()}


def dated(row: Visit, told: VisitTold, now: datetime) -> None:
    """Week, day and clock in clear, from what is told."""
    today = timezone.localdate(now)
    row.next_on, row.week = told.day, monday(told.day or today)
    row.erase_on = (told.day or today) + KEPT


def fresh(opened: OpenVisit, *, now: datetime) -> OpenVisit:
    """The visit as it stands now, held until the transaction ends. Raises ChangedMeanwhile where it is gone."""
    Safe.objects.select_for_update().filter(id=opened.safe.id).first()
    row = Visit.objects.filter(id=opened.row.id).select_related("matter").first()
    again = open_visits(opened.keys, [row], now=now) if row else []
    if not again:
        raise ChangedMeanwhile
    return again[0]


@transaction.atomic
def change(*, opened: OpenVisit, what: str, now: datetime, state: str = "", **told: Any) -> OpenVisit:
    """The next word on a visit, and its next state where one is named. The same word twice changes nothing.

    Raises ChangedMeanwhile where the state may not follow, TooLong.
    """
    now_open = fresh(opened, now=now)
    row, after = now_open.row, replace(now_open.told, **told)
    if after == now_open.told and state in ("", row.state):
        return now_open
    if state and not now_open.may(state):
        raise ChangedMeanwhile
    row.state = state or row.state
    dated(row, after, now)
    row.save(update_fields=["state", "week", "next_on", "erase_on"])
    safe = opened_to_packers(keys=opened.keys, opened=now_open.safe, chapter=row.chapter)
    write_row(VisitRow, safe, content_of(opened.keys, what, after, now))
    line = Line(what, author_of(opened.keys), now.isoformat())
    return replace(now_open, safe=safe, told=after, lines=(*now_open.lines, line))
