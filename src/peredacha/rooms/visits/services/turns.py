"""Whose turn it is to be visited: by the rule of the one list, so that a car takes those along who waited longest."""

from collections.abc import Iterable, Mapping
from datetime import date
from uuid import UUID

from peredacha.core.turns import Weight, turn_of, weight
from peredacha.rooms.errands.models import ErrandFile
from peredacha.rooms.errands.selectors import all_errands
from peredacha.rooms.errands.services import served_cards
from peredacha.rooms.matters.models import MatterState
from peredacha.rooms.vault.services import Keys
from peredacha.rooms.visits.selectors import last_visits, with_a_visit_ahead


def weights(rows: Iterable[ErrandFile], last: Mapping[UUID, date], today: date) -> dict[UUID, Weight]:
    """By matter, the place of these people in the list; ``last``: when somebody saw them, by matter."""
    turns = {
        one.matter_id: turn_of(
            one.id.bytes, {"visit": last.get(one.matter_id)}, came=one.matter.week, today=today
        )
        for one in rows
    }
    return {matter: weight(one, today=today, kind="visit") for matter, one in turns.items()}


def weights_of(keys: Keys, chapter: str, matters: Iterable[UUID], *, today: date) -> dict[UUID, Weight]:
    """The same of the people of these matters, as these keys open their cards."""
    rows = all_errands(chapter, list(matters))
    return weights(rows, last_visits(chapter, served_cards(keys, rows)), today)


def least_visited(keys: Keys, chapter: str, *, today: date) -> list[tuple[ErrandFile, date | None]]:
    """The people of a chapter without a visit ahead and when each was last seen, who was left alone longest first."""
    rows = [one for one in all_errands(chapter) if one.matter.state != MatterState.CLOSED]
    cards, ahead = served_cards(keys, rows), with_a_visit_ahead(one.matter_id for one in rows)
    last = last_visits(chapter, cards)
    kept = {matter for matter, card in cards.items() if card.keeps("visit", today)}
    alone, places = [one for one in rows if one.matter_id not in ahead | kept], weights(rows, last, today)
    ordered = sorted(alone, key=lambda one: places[one.matter_id])
    return [(one, last.get(one.matter_id)) for one in ordered]
