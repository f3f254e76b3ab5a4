"""Who could stand by one family: the best few with their reasons in words, or why nobody."""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from peredacha.core.matching import Family, Fit, Reason, Veteran, suggest
from peredacha.design.wording import said
from peredacha.rooms.matters.services import MatterFile
from peredacha.rooms.mentoring.selectors import held_counts
from peredacha.rooms.mentoring.services.families import family_of, is_shut_out
from peredacha.rooms.mentoring.services.handing_over import name_next
from peredacha.rooms.mentoring.services.matches import current, match_with
from peredacha.rooms.mentoring.services.standing import confirm
from peredacha.rooms.mentoring.services.telling import NotNow, family_language
from peredacha.rooms.people.selectors import find_member
from peredacha.rooms.vault.services import Keys
from peredacha.rooms.veterans.selectors import place_name
from peredacha.rooms.veterans.services import OpenProfile, profiles_of, veterans_of

FOR_THE_TEAM = ("space", "rested")
"""Reasons that say how the team shares its work; a family does not need them."""


@dataclass(frozen=True)
class Proposal:
    """One veteran for one family, in the words of the page."""

    member: UUID
    name: str
    reasons: tuple[str, ...]
    asks: tuple[str, ...]
    """What is not known and should be asked."""
    relaxed: str
    """What would have to be set aside; empty where nothing."""
    takes: int | None
    """How many more families; None where she has not said."""


@dataclass(frozen=True)
class Suggested:
    """What the page shows: the best few, or why there is nobody."""

    proposals: tuple[Proposal, ...]
    why_not: tuple[str, ...]
    excluded_words: str
    """Whom the family does not want to read this, in its own words: for the coordinator to mind."""


def suggest_for(keys: Keys, file: MatterFile, *, now: datetime, limit: int = 3) -> Suggested:
    """At most ``limit`` veterans of the matter's own chapter; the keys must open their cards."""
    profiles = profiles_of(keys, file.matter.chapter, now=now)
    veterans = {
        one.key: one
        for one in veterans_of(profiles, held_counts(file.matter.chapter), today=timezone.localdate(now))
    }
    named = {str(one.member.id): one for one in profiles}
    found = suggest(family_with_excluded(file, profiles, now=now), veterans.values(), limit=limit)
    relaxed = " ".join(said(one) for one in found.relaxed)
    return Suggested(
        tuple(proposal(fit, named[fit.veteran], veterans[fit.veteran], relaxed, now) for fit in found.fits),
        tuple(said(one) for one in found.why_not),
        file.request.excluded,
    )


def family_with_excluded(file: MatterFile, profiles: list[OpenProfile], *, now: datetime) -> Family:
    """The family, with those excluded whom its own words may mean."""
    family = family_of(file, now=now)
    meant = {str(one.member.id) for one in profiles if is_shut_out(one.name, file.request.excluded)}
    return replace(family, excluded=family.excluded | meant)


def proposal(fit: Fit, profile: OpenProfile, veteran: Veteran, relaxed: str, now: datetime) -> Proposal:
    """One fit in words."""
    return Proposal(
        profile.member.id,
        profile.name,
        tuple(reason_in_words(one, now) for one in fit.reasons),
        tuple(said(one) for one in fit.asks),
        relaxed,
        None if veteran.capacity is None else veteran.free,
    )


def reason_in_words(reason: Reason, now: datetime) -> str:
    """A reason with the name of the place or the number of the article that is shared."""
    names = list(reason.shared) if reason.row == "article" else []
    if reason.row == "place":
        names = [name for one in reason.shared if (name := place_name(one, today=timezone.localdate(now)))]
    if not names:
        return said(reason.says)
    return _("%(reason)s (%(what)s)") % {"reason": said(reason.says), "what": ", ".join(names)}


def choose(*, keys: Keys, file: MatterFile, member: UUID, now: datetime, relaxing: bool = True) -> MatterFile:
    """Propose this veteran, or name her as the next one where a hand-over runs; reasons are written for the family.

    The limits are checked anew: what may never be set aside raises NotNow; without ``relaxing`` so does the rest.
    """
    found = find_member(member)
    profiles = profiles_of(keys, file.matter.chapter, now=now)
    veterans = {
        one.key: one
        for one in veterans_of(profiles, held_counts(file.matter.chapter), today=timezone.localdate(now))
    }
    if found is None or str(member) not in veterans:
        raise NotNow
    found_fit = suggest(family_with_excluded(file, profiles, now=now), [veterans[str(member)]], limit=1)
    if not match_with(file, str(member)) and (not found_fit.fits or (found_fit.relaxed and not relaxing)):
        raise NotNow
    standing = current(file)
    with family_language(file):
        reasons = tuple(
            reason_in_words(one, now)
            for each in found_fit.fits
            for one in each.reasons
            if one.row not in FOR_THE_TEAM
        )
    act = name_next if standing and standing.match.state == "handing_over" else confirm
    return act(keys=keys, file=file, member=found, reasons=reasons, now=now)
