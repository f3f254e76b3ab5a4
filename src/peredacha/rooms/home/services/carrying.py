"""What is carried to the person, in a few words: for the family's page, and for what it takes along."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from peredacha.rooms.errands.services import errands_of, recipient_of, told_counter, told_pages
from peredacha.rooms.errands.services import summary_for as counted_for
from peredacha.rooms.letters.services import letters_as_text
from peredacha.rooms.letters.services import summary_for as letters_of
from peredacha.rooms.matters.services import MatterFile
from peredacha.rooms.parcels.services import ToldParcel, parcels_of, told_parcel
from peredacha.rooms.parcels.services import summary_for as open_parcels_of
from peredacha.rooms.vault.services import Keys
from peredacha.rooms.visits.services import VisitPage, told_page, visits_of
from peredacha.rooms.visits.services import summary_for as visit_of


@dataclass(frozen=True)
class Carried:
    """One line each; an empty one where there is nothing to say. Of parcels, the first three with what is next."""

    matter: UUID
    parcels: tuple[str, ...]
    counter: str
    letters: str
    visits: str


def told_carried(keys: Keys, file: MatterFile, *, now: datetime) -> Carried:
    """How parcels, the counter, letters and visits stand."""
    parcels, letters = open_parcels_of(keys, file, now), letters_of(keys, file, now=now)
    return Carried(
        matter=file.matter.id,
        parcels=tuple(f"{one.title}. {one.next or one.state}" for one in parcels.lines[:3]),
        counter=counted_for(keys, file, now=now).left,
        letters=letters_said(letters.state, letters.sent, letters.answered),
        visits=visit_of(keys, file, now=now).said,
    )


def letters_said(state: str, sent: int, answered: int) -> str:
    """How many letters went in and came out."""
    if state == "none" or not sent:
        return ""
    went = ngettext("%(n)s letter was sent", "%(n)s letters were sent", sent) % {"n": sent}
    return _("%(went)s, answered: %(answered)s.") % {"went": went, "answered": answered}


@dataclass(frozen=True)
class CarriedText:
    """One part of what the family takes along: its title and its lines."""

    title: str
    lines: tuple[str, ...]


def carried_as_text(keys: Keys, file: MatterFile, *, now: datetime) -> tuple[CarriedText, ...]:
    """What is known of the person for parcels, the counter, each parcel, letter, visit; empty parts are left out."""
    if errands_of(keys, file, now=now) is None:
        return ()
    today, counter = timezone.localdate(now), told_counter(keys, file, now=now)
    person = told_pages(recipient_of(keys, file, now=now), today=today)
    slots = tuple(f"{one.title}. {one.state} {one.more}".strip() for one in counter.slots)
    parts = [
        CarriedText(_("For the person inside"), named(person)),
        CarriedText(_("The counter"), (f"{counter.label}: {counter.big}", *slots)),
        *(parcel_as_text(told_parcel(one, now=now)) for one in parcels_of(keys, file, now=now)),
        CarriedText(_("Letters"), letters_as_text(keys, file, now=now)),
        *(visit_as_text(told_page(one, file, now=now)) for one in visits_of(keys, file, now=now)),
    ]
    return tuple(one for one in parts if one.lines)


def parcel_as_text(told: ToldParcel) -> CarriedText:
    """One parcel with what was wished, what lay in it and how it went."""
    steps = tuple(f"{one.when}. {one.who}: {one.what}" for one in told.history)
    return CarriedText(f"{told.title}. {told.state}", (*named(told.rows), *told.wishes, *told.lines, *steps))


def visit_as_text(told: VisitPage) -> CarriedText:
    """One visit with who goes and how it went."""
    steps = tuple(" ".join(filter(None, (one["when"], one["who"], one["what"]))) for one in told.history)
    return CarriedText(f"{told.title}. {told.state}", (*named(told.rows), *steps))


def named(rows: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """Names with their values."""
    return tuple(f"{name}: {value}" for name, value in rows)
