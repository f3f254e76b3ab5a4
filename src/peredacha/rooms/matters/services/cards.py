"""Cards of the queue: sealed to the reception, opened many at a time."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from uuid import UUID

from peredacha.core.sealing import NotSealedHere
from peredacha.rooms.matters.models import Card, CardForm, Matter
from peredacha.rooms.matters.services.circle_cards import Opener, opened_card, openers_of, sealed_for_circle
from peredacha.rooms.salts.selectors import salts_of
from peredacha.rooms.vault.models import Holder
from peredacha.rooms.vault.selectors import reception_holder
from peredacha.rooms.vault.services import Keys
from peredacha.statements import add

CLASSES = ("danger", "deadline", "place", "legal", "parcel", "letter", "other")
"""The order of the queue."""
LABEL = "cards"
"""From the card key of the reception the key of each card is drawn under this name."""


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
        told = {key: value for key, value in vars(self).items() if value != DEFAULTS[key]}
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


def context_of(matter: UUID, circle: UUID) -> bytes:
    """What a card is bound to."""
    return b"matters.card" + matter.bytes + circle.bytes


def put_card(*, matter: Matter, card: QueueCard, keys: Keys | None, salt: bytes) -> None:
    """Seal the card to the reception of its chapter: under the card key if the keys have it, else to the pair.

    ``salt``: of the matter's safe, as it was opened; empty for a matter that has none.
    """
    holder = reception_holder(matter.chapter)
    if holder is None:
        return
    form, sealed = sealed_card(matter, card, keys, holder, salt)
    Card.objects.update_or_create(matter=matter, defaults={"circle": holder, "form": form, "sealed": sealed})


def put_first_card(
    *, matter: Matter, card: QueueCard, keys: Keys | None, holder: Holder, salt: bytes
) -> None:
    """The card of a matter that has none yet, sealed to the reception, whose ``holder`` is at hand."""
    form, sealed = sealed_card(matter, card, keys, holder, salt)
    add(Card(matter=matter, circle=holder, form=form, sealed=sealed))


def sealed_card(
    matter: Matter, card: QueueCard, keys: Keys | None, holder: Holder, salt: bytes
) -> tuple[CardForm, bytes]:
    """The form and the bytes of a card: under the card key if the keys have it, else to the pair."""
    context = context_of(matter.id, holder.id)
    return sealed_for_circle(card.packed(), holder=holder, keys=keys, salt=salt, context=context, label=LABEL)


def open_card(opener: Opener, form: str, sealed: bytes, context: bytes, salt: bytes) -> QueueCard:
    """One card, with what :func:`openers_of` gave for its circle; raises NotSealedHere, ValueError."""
    return QueueCard.unpacked(opened_card(opener, form, sealed, context, salt))


def open_cards(keys: Keys, matters: Iterable[Matter]) -> list[OpenCard]:
    """The cards of matters whose ``card`` is fetched; a damaged one comes without its content."""
    openers = openers_of(keys, LABEL)
    rows = list(matters)
    salts = salts_of(one.safe_id for one in rows)
    opened = []
    for matter in rows:
        row = getattr(matter, "card", None)
        card = None
        if row and row.circle_id in openers:
            context, salt = context_of(matter.id, row.circle_id), salts.get(matter.safe_id, b"")
            try:
                card = open_card(openers[row.circle_id], row.form, bytes(row.sealed), context, salt)
            except (NotSealedHere, ValueError):
                card = None
        opened.append(OpenCard(matter, card))
    return opened
