"""The risk step: begun, answered one question after the other, decided; each word is a new sealed fact."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any, Literal
from urllib.parse import urlsplit
from uuid import UUID, uuid4

from django.db import transaction
from django.urls import Resolver404, resolve
from django.utils import timezone

from peredacha.core.facts import Decision, Place
from peredacha.core.sealing import NotSealedHere
from peredacha.rooms.conversations.services import addressees_of, author_of, wish_notices
from peredacha.rooms.matters.services import Entry, MatterFile, leave_trace, lock_whole, open_file, tell
from peredacha.rooms.vault.services import Keys

PUBLICITY = "publicity"
HOLDS = timedelta(days=30)
"""No decision, and no yes of his, holds for longer."""
URGENT_HOLDS = timedelta(days=3)
HERE = "{matter}"
Lapse = Literal["", "time", "place"]


class CannotGo(Exception):
    """He said no, was not asked, or a question is open: then nobody else can say "go"."""


class ChangedMeanwhile(Exception):
    """The answers are others than those that were looked at, or they have lapsed."""


@dataclass(frozen=True, repr=False)
class Step:
    """One risk step by the last word on it."""

    entry: Entry
    fact: Decision

    @property
    def id(self) -> UUID:
        """Its random name."""
        return UUID(self.fact.key)

    @property
    def told_on(self) -> date:
        """The day of the last word."""
        return timezone.localdate(datetime.fromisoformat(self.entry.told.at))

    @property
    def until(self) -> date:
        """The last day on which it holds."""
        if self.fact.state == "urgent":
            return self.told_on + URGENT_HOLDS
        days = [self.told_on + HOLDS]
        if self.fact.look_on and self.fact.state != "open":
            days.append(date.fromisoformat(self.fact.look_on))
        if self.fact.agrees == "yes" and self.fact.agreed_on:
            days.append(date.fromisoformat(self.fact.agreed_on) + HOLDS)
        return min(days)

    @property
    def decided(self) -> bool:
        """Whether somebody wrote down what is to be done."""
        return self.fact.state != "open"

    def lapse(self, file: MatterFile, today: date) -> Lapse:
        """Why it no longer holds: he is at another place, its time is over or has not come; empty while it holds."""
        if self.fact.place != mark_of(file.place):
            return "place"
        return "" if self.told_on <= today <= self.until else "time"


def mark_of(place: Place | None) -> str:
    """A place in a form that is only compared: another state, facility or wording is another place."""
    return f"{place.state}|{place.facility}|{' '.join(place.words.casefold().split())}" if place else ""


def steps_of(file: MatterFile) -> tuple[Step, ...]:
    """Every risk step of a matter, in the order in which they were begun; helpers' own notes are none."""
    found: dict[str, Step] = {}
    for entry in file.entries:
        fact = entry.told.fact
        if isinstance(fact, Decision) and not entry.inner and is_name(fact.key):
            found[fact.key] = Step(entry, fact)
    return tuple(found.values())


def is_name(text: str) -> bool:
    """Whether a text is a random name."""
    try:
        return str(UUID(text)) == text
    except ValueError:
        return False


def find_step(file: MatterFile, step: UUID) -> Step | None:
    """A risk step of this matter by its random name."""
    return next((one for one in steps_of(file) if one.id == step), None)


def last_about(file: MatterFile, about: str) -> Step | None:
    """The newest risk step about a paper or about publicity."""
    return next((one for one in reversed(steps_of(file)) if one.fact.about == about), None)


@transaction.atomic
def begin_step(
    *, keys: Keys, file: MatterFile, about: str, now: datetime, filing: str = "", back: str = ""
) -> UUID:
    """The random name of the step about a paper [its random name] or PUBLICITY: of the one that holds, or of a new one.

    ``filing``: its key in the land; ``back``: where to lead afterwards. What is no path of this site is dropped.
    """
    file = alone(keys, file, now)
    before = last_about(file, about)
    if before and not before.lapse(file, timezone.localdate(now)):
        return before.id
    place, way = mark_of(file.place), own_path(back).replace(str(file.matter.id), HERE)
    fact = Decision(key=str(uuid4()), about=about, filing=filing, back=way, place=place)
    tell(keys=keys, file=file, fact=fact, author=author_of(keys), now=now)
    return UUID(fact.key)


