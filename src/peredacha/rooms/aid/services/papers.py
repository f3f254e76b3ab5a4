"""The letter of offer and the complaint: what is known, what is still asked, the paper, its file."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import override

from peredacha.core.documents import BrokenTemplate, Filing, FlawedPaper, Need, Paper, fill
from peredacha.core.documents.jobs import Form
from peredacha.gateways.printing import print_paper
from peredacha.jurisdictions.aid import OFFER, REFUSAL
from peredacha.rooms.aid.selectors import papers_of_land, place_name
from peredacha.rooms.aid.services.offers import Good, OpenOffer
from peredacha.rooms.aid.services.weights import kilograms

KINDS = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
"""By form, what the file is."""
FROM_LIST = frozenset({"goods", "weight"})
"""What the list tells, so that nobody is asked."""
OF_REFUSAL = ("refused", "silent")
"""The states about which one complains."""


@dataclass(frozen=True, repr=False)
class Writing:
    """One paper of an offer: what is known, what is asked next, the paper once it can be made."""

    key: str
    filing: Filing
    facts: Mapping[str, Any]
    asked: tuple[Need, ...]
    """The needs that must still be told, in the order of the card."""
    paper: Paper | None

    def need(self, number: int) -> Need | None:
        """The need with this number, from 1; None for one that the list tells."""
        needs = self.filing.card.needs
        found = needs[number - 1] if 1 <= number <= len(needs) else None
        return found if found and found.name not in FROM_LIST else None

    def number(self, need: Need) -> int:
        """The number of a need, from 1."""
        return self.filing.card.needs.index(need) + 1


def writing_of(opened: OpenOffer, key: str, *, today: date) -> Writing | None:
    """A paper of an offer by its key; None where the land has none, or it does not fit where the offer stands."""
    filing = papers_of_land().get(key)
    if filing is None or (key == REFUSAL and not opened.last(*OF_REFUSAL)):
        return None
    told = {
        name: opened.facts[place] for name, place in places_in(filing, key).items() if place in opened.facts
    }
    known = {**known_of(opened, key, filing, today), **told}
    facts = {name: value for name, value in known.items() if value is not None}
    facts |= {name: value for name, value in list_facts(opened).items() if value}
    seen = FROM_LIST | set(known)
    unseen = [need for need in filing.card.needs if need.may_be_missing and need.name not in seen]
    day = written_on(opened, key, today)
    try:
        found = fill(filing, facts, day)
    except (BrokenTemplate, FlawedPaper):
        return Writing(key, filing, facts, (), None)
    if isinstance(found, Paper):
        return Writing(key, filing, facts, tuple(unseen), None if unseen else found)
    wanted = [one.need for one in found] + unseen
    asked = tuple(need for need in filing.card.needs if need in wanted)
    return Writing(key, filing, facts, asked, None)


def written_on(opened: OpenOffer, key: str, today: date) -> date:
    """The day of a paper: a letter that was handed in keeps its own."""
    step = opened.last("offered") if key != REFUSAL else None
    return step.on if step else today


def places_in(filing: Filing, key: str) -> dict[str, str]:
    """By need, under which name its answer is kept: a complaint never changes a letter that was handed in."""
    return {name: kept_as(key, name) for name in filing.needs}


def kept_as(key: str, name: str) -> str:
    """Under which name an answer for a paper is kept."""
    return f"{key} {name}"


def known_of(opened: OpenOffer, key: str, filing: Filing, today: date) -> dict[str, Any]:
    """What need not be asked: the place, and for the complaint what the letter said and what happened since."""
    with override("ru"):
        place = place_name(opened.offer.facility, today=today)
    known: dict[str, Any] = {"place": place} if place else {}
    if key == REFUSAL:
        before = {name: kept_as(OFFER, name) for name in filing.needs}
        known |= {name: opened.facts[place] for name, place in before.items() if place in opened.facts}
        known |= since_then(opened)
    return known


def since_then(opened: OpenOffer) -> dict[str, Any]:
    """When the letter was handed in, under which number, and what the place answered."""
    handed, refused = opened.last("offered"), opened.last(*OF_REFUSAL)
    known: dict[str, Any] = {}
    if handed:
        known["offered_day"] = handed.on.isoformat()
        known |= {"number": handed.number} if handed.number else {}
    if refused and refused.state == "silent":
        known |= {"what": "silent", "reason": None, "ground": "other"}
    if refused and refused.text:
        known["reason"] = refused.text
    return known


def list_facts(opened: OpenOffer) -> dict[str, Any]:
    """The list as the papers name it, in Russian: each thing with pieces, weight and what confirms it."""
    with override("ru"):
        goods = [line_of(one) for one in opened.goods]
        weight = f"{kilograms(opened.grams)} кг"
    return {"goods": goods, "weight": weight if goods else ""}


def line_of(good: Good) -> str:
    """One thing in one line of a Russian letter."""
    parts = [good.name, f"{good.pieces} шт.", f"{kilograms(good.grams)} кг"]
    parts += [f"сертификат: {good.certificate}"] if good.certificate else []
    parts += [f"чек: {good.receipt}"] if good.receipt else []
    return ", ".join(parts)


def printed(paper: Paper, form: Form) -> bytes:
    """The file of a paper. Raises NotPrinted."""
    return print_paper(paper, form)


def title_of(key: str) -> str:
    """What a paper is called on a page."""
    return _("The complaint") if key == REFUSAL else _("The letter of offer")
