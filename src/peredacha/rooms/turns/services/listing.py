"""Everybody of a chapter with the days that stand in clear, and the exact days of those near the top."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from django.utils import timezone

from peredacha.rooms.errands.models import ErrandFile
from peredacha.rooms.errands.services import OpenErrands, open_errands
from peredacha.rooms.matters.models import Matter
from peredacha.rooms.matters.services import QueueCard, open_cards
from peredacha.rooms.turns.selectors import (
    carried,
    ended_parcels,
    last_weeks,
    last_word,
    letters_so_far,
    not_to_write_to,
    under_way,
    with_a_visit_ahead,
    with_cards,
)
from peredacha.rooms.turns.services.ranking import Kind, Turn, top
from peredacha.rooms.vault.services import Keys

MOST = 20
"""So many are shown; who stands further down comes up when these were served."""
AT_ONCE, OPENED = 25, 100
"""So many are opened in one go, and in all."""
PARCELS, VISITS = ("parcels", "packets"), ("short_visits", "long_visits")


@dataclass(frozen=True, repr=False)
class Seen:
    """Somebody near the top, as these keys open it: the card of the matter, what is carried; None where not."""

    turn: Turn
    row: ErrandFile
    card: QueueCard | None
    errands: OpenErrands | None


def known_turns(chapter: str, rows: Sequence[ErrandFile], today: date) -> list[Turn]:
    """Everybody with what stands in clear: each number of days is right, or too large."""
    letters, visits = letters_so_far(chapter), last_weeks(chapter)
    unwished, sent = not_to_write_to(chapter), under_way(chapter)
    ahead = with_a_visit_ahead(one.matter_id for one in rows)
    found = []
    for row in rows:
        matter, name = row.matter, row.matter_id
        last: dict[Kind, date | None] = {"contact": last_word(matter), "place": None}
        if name not in unwished:
            last["letter"] = letters.get(name)
        if name not in sent:
            last["parcel"] = None
        if name not in ahead:
            last["visit"] = visits.get(name)
        never = frozenset(kind for kind, day in last.items() if day is None)
        days = {kind: since(day or matter.week, today) for kind, day in last.items()}
        found.append(Turn(row.id, days, never, exact=False))
    return found


def since(day: date, today: date) -> int:
    """Whole days since ``day``; none for one that is ahead."""
    return max((today - day).days, 0)


def turns_of(keys: Keys, chapter: str, *, kind: Kind | None, now: datetime) -> list[Seen]:
    """Whose turn it is, the first :data:`MOST` of a chapter."""
    today, rows = timezone.localdate(now), {one.id: one for one in carried(chapter)}
    known, look = known_turns(chapter, list(rows.values()), today), looking(keys, chapter, rows, now)
    seen: dict[UUID, Seen] = {}

    def told(batch: Sequence[Turn]) -> list[Turn]:
        found = look(batch)
        seen.update({one.row.id: one for one in found})
        return [one.turn for one in found]

    first = top(known, told, today=today, kind=kind, most=MOST, at_once=AT_ONCE, opened=OPENED)
    return [seen.get(one.key) or Seen(one, rows[one.key], None, None) for one in first]


def looking(
    keys: Keys, chapter: str, rows: Mapping[UUID, ErrandFile], now: datetime
) -> Callable[[Sequence[Turn]], list[Seen]]:
    """What opens people near the top: their cards, and what is carried to them."""
    matters, ended, today = with_cards(chapter), ended_parcels(chapter), timezone.localdate(now)

    def look(batch: Sequence[Turn]) -> list[Seen]:
        there: list[Matter] = [
            matters[rows[one.key].matter_id] for one in batch if rows[one.key].matter_id in matters
        ]
        cards = {one.matter.id: one.card for one in open_cards(keys, there)}
        found = []
        for one in batch:
            row = rows[one.key]
            card, opened = cards.get(row.matter_id), open_errands(keys, row, now=now)
            found.append(Seen(exact(one, card, opened, ended.get(row.matter_id), today), row, card, opened))
        return found

    return look


def exact(
    turn: Turn, card: QueueCard | None, opened: OpenErrands | None, ended: date | None, today: date
) -> Turn:
    """Somebody with the days that card and counter tell; a place in the counter that is kept is under way."""
    days, last = dict(turn.days), dict[Kind, list[date]]()
    if card:
        last["contact"] = days_in(card.touched_at)
        last["place"] = days_in(card.place_since) if card.place_state == "there" else []
    if opened:
        last["place"] = [*last.get("place", []), *days_in(opened.recipient.confirmed_on)]
        last["parcel"], last["visit"] = used(opened, PARCELS, today), used(opened, VISITS, today)
        for kind, names in (("parcel", PARCELS), ("visit", VISITS)):
            if any(
                one.kind in names and one.state == "reserved" and one.stands(today) for one in opened.slots
            ):
                days.pop(kind, None)  # type: ignore[call-overload]
    elif ended:
        last["parcel"] = [ended]
    never = set(turn.never)
    for kind, told in last.items():
        if told and kind in days:
            days[kind] = min(days[kind], since(max(told), today))
            never.discard(kind)
    return replace(turn, days=days, never=frozenset(never & set(days)), exact=True)


def days_in(text: str) -> list[date]:
    """The day at the beginning of ISO text; nothing for an empty one."""
    return [date.fromisoformat(text[:10])] if text else []


def used(opened: OpenErrands, kinds: Sequence[str], today: date) -> list[date]:
    """The days on which something of these kinds reached the person, whoever brought it."""
    return [one.on for one in opened.slots if one.kind in kinds and one.state == "used" and one.on <= today]
