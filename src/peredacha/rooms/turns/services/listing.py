"""Everybody of a chapter to whom something is carried, each with exact days, who was left alone longest first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils import timezone

from peredacha.core.turns import Kind, Served, Turn, in_turn, turn_of
from peredacha.rooms.errands.models import ErrandFile
from peredacha.rooms.errands.services import served_cards
from peredacha.rooms.matters.services import QueueCard, open_cards
from peredacha.rooms.turns.selectors import (
    carried,
    last_parcels,
    last_visits,
    last_word,
    letters_so_far,
    not_to_write_to,
    to_pack,
    under_way,
    with_a_visit_ahead,
    with_cards,
)
from peredacha.rooms.vault.services import Keys

MOST = 20
"""So many are shown; who stands further down comes up when these were served."""
NOBODY = Served()


@dataclass(frozen=True, repr=False)
class Seen:
    """Somebody in the list, as these keys open it: the card of the matter, that of what is carried; None where not.

    ``parcel``: one that waits to be packed.
    """

    turn: Turn
    row: ErrandFile
    card: QueueCard | None
    served: Served | None
    parcel: UUID | None = None


def turns_of(keys: Keys, chapter: str, *, kind: Kind | None, now: datetime) -> list[Seen]:
    """Whose turn it is, the first :data:`MOST` of a chapter."""
    return ordered(everybody(keys, chapter, {}, now=now), kind, now)[:MOST]


def first_to_pack(keys: Keys, chapter: str, *, now: datetime) -> Seen | None:
    """Whoever waits longest and for whom these keys can do something about it.

    It is packed for whom a parcel waits; who reads the matter can ask for one. Where there is nobody of either,
    the first of all.
    """
    found = ordered(everybody(keys, chapter, to_pack(chapter), now=now), "parcel", now)
    return next((one for one in found if one.parcel or one.card), found[0] if found else None)


def ordered(people: Iterable[Seen], kind: Kind | None, now: datetime) -> list[Seen]:
    """Those who lack something, or this kind, in turn."""
    seen = {one.turn.key: one for one in people}
    turns = in_turn((one.turn for one in seen.values()), today=timezone.localdate(now), kind=kind)
    return [seen[one.key] for one in turns]


def everybody(keys: Keys, chapter: str, packs: dict[UUID, UUID], *, now: datetime) -> list[Seen]:
    """All of a chapter with what each lacks. A parcel of ``packs`` is not under way yet: by matter, its name."""
    today, rows, matters = timezone.localdate(now), carried(chapter), with_cards(chapter).values()
    served = served_cards(keys, rows)
    cards = {one.matter.id: one.card for one in open_cards(keys, matters)}
    letters, parcels = letters_so_far(chapter), last_parcels(chapter, served)
    visits, unwished = last_visits(chapter, served), not_to_write_to(chapter)
    sent, ahead = under_way(chapter) - set(packs), with_a_visit_ahead(one.matter_id for one in rows)
    found = []
    for row in rows:
        name = row.matter_id
        card, known = cards.get(name), served.get(name, NOBODY)
        last: dict[Kind, date | None] = {"contact": contact_of(row, card), "place": place_of(known, card)}
        if name not in unwished:
            last["letter"] = letters.get(name)
        if name in packs or (name not in sent and not known.keeps("parcel", today)):
            last["parcel"] = parcels.get(name)
        if name not in ahead and not known.keeps("visit", today):
            last["visit"] = visits.get(name)
        turn = turn_of(row.id.bytes, last, came=row.matter.week, today=today)
        found.append(Seen(turn, row, card, served.get(name), packs.get(name)))
    return found


def contact_of(row: ErrandFile, card: QueueCard | None) -> date:
    """The day of the last word in a matter: exact for who reads it, else by its clock."""
    return max([last_word(row.matter), *days_in(card.touched_at if card else "")])


def place_of(known: Served, card: QueueCard | None) -> date | None:
    """The last day on which somebody knew for sure where the person is."""
    told = days_in(card.place_since) if card and card.place_state == "there" else []
    return max((*told, *([known.confirmed_on] if known.confirmed_on else [])), default=None)


def days_in(text: str) -> list[date]:
    """The day at the beginning of ISO text; nothing for an empty one."""
    return [date.fromisoformat(text[:10])] if text else []
