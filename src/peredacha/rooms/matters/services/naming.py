"""The names on the cards of a chapter, opened without the matters around them: for hints of namesakes."""

from collections.abc import Iterator
from uuid import UUID

from peredacha.core.sealing import NotSealedHere, open_envelope, open_sealed, subkey
from peredacha.rooms.matters.models import Card, CardForm, MatterState
from peredacha.rooms.matters.services.cards import QueueCard
from peredacha.rooms.vault.services import Keys


def open_names(keys: Keys, chapter: str) -> Iterator[tuple[UUID, QueueCard]]:
    """The card of every matter of a chapter that is not closed; damaged ones and those of others are left out."""
    circles = {one.holder: (one.pair, subkey(one.card_key, "cards")) for one in keys.circles}
    rows = Card.objects.filter(matter__chapter=chapter, circle__in=list(circles))
    told = rows.exclude(matter__state=MatterState.CLOSED).order_by("matter_id")
    for matter, holder, form, sealed in told.values_list("matter_id", "circle_id", "form", "sealed"):
        pair, card_key = circles[holder]
        context, body = b"matters.card" + matter.bytes + holder.bytes, bytes(sealed)
        try:
            opened = (
                open_envelope(card_key, body, context)
                if form == CardForm.KEY
                else open_sealed(pair, body, context)
            )
            yield matter, QueueCard.unpacked(opened)
        except (NotSealedHere, ValueError):
            continue
