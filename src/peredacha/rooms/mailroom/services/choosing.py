"""Whose letter it is: the open cards of the chapter that may be about the same person, or a new matter."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from peredacha.core.linkage import Likeness, Named, NameIndex, read_name
from peredacha.design.wording import said
from peredacha.rooms.mailroom.models import NEW, PaperLetter
from peredacha.rooms.mailroom.selectors import STANDING
from peredacha.rooms.mailroom.services.opening import OpenPaper, write_answer
from peredacha.rooms.matters.services import QueueCard, open_names
from peredacha.rooms.mentoring.selectors import region_choices, stage_choices
from peredacha.rooms.vault.services import Keys

FEW = 7


@dataclass(frozen=True, repr=False)
class Hint:
    """A matter that may be about the same person, in words."""

    matter: UUID
    name: str
    more: str
    url: str


def named_in(told: Mapping[str, Any]) -> Named:
    """The name in the line, with the year that was typed beside it."""
    named, year = read_name(str(told.get("who", ""))), told.get("birth_year")
    return replace(named, birth_year=year) if year else named


def hints_for(keys: Keys, named: Named) -> list[Hint]:
    """The open cards of the keys' own chapter that may be the same person, the likeliest first."""
    if not (named.surname or named.given or named.patronymic) or keys.member is None:
        return []
    cards = dict(open_names(keys, keys.member.chapter))
    index = NameIndex({key: named_of(card) for key, card in cards.items()})
    return [hint(one.key, cards[one.key], one.likeness) for one in index.find_alike(named, limit=FEW)]


def with_matters(keys: Keys, matters: Sequence[UUID]) -> list[Hint]:
    """The hints of matters that are named already."""
    cards = dict(open_names(keys, keys.member.chapter)) if keys.member and matters else {}
    return [hint(one, cards[one], None) for one in matters if one in cards]


def named_of(card: QueueCard) -> Named:
    """The name on a card."""
    return Named(card.surname, card.given, card.patronymic, card.birth_year)


def hint(matter: UUID, card: QueueCard, likeness: Likeness | None) -> Hint:
    """One hint with what tells the two apart."""
    name = " ".join(filter(None, (card.surname, card.given, card.patronymic))) or card.alias
    told = ", ".join(filter(None, (name, str(card.birth_year or ""))))
    facts = [dict(stage_choices()).get(card.stage, ""), dict(region_choices()).get(card.region, "")]
    why = [sure(likeness), *(said(one) for one in likeness.reasons)] if likeness else []
    more = " ".join(filter(None, (". ".join(why[:1]), *why[1:], ", ".join(filter(None, facts)))))
    return Hint(matter, told or _("Without a name"), more, reverse(settings.MATTER_HOME, args=[matter]))


def sure(likeness: Likeness) -> str:
    """How sure the hint is."""
    return {
        "same": _("Very likely the same person") + ".",
        "likely": _("Perhaps the same person") + ".",
        "namesake": _("Perhaps a namesake") + ".",
    }.get(likeness.kind, "")


@transaction.atomic
def choose_matter(*, paper: OpenPaper, matter: str) -> bool:
    """Where the letter belongs: the name of a matter, or NEW. False where it is gone meanwhile."""
    if not PaperLetter.objects.select_for_update().filter(id=paper.row.id, state__in=STANDING).exists():
        return False
    write_answer(paper, "to", {"matter": matter})
    return True


def chosen_name(paper: OpenPaper) -> str:
    """The matter that was chosen, in words; empty where none was."""
    matter = str(paper.said("to").get("matter", ""))
    if matter in ("", NEW):
        return _("a new matter") if matter else ""
    found = with_matters(paper.keys, [UUID(matter)])
    return found[0].name if found else ""
