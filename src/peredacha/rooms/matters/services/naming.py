"""The names on the cards of a chapter, opened without the matters around them: for hints of namesakes."""

from collections.abc import Iterator
from uuid import UUID

from peredacha.core.sealing import NotSealedHere
from peredacha.rooms.matters.models import Card, MatterState
from peredacha.rooms.matters.services.cards import LABEL, QueueCard, context_of, open_card
from peredacha.rooms.matters.services.circle_cards import openers_of
from peredacha.rooms.salts.selectors import salts_of
from peredacha.rooms.vault.services import Keys

COLUMNS = ("matter_id", "matter__safe", "circle_id", "form", "sealed")


def open_names(keys: Keys, chapter: str) -> Iterator[tuple[UUID, QueueCard]]:
    """The card of every matter of a chapter that is not closed; damaged ones and those of others are left out."""
    openers = openers_of(keys, LABEL)
    rows = Card.objects.filter(matter__chapter=chapter, circle__in=list(openers))
    told = list(rows.exclude(matter__state=MatterState.CLOSED).order_by("matter_id").values_list(*COLUMNS))
    salts = salts_of(safe for _matter, safe, *_card in told)
    for matter, safe, holder, form, sealed in told:
        context, salt = context_of(matter, holder), salts.get(safe, b"")
        try:
            yield matter, open_card(openers[holder], form, bytes(sealed), context, salt)
        except (NotSealedHere, ValueError):
            continue
