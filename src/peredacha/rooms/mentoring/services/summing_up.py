"""What other pages show of a match: the summary of a matter, and the parts that the desk may put on its pages."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from django.utils import timezone

from peredacha.core.facts import Match
from peredacha.rooms.matters.services import MatterFile
from peredacha.rooms.mentoring.services.matches import (
    current,
    introduced,
    match_with,
    named_to_family,
    offers_of,
    successor,
)
from peredacha.rooms.vault.services import Keys


@dataclass(frozen=True)
class Summary:
    """Who stands by a family. A name is empty for a family until she has accepted."""

    state: Literal["none", "proposed", "standing", "handing_over"] = "none"
    key: str = ""
    member: str = ""
    """Random id of who holds or is proposed."""
    name: str = ""
    since: str = ""
    """Day since which it stands so; ISO."""
    reasons: tuple[str, ...] = ()
    note: str = ""
    """The note of a hand-over; empty for the family."""
    next_key: str = ""
    next_name: str = ""
    next_reasons: tuple[str, ...] = ()
    next_agreed: bool = False
    named: frozenset[str] = frozenset()
    """Members whom a page for the family may call by name; every other one is "a helper" there."""


@dataclass(frozen=True)
class HelperPart:
    """What a helper sees and may do on the page of a matter."""

    summary: Summary
    may_answer: bool
    """Whether it waits for this helper's yes or no."""
    may_hand_over: bool
    may_stay: bool
    """Whether this helper hands over and nobody else is named yet."""
    may_choose: bool
    """Whether this helper reads the veterans' cards, and a veteran is looked for."""


@dataclass(frozen=True)
class CrossPart:
    """An offer of another family, as the family sees it."""

    key: str
    state: str
    reasons: tuple[str, ...]
    name: str
    words: str


@dataclass(frozen=True)
class FamilyPart:
    """What a family sees and may do on its own page."""

    summary: Summary
    offers: tuple[CrossPart, ...]


def summary_for(file: MatterFile) -> Summary:
    """Who stands by the family of this file, as far as its keys show it."""
    found, after = current(file), successor(file)
    if found is None:
        return Summary(named=named_to_family(file))
    match, following = found.match, after.match if after else Match()
    return Summary(
        state=match.state,  # type: ignore[arg-type]
        key=match.key,
        member=match.member,
        name=match.name or (file.held.name if file.held.member == match.member else ""),
        since=timezone.localdate(datetime.fromisoformat(found.since)).isoformat(),
        reasons=match.reasons,
        note=match.note,
        next_key=following.key,
        next_name=following.name,
        next_reasons=following.reasons,
        next_agreed=bool(after and after.agreed),
        named=named_to_family(file),
    )


def helper_part(keys: Keys, file: MatterFile) -> HelperPart:
    """The part for a helper's page of a matter: ``mentoring/parts/helper.html``."""
    summary = summary_for(file)
    me = match_with(file, str(keys.member.id)) if keys.member else None
    state = me.match.state if me else ""
    asked = summary.state == "proposed" or summary.next_agreed
    looked_for = summary.state == "none" or (summary.state == "handing_over" and not summary.next_key)
    return HelperPart(
        summary,
        may_answer=state == "proposed" and asked,
        may_hand_over=summary.state == "standing" and (state == "standing" or bool(keys.circles)),
        may_stay=state == "handing_over" and not summary.next_key,
        may_choose=looked_for and bool(keys.circles),
    )


def family_part(file: MatterFile) -> FamilyPart:
    """The part for a family's page: ``mentoring/parts/family.html``."""
    offers = [
        cross_part(file, one) for key, one in offers_of(file).items() if one.state != "declined_by_family"
    ]
    return FamilyPart(summary_for(file), tuple(offers))


def cross_part(file: MatterFile, offer: Match) -> CrossPart:
    """One offer; the other family's name and words only after both have said yes."""
    other = introduced(file, offer.key)
    return CrossPart(
        offer.key.partition(":")[2],
        "together" if other else offer.state,
        offer.reasons,
        other.name if other else "",
        other.note if other else "",
    )
