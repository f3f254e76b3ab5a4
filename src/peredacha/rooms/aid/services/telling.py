"""Offers in the words of a page."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from peredacha.design.wording import one_in_words, words
from peredacha.jurisdictions.aid import REFUSAL
from peredacha.rooms.aid.models import AidState, Offer
from peredacha.rooms.aid.selectors import classes, offers_of, papers_of_land, place_name
from peredacha.rooms.aid.services.changing import NEXT_STATES, WAITS_FOR_LAW
from peredacha.rooms.aid.services.offers import Good, OpenOffer
from peredacha.rooms.aid.services.weights import kilograms

EVENTS: Mapping[str, Promise] = MappingProxyType(
    {
        "offered": gettext_lazy("We handed in the letter"),
        "asked": gettext_lazy("They asked for papers"),
        "answered": gettext_lazy("We sent what they asked for"),
        "agreed": gettext_lazy("They agreed"),
        "signed": gettext_lazy("The contract is signed"),
        "delivered": gettext_lazy("We delivered it"),
        "accepted": gettext_lazy("They took it and signed the act"),
        "refused": gettext_lazy("They refused"),
        "silent": gettext_lazy("The time is over and no answer came"),
    }
)
"""By state, what happened then."""
FILES: Mapping[str, Promise] = MappingProxyType(
    {
        "certificate": gettext_lazy("A certificate"),
        "receipt": gettext_lazy("A receipt"),
        "answer": gettext_lazy("Their answer"),
        "contract": gettext_lazy("The contract"),
        "act": gettext_lazy("The act of taking over"),
        "other": gettext_lazy("Something else"),
    }
)
"""What a file can be."""


@dataclass(frozen=True)
class OfferLine:
    """One offer in a list."""

    id: UUID
    place: str
    state: str
    next: str
    """Its next day in words; empty where nothing is waited for."""
    is_late: bool


@dataclass(frozen=True)
class ToldFile:
    """One file in words."""

    id: UUID
    name: str


@dataclass(frozen=True, repr=False)
class ToldOffer:
    """An offer as its page shows it."""

    line: OfferLine
    by_law: bool
    """Whether its next day is that of the land's term."""
    goods: tuple[tuple[UUID, str, str], ...]
    """Row, name with pieces, weight in kg."""
    weight: str
    history: tuple[dict[str, str], ...]
    files: tuple[ToldFile, ...]
    is_draft: bool
    can_go_on: bool
    may_complain: bool


def states_after(offer: Offer) -> list[tuple[str, str]]:
    """What can happen next, with its words."""
    return [(state, str(EVENTS[state])) for state in NEXT_STATES[offer.state]]


def line_of(offer: Offer, today: date) -> OfferLine:
    """An offer in one line; its next day was late when it lies before today."""
    place = place_name(offer.facility, today=today) or _("A place without a card")
    late = offer.next_on is not None and offer.next_on < today
    next_ = one_in_words(offer.next_on) if offer.next_on else ""
    return OfferLine(offer.id, place, str(AidState(offer.state).label), next_, late)


def told_offers(chapter: str, *, today: date) -> list[OfferLine]:
    """Every offer of a chapter, the nearest day first."""
    return [line_of(one, today) for one in offers_of(chapter)]


def told_offer(opened: OpenOffer, *, today: date) -> ToldOffer:
    """An offer in words."""
    goods = tuple((one.row, counted(one), kilograms(one.grams)) for one in opened.goods)
    history = tuple(
        {
            "when": one_in_words(one.on),
            "who": one.by,
            "what": ". ".join(
                filter(None, [str(EVENTS[one.state]), numbered(one.number), capital(one.text)])
            ),
        }
        for one in reversed(opened.steps)
    )
    files = tuple(
        ToldFile(one.id, ": ".join(filter(None, [str(FILES[str(one.told["what"])]), str(one.told["words"])])))
        for one in opened.files
    )
    return ToldOffer(
        line=line_of(opened.offer, today),
        by_law=opened.offer.state in WAITS_FOR_LAW,
        goods=goods,
        weight=kilograms(opened.grams),
        history=history,
        files=files,
        is_draft=opened.is_draft,
        can_go_on=bool(NEXT_STATES[opened.offer.state]),
        may_complain=opened.offer.state in ("refused", "silent") and REFUSAL in papers_of_land(),
    )


def counted(good: Good) -> str:
    """A thing with how many pieces there are."""
    return _("%(name)s, %(n)s pcs") % {"name": good.name, "n": good.pieces}


def capital(text: str) -> str:
    """A text that begins a sentence."""
    return text[:1].upper() + text[1:]


def numbered(number: str) -> str:
    """A registered number in words; empty for none."""
    return _("Number %(number)s") % {"number": number} if number else ""


def told_list(opened: OpenOffer) -> list[list[tuple[str, str]]]:
    """The list with certificates and receipts, as the element of a table takes it."""
    named = classes()
    return [
        [
            (_("Thing"), one.name),
            (_("Class"), words(named.get(one.goods)) or _("Other things")),
            (_("Pieces"), str(one.pieces)),
            (_("kg"), kilograms(one.grams)),
            (_("Certificate"), one.certificate or "–"),
            (_("Receipt"), one.receipt or "–"),
        ]
        for one in opened.goods
    ]
