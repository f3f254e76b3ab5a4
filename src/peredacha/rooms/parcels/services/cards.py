"""Cards of the board: sealed to the packers of the chapter, opened many at a time."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple
from uuid import UUID

from django.db.models import QuerySet

from peredacha.core.sealing import NotSealedHere
from peredacha.rooms.errands.selectors import packers_of
from peredacha.rooms.matters.models import CardForm
from peredacha.rooms.matters.services import Opener, opened_card, openers_of, sealed_for_circle
from peredacha.rooms.parcels.models import BoardCard, Parcel, ParcelCard
from peredacha.rooms.parcels.services.files import ParcelFile
from peredacha.rooms.salts.selectors import salts_of
from peredacha.rooms.vault.models import Holder
from peredacha.rooms.vault.services import Keys

LABEL = "parcels"
"""From the card key of the packers the key of each card is drawn under this name."""


@dataclass(frozen=True, repr=False)
class OpenCard:
    """A parcel and its card; without a card when it is damaged or not for these keys."""

    parcel: Parcel
    card: BoardCard | None


class Sealed(NamedTuple):
    """A card as it is stored: of which parcel, for which epoch of the circle, how sealed."""

    parcel: UUID
    circle: UUID
    form: str
    body: bytes


def drawn_card(file: ParcelFile) -> BoardCard:
    """What the board shows of a parcel."""
    person, request, planned = file.errands.recipient, file.request, file.planned_on
    return BoardCard(
        name=person.name,
        facility=person.facility,
        place=person.place,
        kind=request.kind,
        state=file.state,
        things=tuple(dict.fromkeys(one.thing for one in request.wishes if one.thing)),
        grams=file.contents.grams if file.contents else 0,
        deliver_by=request.deliver_by,
        planned_on=planned.isoformat() if planned else "",
        confirmed_on=person.confirmed_on,
        way=request.way,
    )


def put_card(file: ParcelFile) -> None:
    """Seal the card anew: under the circle's card key if the keys have it, else to its pair."""
    holder = packers_of(file.row.chapter)
    if holder is None:
        return
    form, sealed = sealed_card(file, drawn_card(file), holder)
    ParcelCard.objects.update_or_create(
        parcel_id=file.id, defaults={"circle": holder, "form": form, "sealed": sealed}
    )


def sealed_card(file: ParcelFile, card: BoardCard, holder: Holder) -> tuple[CardForm, bytes]:
    """The form and the bytes of a card; nobody opens it without the salt of the parcel's own safe."""
    context = context_of(file.id, holder.id)
    return sealed_for_circle(
        card.packed(), holder=holder, keys=file.keys, salt=file.safe.salt, context=context, label=LABEL
    )


def context_of(parcel: UUID, circle: UUID) -> bytes:
    """What a card is bound to."""
    return b"parcels.card" + parcel.bytes + circle.bytes


def open_cards(keys: Keys, parcels: Iterable[Parcel]) -> list[OpenCard]:
    """The cards of parcels whose ``card`` is fetched; a damaged one comes without its content."""
    rows, openers = list(parcels), openers_of(keys, LABEL)
    salts = salts_of(one.safe_id for one in rows)
    opened = []
    for parcel in rows:
        row = getattr(parcel, "card", None)
        opener = openers.get(row.circle_id) if row else None
        salt = salts.get(parcel.safe_id, b"")
        sealed = Sealed(parcel.id, row.circle_id, row.form, bytes(row.sealed)) if row else None
        found = open_card(opener, sealed, salt) if sealed and opener else None
        opened.append(OpenCard(parcel, found))
    return opened


def scanned_cards(
    keys: Keys, parcels: "QuerySet[Parcel]", *, holding: str = ""
) -> Iterator[tuple[UUID, BoardCard]]:
    """The names and cards of many parcels, in their order, without their rows; one that does not open is left out.

    ``holding``: only cards with these letters somewhere in them; the others are opened, but not read.
    """
    openers = openers_of(keys, LABEL)
    fields = ("safe_id", "id", "card__circle_id", "card__form", "card__sealed")
    rows = [(safe, Sealed(*row)) for safe, *row in parcels.values_list(*fields) if row[1] in openers]
    salts = salts_of(safe for safe, _sealed in rows)
    for safe, sealed in rows:
        card = open_card(openers[sealed.circle], sealed, salts.get(safe, b""), holding.encode())
        if card:
            yield sealed.parcel, card


def open_card(opener: Opener, sealed: Sealed, salt: bytes, holding: bytes = b"") -> BoardCard | None:
    """One card, with what opens those of its circle; None where it is damaged, or does not hold these bytes."""
    context = context_of(sealed.parcel, sealed.circle)
    try:
        text = opened_card(opener, sealed.form, bytes(sealed.body), context, salt)
        return BoardCard.unpacked(text) if holding in text else None
    except (NotSealedHere, ValueError):
        return None
