"""Referrals and readings for some hours, in words, for the helpers' page and for the family's."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from peredacha.core.facts import Referral
from peredacha.design.wording import one_in_words
from peredacha.rooms.desk.services.acting import author_of
from peredacha.rooms.desk.services.words import moment_of
from peredacha.rooms.matters.services import (
    MatterFile,
    NotAllowed,
    ask_referral,
    move_referral,
    open_for_hours,
    terms_of,
)
from peredacha.rooms.people.models import RoleKind
from peredacha.rooms.people.selectors import display_name, find_in_chapter, members_with
from peredacha.rooms.vault.services import Keys


@dataclass(frozen=True)
class ToldReferral:
    """One referral as it stands."""

    key: str
    to: str
    what_for: str
    state: str
    state_words: str
    since: str
    moves: tuple[tuple[str, str], ...]
    """What a helper can note next: (state, words)."""
    may_read: bool
    """Whether a lawyer can be let in for it."""


@dataclass(frozen=True)
class ToldReading:
    """Somebody who reads until a moment, or has read."""

    member: UUID
    name: str
    until: str
    purpose: str
    runs: bool


def told_referrals(file: MatterFile, *, for_family: bool = False) -> tuple[ToldReferral, ...]:
    """Every referral, the newest first, told to the helpers or to the family."""
    latest = list(file.latest(Referral).values())
    return tuple(
        told_referral(fact, told.at, bool(file.matter.family_id), for_family)
        for fact, told in reversed(latest)
        if isinstance(fact, Referral)
    )


def told_referral(fact: Referral, at: str, has_family: bool, for_family: bool) -> ToldReferral:
    """One referral in words; yes and no are a helper's to note only where the family has no words of return."""
    states = {
        "asked": _("The family was asked and has not answered yet."),
        "consented": _("You said yes.") if for_family else _("The family said yes."),
        "refused": _("You said no.") if for_family else _("The family said no."),
        "accepted": _("It was taken on."),
        "declined": _("It was not taken on."),
        "done": _("It is done."),
        "taken_back": _("It was taken back."),
    }
    acts = {
        "consented": _("The family said yes by telephone"),
        "refused": _("The family said no by telephone"),
        "accepted": _("Taken on"),
        "declined": _("Not taken on"),
        "done": _("Done"),
        "taken_back": _("Take back"),
    }
    after = {
        "asked": ("taken_back",) if has_family else ("consented", "refused", "taken_back"),
        "consented": ("accepted", "declined", "taken_back"),
        "accepted": ("done", "taken_back"),
    }.get(fact.state, ())
    moves = tuple((state, acts[state]) for state in after)
    may_read = fact.state in ("consented", "accepted")
    return ToldReferral(
        fact.key, fact.to, fact.what_for, fact.state, states[fact.state], moment_of(at), moves, may_read
    )


def told_readings(file: MatterFile, *, now: datetime) -> tuple[ToldReading, ...]:
    """Every reading for some hours, the newest first."""
    return tuple(
        ToldReading(
            one.member.id,
            display_name(one.member),
            one_in_words(timezone.localtime(one.term.ends_at)),
            one.term.purpose,
            one.runs,
        )
        for one in terms_of(file, now=now)
    )


def lawyers_for(keys: Keys, *, now: datetime) -> list[tuple[str, str]]:
    """Whom one may let in for some hours: the lawyers of the own chapter, but not oneself."""
    if keys.member is None:
        return []
    found = members_with(keys.member.chapter, RoleKind.LAWYER, timezone.localdate(now))
    return [(str(one.id), display_name(one)) for one in found if one.id != keys.member.id]


@transaction.atomic
def ask_family(*, keys: Keys, file: MatterFile, to: str, what_for: str, now: datetime) -> None:
    """Ask the family whether its matter may be shown."""
    ask_referral(keys=keys, file=file, to=to, what_for=what_for, author=author_of(keys), now=now)


@transaction.atomic
def note_referral(*, keys: Keys, file: MatterFile, key: str, state: str, now: datetime) -> None:
    """The next word on a referral, by who holds these keys. Raises NotAllowed."""
    move_referral(keys=keys, file=file, key=key, state=state, author=author_of(keys), now=now)


@transaction.atomic
def let_in(
    *, keys: Keys, file: MatterFile, key: str, member: str, hours: str, purpose: str, now: datetime
) -> None:
    """Let a lawyer read for some hours. Raises NotAllowed."""
    found = find_in_chapter(file.matter.chapter, UUID(member))
    if found is None:
        raise NotAllowed
    open_for_hours(keys=keys, file=file, key=key, member=found, hours=int(hours), purpose=purpose, now=now)
