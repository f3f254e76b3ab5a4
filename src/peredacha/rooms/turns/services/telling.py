"""The list in words: who, why, and the one button."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from peredacha.core.turns import KINDS, Kind
from peredacha.rooms.people.models import RoleKind
from peredacha.rooms.people.selectors import roles_of
from peredacha.rooms.turns.services.listing import Seen, first_to_pack, turns_of
from peredacha.rooms.vault.services import Keys

WEEK = 7
FOR_PACKERS: tuple[Kind, ...] = ("parcel", "visit", "place")


@dataclass(frozen=True)
class ToldTurn:
    """Somebody in the list."""

    name: str
    why: str
    more: str
    url: str
    act: str


def kinds_for(keys: Keys, *, now: datetime) -> tuple[Kind, ...]:
    """What a helper can do about: everything for who reads matters, things and rides for who packs."""
    roles = roles_of(keys.member, timezone.localdate(now)) if keys.member else frozenset()
    return KINDS if RoleKind.COORDINATOR in roles else FOR_PACKERS


def told_turns(keys: Keys, *, kind: str, now: datetime) -> list[ToldTurn]:
    """Whose turn it is, in words; ``kind`` is one of KINDS, or empty for all that the helper can do about."""
    chapter, kinds = keys.member.chapter if keys.member else "", kinds_for(keys, now=now)
    wanted = next((one for one in kinds if one == kind), None)
    if wanted is None and kinds != KINDS:
        wanted = kinds[0]
    seen = turns_of(keys, chapter, kind=wanted, now=now)
    return [told(one, wanted or one.turn.worst or KINDS[0]) for one in seen]


def way_to_pack(keys: Keys, *, now: datetime) -> str:
    """The page on which something is packed for whoever waits longest; the list where nobody does."""
    found = first_to_pack(keys, keys.member.chapter if keys.member else "", now=now)
    if found is None:
        return f"{reverse('turns:turns')}?kind=parcel"
    if found.parcel:
        return reverse("parcels:parcel", args=[found.parcel])
    return way(found, "parcel", reads=found.card is not None)[0]


def told(one: Seen, kind: Kind) -> ToldTurn:
    """One line: the name only for who reads the matter, the alias for everybody else."""
    reads = one.card is not None
    url, act = way(one, kind, reads=reads)
    others = [other for other in KINDS if other != kind and one.turn.days.get(other, 0) >= 4 * WEEK]
    more = " ".join(reason(other, one.turn.days[other], other in one.turn.never) for other in others[:1])
    return ToldTurn(named(one), reason(kind, one.turn.days[kind], kind in one.turn.never), more, url, act)


def named(one: Seen) -> str:
    """Who it is, as far as this helper may know."""
    if one.card:
        name = " ".join(filter(None, (one.card.surname, one.card.given)))
        return name or one.card.alias or _("Without a name")
    alias = one.served.alias if one.served else ""
    return alias or _("Somebody without an alias yet")


def way(one: Seen, kind: Kind, *, reads: bool) -> tuple[str, str]:
    """The page on which something is done about it, and the words on the button."""
    matter = {"matter": one.row.matter_id}
    if not reads:
        url = reverse("visits:rides") if kind == "visit" else reverse("errands:carried", args=[one.row.id])
        return url, {"visit": _("Find seats"), "place": _("Ask where he is")}.get(kind, _("See what to pack"))
    ways = {
        "letter": (reverse("letters:matter", kwargs=matter), _("Write")),
        "parcel": (reverse("parcels:ask", kwargs=matter), _("Pack")),
        "visit": (reverse("visits:matter", kwargs=matter), _("Ride")),
        "contact": (reverse(settings.MATTER_HOME, args=[one.row.matter_id]), _("Call")),
        "place": (reverse("errands:person", kwargs=matter), _("Ask where he is")),
    }
    return ways[kind]


def reason(kind: Kind, days: int, never: bool) -> str:
    """Why it is this one's turn."""
    n = days // WEEK
    if never:
        return never_said(kind)
    if not n:
        return recent_said(kind)
    said = {
        "letter": ngettext("No letter for %(n)s week.", "No letter for %(n)s weeks.", n),
        "parcel": ngettext("No parcel for %(n)s week.", "No parcel for %(n)s weeks.", n),
        "visit": ngettext("No visit for %(n)s week.", "No visit for %(n)s weeks.", n),
        "contact": ngettext("No word for %(n)s week.", "No word for %(n)s weeks.", n),
        "place": ngettext(
            "For %(n)s week nobody has confirmed where he is.",
            "For %(n)s weeks nobody has confirmed where he is.",
            n,
        ),
    }
    return said[kind] % {"n": n}


def never_said(kind: Kind) -> str:
    """That there never was any."""
    return {
        "letter": _("No letter yet."),
        "parcel": _("No parcel yet."),
        "visit": _("No visit yet, as far as we know."),
        "contact": _("No word yet."),
        "place": _("Nobody has ever confirmed where he is."),
    }[kind]


def recent_said(kind: Kind) -> str:
    """That it was only just now."""
    return {
        "letter": _("A letter within these seven days."),
        "parcel": _("A parcel within these seven days."),
        "visit": _("A visit within these seven days."),
        "contact": _("A word within these seven days."),
        "place": _("The place was confirmed within these seven days."),
    }[kind]


def kind_words(kinds: Collection[Kind]) -> list[tuple[str, str]]:
    """The filters in words."""
    names: dict[Kind, str] = {
        "letter": _("Letters"),
        "parcel": _("Parcels"),
        "visit": _("Visits"),
        "contact": _("Contact"),
        "place": _("Where they are"),
    }
    return [(one, names[one]) for one in KINDS if one in kinds]
