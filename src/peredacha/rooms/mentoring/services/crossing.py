"""Two families who fight for each other: an offer that both must accept before either learns of the other."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal
from uuid import UUID, uuid4

from django.db import transaction
from django.utils.translation import gettext as _

from peredacha.core.facts import Match
from peredacha.core.matching import Pair, cross_help
from peredacha.design.wording import said
from peredacha.rooms.matters.selectors import find_matter, queue_of
from peredacha.rooms.matters.services import MatterFile, leave_trace, open_file
from peredacha.rooms.mentoring.services.families import family_of
from peredacha.rooms.mentoring.services.matches import CROSS, introduced, offers_of
from peredacha.rooms.mentoring.services.proposing import AT_ONCE, alias
from peredacha.rooms.mentoring.services.telling import HOUSE, NotNow, author_of, family_language, locked, say
from peredacha.rooms.vault.services import Keys
from peredacha.rooms.veterans.services import own_member

Files = dict[str, MatterFile]
LIVING = ("proposed", "standing")


@dataclass(frozen=True)
class CrossPair:
    """Two families who could help each other, and why."""

    one: UUID
    other: UUID
    aliases: tuple[str, str]
    gives: tuple[str, ...]
    gets: tuple[str, ...]


@dataclass(frozen=True)
class CrossOffer:
    """An offer that runs."""

    key: str
    one: UUID
    other: UUID
    aliases: tuple[str, str]
    state: Literal["asked", "both_yes", "one_no"]


@dataclass(frozen=True)
class CrossPage:
    """What a coordinator sees: new pairs, and offers that run."""

    pairs: tuple[CrossPair, ...]
    offers: tuple[CrossOffer, ...]


def cross_page(keys: Keys, *, now: datetime) -> CrossPage:
    """Pairs among the families of the own chapter who have a code of words, and how the offers stand."""
    files = files_of(keys, now=now)
    free = [
        file for file in files.values() if not any(one.state in LIVING for one in offers_of(file).values())
    ]
    pairs = cross_help(family_of(file, now=now) for file in free)
    return CrossPage(tuple(in_words(pair, files) for pair in pairs), tuple(running(files)))


def files_of(keys: Keys, *, now: datetime) -> Files:
    """Files of the families that can answer, the longest waiting first, by the matter's name."""
    matters = queue_of(own_member(keys).chapter).filter(family__isnull=False).order_by("week", "id")[:AT_ONCE]
    opened = (open_file(keys, matter, now=now) for matter in matters)
    return {str(file.matter.id): file for file in opened if file}


def in_words(pair: Pair, files: Files) -> CrossPair:
    """A pair as the page shows it."""
    one, other = files[pair.one], files[pair.other]
    gives, gets = (tuple(said(reason.says) for reason in way) for way in (pair.gives, pair.gets))
    return CrossPair(one.matter.id, other.matter.id, (alias(one), alias(other)), gives, gets)


def running(files: Files) -> Iterable[CrossOffer]:
    """Offers that still need a helper or an answer, each once."""
    for name, file in files.items():
        for key, mine in offers_of(file).items():
            other = files.get(mine.member)
            theirs = offers_of(other).get(key) if other else None
            if other is None or theirs is None or name > mine.member:
                continue
            both = {mine.state, theirs.state}
            done = "ended" in both or not both & set(LIVING) or introduced(file, key) is not None
            if not done:
                state: Literal["asked", "both_yes", "one_no"] = (
                    "both_yes"
                    if both == {"standing"}
                    else "one_no"
                    if "declined_by_family" in both
                    else "asked"
                )
                yield CrossOffer(key, file.matter.id, other.matter.id, (alias(file), alias(other)), state)


@transaction.atomic
def offer_cross_help(*, keys: Keys, one: UUID, other: UUID, now: datetime) -> str:
    """Offer two families to each other; gives the key of the offer. Raises NotNow where they no longer fit."""
    first, second = opened_pair(keys, one, other, now=now)
    pair = next(iter(cross_help(family_of(file, now=now) for file in (first, second))), None)
    if pair is None:
        raise NotNow
    key = CROSS + uuid4().hex
    gives = pair.gives if pair.one == str(first.matter.id) else pair.gets
    gets = pair.gets if gives is pair.gives else pair.gives
    for file, about, reasons in ((first, second, gets), (second, first, gives)):
        with family_language(file):
            told = tuple(said(reason.says) for reason in reasons)
        say(keys, file, Match(key=key, member=str(about.matter.id), reasons=told), now=now)
        leave_trace(keys=keys, file=file, act="matter_changed", now=now)
    return key


def opened_pair(keys: Keys, one: UUID, other: UUID, *, now: datetime) -> tuple[MatterFile, MatterFile]:
    """Both files, locked in one order; raises NotNow where one does not open or is of another chapter."""
    found = {name: find_matter(name) for name in sorted((one, other), key=str)}
    files = {
        name: open_file(keys, matter, now=now)
        for name, matter in found.items()
        if matter and matter.chapter == own_member(keys).chapter
    }
    opened = {name: locked(keys, file, now=now) for name, file in files.items() if file}
    if len(opened) != 2:
        raise NotNow
    return opened[one], opened[other]


@transaction.atomic
def answer_cross_help(
    *, keys: Keys, file: MatterFile, key: str, yes: bool, words: str, now: datetime
) -> None:
    """The family says yes or no; ``words`` go to the other family once both have said yes. Raises NotNow."""
    file = locked(keys, file, now=now)
    offer = offers_of(file).get(key)
    if offer is None or offer.state != "proposed":
        raise NotNow
    state: Literal["standing", "declined_by_family"] = "standing" if yes else "declined_by_family"
    answered = replace(offer, state=state, note=words if yes else "")
    say(keys, file, answered, now=now, by=author_of(keys))
    leave_trace(keys=keys, file=file, act="matter_changed", now=now)


@transaction.atomic
def settle_cross_help(*, keys: Keys, one: UUID, other: UUID, key: str, now: datetime) -> bool:
    """Both said yes: each gets the other's words. One said no: the other is told. Gives whether they are together.

    Raises NotNow while an answer is missing.
    """
    first, second = opened_pair(keys, one, other, now=now)
    mine, theirs = offers_of(first).get(key), offers_of(second).get(key)
    if mine is None or theirs is None or introduced(first, key):
        raise NotNow
    states = {mine.state, theirs.state}
    if states != {"standing"} and "declined_by_family" not in states:
        raise NotNow
    together = states == {"standing"}
    tell_of(keys, first, second, mine, theirs, together=together, now=now)
    tell_of(keys, second, first, theirs, mine, together=together, now=now)
    return together


def tell_of(
    keys: Keys,
    file: MatterFile,
    about: MatterFile,
    mine: Match,
    theirs: Match,
    *,
    together: bool,
    now: datetime,
) -> None:
    """Tell one family of the other: its name and words, or only that it cannot."""
    if together:
        with family_language(file):
            name = about.request.name or _("A family")
        said_there = replace(theirs, member=str(about.matter.id), name=name, reasons=())
        say(keys, file, said_there, now=now, by=HOUSE)
    elif mine.state in LIVING:
        say(keys, file, replace(mine, state="ended", note=""), now=now, by=HOUSE)
    leave_trace(keys=keys, file=file, act="matter_changed", now=now)
