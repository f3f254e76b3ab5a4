"""Cards of the queue: sealed to the reception, opened many at a time."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass

from peredacha.core.sealing import (
    NotSealedHere,
    PublicPair,
    open_envelope,
    open_sealed,
    seal,
    seal_to,
    subkey,
)
from peredacha.rooms.matters.models import Card, CardForm, Matter
from peredacha.rooms.vault.models import Holder
from peredacha.rooms.vault.selectors import reception_holder
from peredacha.rooms.vault.services import CircleKeys, Keys

CLASSES = ("danger", "deadline", "place", "legal", "parcel", "letter", "other")
"""The order of the queue."""
SMALLEST = 480
"""Cards sealed to the circle's pair are padded to a multiple of this [bytes]."""


@dataclass(frozen=True)
class QueueCard:
    """What the reception sees of a matter before opening it."""

    alias: str = ""
    queue: str = "other"
    """One of CLASSES."""
    asks: tuple[str, ...] = ()
    stage: str = ""
    region: str = ""
    kinship: str = ""
    articles: tuple[str, ...] = ()
    facility: str = ""
    place_state: str = ""
    place_since: str = ""
    came_at: str = ""
    touched_at: str = ""
    deadline_on: str = ""
    next_what: str = ""
    languages: tuple[str, ...] = ("ru",)
    wishes: tuple[str, ...] = ()
    surname: str = ""
    given: str = ""
    patronymic: str = ""
    birth_year: int | None = None
    alarms: tuple[str, ...] = ()
    came_by: str = "web"

    def packed(self) -> bytes:
        """As bytes; only what is told."""
        told = {key: value for key, value in asdict(self).items() if value != DEFAULTS[key]}
        return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()

    @classmethod
    def unpacked(cls, data: bytes) -> "QueueCard":
        """From the bytes of :meth:`packed`; raises ValueError on anything else."""
        told = json.loads(data)
        try:
            lists = {key: tuple(value) for key, value in told.items() if isinstance(value, list)}
            return cls(**{**told, **lists})
        except TypeError as error:
            raise ValueError from error


DEFAULTS = asdict(QueueCard())


@dataclass(frozen=True)
class OpenCard:
    """A matter and its card; without a card when it is damaged or not for these keys."""

    matter: Matter
    card: QueueCard | None


def context_of(matter: Matter, circle: bytes) -> bytes:
    """What a card is bound to."""
    return b"matters.card" + matter.id.bytes + circle


def put_card(*, matter: Matter, card: QueueCard, keys: Keys | None) -> None:
    """Seal the card to the reception of its chapter: under the card key if the keys have it, else to the pair."""
    holder = reception_holder(matter.chapter)
    if holder is None:
        return
    form, sealed = sealed_card(matter, card, keys, holder)
    Card.objects.update_or_create(matter=matter, defaults={"circle": holder, "form": form, "sealed": sealed})


def put_first_card(*, matter: Matter, card: QueueCard, keys: Keys | None, holder: Holder) -> None:
    """The card of a matter that has none yet, sealed to the reception, whose ``holder`` is at hand."""
    form, sealed = sealed_card(matter, card, keys, holder)
    Card(matter=matter, circle=holder, form=form, sealed=sealed).save(force_insert=True)


def sealed_card(matter: Matter, card: QueueCard, keys: Keys | None, holder: Holder) -> tuple[CardForm, bytes]:
    """The form and the bytes of a card: under the card key if the keys have it, else to the pair."""
    circle = circle_of(keys, holder.id.bytes) if keys else None
    context, body = context_of(matter, holder.id.bytes), card.packed()
    if circle:
        form, sealed = CardForm.KEY, seal(subkey(circle.card_key, "cards"), body, context)
    else:
        padded = body.ljust(-(-len(body) // SMALLEST) * SMALLEST)
        form, sealed = CardForm.PAIR, seal_to(PublicPair.unpacked(bytes(holder.public)), padded, context)
    return form, sealed


def circle_of(keys: Keys, holder: bytes) -> CircleKeys | None:
    """The opened circle with this holder, if one sits in it."""
    return next((one for one in keys.circles if one.holder.bytes == holder), None)


def open_cards(keys: Keys, matters: Iterable[Matter]) -> list[OpenCard]:
    """The cards of matters whose ``card`` is fetched; a damaged one comes without its content."""
    circles = {one.holder: (one, subkey(one.card_key, "cards")) for one in keys.circles}
    opened = []
    for matter in matters:
        row = getattr(matter, "card", None)
        found = circles.get(row.circle_id) if row else None
        card = None
        if row and found:
            circle, card_key = found
            context, sealed = context_of(matter, row.circle_id.bytes), bytes(row.sealed)
            try:
                body = (
                    open_envelope(card_key, sealed, context)
                    if row.form == CardForm.KEY
                    else open_sealed(circle.pair, sealed, context)
                )
                card = QueueCard.unpacked(body)
            except (NotSealedHere, ValueError):
                card = None
        opened.append(OpenCard(matter, card))
    return opened
