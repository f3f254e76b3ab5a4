"""Helpers as other rooms meet them: enrolled in a moment, signed in, with a browser of their own."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.test import Client
from django.utils import timezone

from peredacha.core.sealing import KeyPair
from peredacha.rooms.people.models import Member, RoleKind
from peredacha.rooms.people.services import COOKIE, HELPER, Visit, begin_visit
from peredacha.rooms.people.services.enrolling import draft_member, give_first_roles

PASSPHRASE = "четыре рыжих кота и один трамвай"
A_YEAR = timedelta(days=365)


@dataclass
class Enrolled:
    """A helper with keys and a browser that is signed in. The login is the name in small letters."""

    member: Member
    pair: KeyPair
    client: Client
    visit: Visit
    login: str


def enrol(
    name: str,
    kinds: Iterable[str] = (RoleKind.VETERAN,),
    chapter: str = "demo",
    *,
    until: date | None = None,
    invited_by: Member | None = None,
) -> Enrolled:
    """A member of ``chapter`` with these roles from yesterday, whole visit begun, cookie in the browser."""
    today = timezone.localdate()
    pair = KeyPair.fresh()
    member = draft_member(
        chapter=chapter, login=name.lower(), name=name, passphrase=PASSPHRASE, pair=pair, today=today
    )
    member.invited_by = invited_by
    member.save()
    give_first_roles(
        member=member,
        kinds=tuple(kinds),
        starts_on=today - timedelta(days=1),
        ends_on=until or today + A_YEAR,
        by=None,
    )
    visit = begin_visit(kind=HELPER, subject=member.id, keys=pair.packed(), now=timezone.now())
    client = Client()
    client.cookies[COOKIE] = visit.token
    return Enrolled(member, pair, client, visit, name.lower())
