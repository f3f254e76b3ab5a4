"""The card of somebody to whom something is carried: for the list of the least served, opened many at a time."""

from collections.abc import Iterable
from contextlib import suppress
from uuid import UUID

from peredacha.core.sealing import NotSealedHere
from peredacha.core.turns import Served
from peredacha.rooms.errands.models import ErrandCard, ErrandFile
from peredacha.rooms.errands.selectors import packers_of
from peredacha.rooms.matters.services import opened_card, openers_of, sealed_for_circle
from peredacha.rooms.salts.selectors import salts_of
from peredacha.rooms.vault.services import Keys, OpenSafe

LABEL = "errands"
"""From the card key of the packers the key of each card is drawn under this name."""


def context_of(errands: UUID, circle: UUID) -> bytes:
    """What a card is bound to."""
    return b"errands.card" + errands.bytes + circle.bytes


def put_card(*, row: ErrandFile, safe: OpenSafe, keys: Keys, served: Served) -> None:
    """Seal the card anew to the packers; nobody opens it without the salt of the errands' own safe."""
    holder = packers_of(row.chapter)
    if holder is None:
        return
    body, context = served.packed(), context_of(row.id, holder.id)
    form, sealed = sealed_for_circle(
        body, holder=holder, keys=keys, salt=safe.salt, context=context, label=LABEL
    )
    ErrandCard.objects.update_or_create(
        errands=row, defaults={"circle": holder, "form": form, "sealed": sealed}
    )


def served_cards(keys: Keys, rows: Iterable[ErrandFile]) -> dict[UUID, Served]:
    """By matter, what the cards of these errands say; one that is damaged, or not for these keys, is not there."""
    openers, errands = openers_of(keys, LABEL), {one.id: one for one in rows}
    salts = salts_of(one.safe_id for one in errands.values())
    cards = ErrandCard.objects.filter(circle__in=list(openers))
    found = {}
    for name, circle, form, sealed in cards.values_list("errands_id", "circle_id", "form", "sealed"):
        row = errands.get(name)
        if row:
            with suppress(NotSealedHere, ValueError):
                salt, context = salts.get(row.safe_id, b""), context_of(name, circle)
                told = opened_card(openers[circle], form, bytes(sealed), context, salt)
                found[row.matter_id] = Served.unpacked(told)
    return found
