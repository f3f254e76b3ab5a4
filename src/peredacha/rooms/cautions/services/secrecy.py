"""Undertakings of secrecy: recorded, narrowed, lifted; and what may not leave as a file while one is in force."""

import re
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, Literal, TypeAlias
from uuid import UUID, uuid4

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from peredacha.core.facts import Told, Undertaking
from peredacha.design.wording import one_in_words
from peredacha.rooms.cautions.services.stepping import is_name
from peredacha.rooms.conversations.services import addressees_of, author_of, wish_notices
from peredacha.rooms.matters.services import MatterFile, leave_trace, tell
from peredacha.rooms.people.selectors import roles_of
from peredacha.rooms.vault.services import Keys

Kind: TypeAlias = Literal["paper", "page", "binder", "card", "talk"]
"""A filing made here, a page that came from the case, a bundle of pages, a court's public card, words of the talk."""
NEVER: tuple[Kind, ...] = ("card", "talk")
"""A court shows its card to everybody; what a family says to its helpers is its own."""
LONG_WORD = re.compile(r"\w{3,}")
STEM = 5


class NotYours(Exception):
    """Only the family, or a lawyer, can say that less is secret; another helper where the family has no words."""


@dataclass(frozen=True, repr=False)
class Secrecy:
    """The undertakings that are in force in a matter: at least one."""

    signed: tuple[Undertaking, ...]

    def covers(self, kind: Kind, made_on: date | None, name: str) -> bool:
        """Whether it may not leave as a file. What cannot be told apart is covered.

        ``made_on``: the day of the material, None where nobody knows; ``name``: its title or the name of its file. For
        a bundle ask of each page in it, as a "page"; "binder" is a bundle of which nothing more is known.
        """
        return kind not in NEVER and any(is_covered(one, kind, made_on, name) for one in self.signed)

    @property
    def why(self) -> str:
        """One sentence to show where something is held back."""
        day = min(one.signed_on for one in self.signed)
        return _(
            "An undertaking of secrecy was signed on %(day)s. What it covers can be read here, and does not leave as "
            "a file. Ask a lawyer what it really covers."
        ) % {"day": one_in_words(date.fromisoformat(day))}

    def left_out(self, number: int) -> str:
        """One sentence for a file of everything from which ``number`` parts were held back; empty for none."""
        if not number:
            return ""
        return ngettext(
            "%(n)s part is not in this file, because of an undertaking of secrecy. It stays on your pages.",
            "%(n)s parts are not in this file, because of an undertaking of secrecy. They stay on your pages.",
            number,
        ) % {"n": number}


def is_covered(one: Undertaking, kind: Kind, made_on: date | None, name: str) -> bool:
    """Whether one undertaking holds this back."""
    if kind == "paper" and one.filings_free_on:
        return False
    if one.covers == "named":
        return any(alike(told, name) for told in one.named)
    if one.covers == "days" and made_on:
        day = made_on.isoformat()
        return (not one.since or one.since <= day) and (not one.until or day <= one.until)
    return True


def alike(told: str, name: str) -> bool:
    """Whether a title that was written by hand may mean this name: the words of one all stand in the other.

    Words are compared by their beginnings, so that cases and order do not matter. A name without words may be anything.
    """
    first, second = stems(told), stems(name)
    return not first or not second or first <= second or second <= first


def stems(text: str) -> set[str]:
    """The beginnings of the longer words."""
    return {word[:STEM] for word in LONG_WORD.findall(text.casefold().replace("ё", "е"))}


def undertakings_of(file: MatterFile) -> tuple[tuple[Undertaking, Told], ...]:
    """Every undertaking by the last word on it, in the order in which they were recorded."""
    found: dict[str, tuple[Undertaking, Told]] = {}
    for entry in file.entries:
        fact = entry.told.fact
        if isinstance(fact, Undertaking) and not entry.inner and is_name(fact.key):
            found[fact.key] = (fact, entry.told)
    return tuple(found.values())


def secrecy_of(file: MatterFile, now: datetime) -> Secrecy | None:
    """What must stay secret in a matter now; None when nothing was signed, or everything was lifted."""
    today = timezone.localdate(now).isoformat()
    signed = [one for one, _told in undertakings_of(file)]
    in_force = tuple(one for one in signed if not (one.lifted_on and one.lifted_on <= today))
    return Secrecy(in_force) if in_force else None


def may_change(keys: Keys, file: MatterFile, now: datetime) -> bool:
    """Whether these keys may say that less is secret."""
    if keys.member is None or file.matter.family_id is None:
        return True
    return "lawyer" in roles_of(keys.member, timezone.localdate(now))


def record_undertaking(
    *, keys: Keys, file: MatterFile, signer: Any, who: str, signed_on: date, now: datetime
) -> UUID:
    """Record that somebody signed; from now on all material is covered, until somebody says what exactly is."""
    fact = Undertaking(key=str(uuid4()), signer=signer, who=who, signed_on=signed_on.isoformat())
    keep(keys, file, fact, now)
    return UUID(fact.key)


def change_cover(
    *,
    keys: Keys,
    file: MatterFile,
    fact: Undertaking,
    now: datetime,
    covers: Any,
    named: tuple[str, ...] = (),
    since: date | None = None,
    until: date | None = None,
) -> None:
    """Say what an undertaking covers. Raises NotYours."""
    must_be_allowed(keys, file, now)
    first, last = (day.isoformat() if day else "" for day in (since, until))
    keep(keys, file, replace(fact, covers=covers, named=named, since=first, until=last), now)


def free_filings(
    *, keys: Keys, file: MatterFile, fact: Undertaking, on: date, words: str, now: datetime
) -> None:
    """A lawyer says that papers to the court and the prosecutor may leave; ``words``: who. Raises NotYours."""
    must_be_allowed(keys, file, now)
    keep(keys, file, replace(fact, filings_free_on=on.isoformat(), filings_free_by=words), now)


def lift(*, keys: Keys, file: MatterFile, fact: Undertaking, on: date, words: str, now: datetime) -> None:
    """The undertaking no longer binds; ``words``: why. Raises NotYours."""
    must_be_allowed(keys, file, now)
    keep(keys, file, replace(fact, lifted_on=on.isoformat(), lifted_reason=words), now)


def must_be_allowed(keys: Keys, file: MatterFile, now: datetime) -> None:
    """Raises NotYours."""
    if not may_change(keys, file, now):
        raise NotYours


@transaction.atomic
def keep(keys: Keys, file: MatterFile, fact: Undertaking, now: datetime) -> None:
    """Tell it as a new fact, once; everybody who reads the matter hears that there is something new."""
    if fact in [one for one, _told in undertakings_of(file)]:
        return
    by = author_of(keys)
    tell(keys=keys, file=file, fact=fact, author=by, now=now)
    wish_notices(addressees_of(file, author=by, inner=False, now=now), now=now)
    leave_trace(keys=keys, file=file, act="matter_changed", now=now)
