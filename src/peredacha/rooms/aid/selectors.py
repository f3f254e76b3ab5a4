"""What the room reads without a key: offers in clear, the papers and terms of the land, names of places."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from django.conf import settings
from django.db.models import F

from peredacha.core.documents import Filing
from peredacha.core.language import Text
from peredacha.core.law import Land
from peredacha.jurisdictions.aid import aid_papers
from peredacha.jurisdictions.load import pack
from peredacha.rooms.aid.models import Offer
from peredacha.rooms.facilities.selectors import FacilityLine, find_facility, page_of_facilities
from peredacha.rooms.tallies.selectors import class_names
from peredacha.rooms.vault.models import Holder
from peredacha.rooms.vault.selectors import find_circle, newest_epoch

READERS = ("reception", "packers")
"""The circles that read an offer."""
HOLDING = ("remand", "colony", "settlement", "juvenile", "prison", "hospital")
"""The kinds of places to which aid is offered."""


def offers_of(chapter: str) -> list[Offer]:
    """Every offer of a chapter: first what waits, the nearest day first, then the rest, the newest first."""
    found = Offer.objects.filter(chapter=chapter)
    return list(found.order_by(F("next_on").asc(nulls_last=True), "-week", "id"))


def find_offer(offer: UUID, chapter: str) -> Offer | None:
    """An offer of this chapter by its random name."""
    return Offer.objects.filter(id=offer, chapter=chapter).first()


def due_offers(today: date) -> list[Offer]:
    """Offers whose clock has run out."""
    return list(Offer.objects.filter(erase_on__lte=today))


def readers_of(chapter: str) -> list[Holder]:
    """To whom an offer of a chapter is sealed: its reception and its packers, as far as they exist."""
    circles = [find_circle(chapter, name) for name in READERS]
    epochs = [newest_epoch(one) for one in circles if one]
    return [one.holder for one in epochs if one]


def papers_of_land() -> Mapping[str, Filing]:
    """The letter of offer and the complaint, as the land words them now; empty where it has none."""
    return aid_papers(settings.JURISDICTION)


def current_land() -> Land:
    """The land of this installation with its chapter; read once."""
    return pack(settings.JURISDICTION, settings.CHAPTER)


def classes() -> Mapping[str, Text]:
    """The classes of goods, by their keys."""
    return class_names()


def place_name(public_id: str, *, today: date) -> str:
    """The name of a place; empty where its card is gone."""
    card = find_facility(public_id, today=today)
    return card.name if card else ""


def places_found(text: str) -> tuple[tuple[FacilityLine, ...], bool]:
    """Places that hold people for long and whose name has every word of ``text``; and whether there are more."""
    found = page_of_facilities(text=text)
    return tuple(one for one in found.lines if one.kind in HOLDING), found.next is not None