def own_path(path: str) -> str:
    """The path if it is a page of this site, without a query; else nothing, so that nobody is led away."""
    if not path.startswith("/") or path.startswith("//") or "\\" in path or not path.isprintable():
        return ""
    try:
        parts = urlsplit(path)
        resolve(parts.path)
    except (ValueError, Resolver404):
        return ""
    return path if parts.path == path else ""


def alone(keys: Keys, file: MatterFile, now: datetime) -> MatterFile:
    """The file as it stands now, while nobody else writes into the matter. Raises NotSealedHere."""
    lock_whole(file.matter)
    fresh = open_file(keys, file.matter, now=now)
    if fresh is None:
        raise NotSealedHere
    return fresh


def must_hold(keys: Keys, file: MatterFile, step: Step, now: datetime) -> MatterFile:
    """The file for writing into. Raises ChangedMeanwhile for a step that has lapsed, or was told anew meanwhile."""
    fresh = alone(keys, file, now)
    last = find_step(fresh, step.id)
    if last is None or last.entry.id != step.entry.id or last.lapse(fresh, timezone.localdate(now)):
        raise ChangedMeanwhile
    return fresh


@transaction.atomic
def answer(*, keys: Keys, file: MatterFile, step: Step, now: datetime, **answers: Any) -> None:
    """Keep the answers to one question; whatever was decided before does not hold any longer.

    Raises ChangedMeanwhile.
    """
    file = must_hold(keys, file, step, now)
    fact = replace(step.fact, **answers)
    if fact != step.fact:
        fact = replace(fact, state="open", look_on="", reason="")
        tell(keys=keys, file=file, fact=fact, author=author_of(keys), now=now)


def is_answered(fact: Decision) -> bool:
    """Whether all three questions have an answer."""
    return bool((fact.harms or fact.harm_words) and fact.seen_by and fact.agrees)


def may_go(fact: Decision) -> bool:
    """Whether "go" can be said: he agreed himself, or he cannot be asked and the reason is told."""
    return is_answered(fact) and fact.agrees in ("yes", "cannot_ask")


@transaction.atomic
def decide(
    *,
    keys: Keys,
    file: MatterFile,
    step: Step,
    seen: UUID,
    state: Literal["go", "no", "later"],
    now: datetime,
    look_on: date | None = None,
    reason: str = "",
) -> None:
    """Write down what was decided; ``seen`` names the answers that were looked at.

    Raises CannotGo, and ChangedMeanwhile.
    """
    file = must_hold(keys, file, step, now)
    if seen != step.entry.id:
        raise ChangedMeanwhile
    if not is_answered(step.fact) or (state == "go" and not may_go(step.fact)):
        raise CannotGo
    day = look_on.isoformat() if look_on else ""
    settle(keys, file, replace(step.fact, state=state, look_on=day, reason=reason), now)


@transaction.atomic
def mark_urgent(*, keys: Keys, file: MatterFile, step: Step, now: datetime, reason: str = "") -> None:
    """Write down that there is no time: his life is in danger now. Raises ChangedMeanwhile."""
    file = must_hold(keys, file, step, now)
    settle(keys, file, replace(step.fact, state="urgent", look_on="", reason=reason), now)


def settle(keys: Keys, file: MatterFile, fact: Decision, now: datetime) -> None:
    """Keep a decision once; everybody who reads the matter hears that there is something new."""
    by = author_of(keys)
    tell(keys=keys, file=file, fact=fact, author=by, now=now)
    wish_notices(addressees_of(file, author=by, inner=False, now=now), now=now)
    leave_trace(keys=keys, file=file, act="matter_changed", now=now)
