"""Who comes with a session and has no business at Vera's matter."""

from collections.abc import Callable
from datetime import timedelta
from uuid import uuid4

from django.test import Client
from django.utils import timezone
from tests.attacks.world import NINAS, House, told
from tests.rooms.matters.world import asks, keys
from tests.rooms.people.world import Enrolled, enrol
from tests.rooms.vault.world import founder

from peredacha.core.sealing import KeyPair
from peredacha.rooms.people.models import Member, MemberState, Role, RoleKind
from peredacha.rooms.people.services import COOKIE, HELPER, begin_visit
from peredacha.rooms.people.services.factors import new_totp_secret
from peredacha.rooms.people.services.sessions import ASKED, FACTOR, JOINING
from peredacha.rooms.vault.models import CircleName
from peredacha.rooms.vault.services import found_circle

FURTHER = (RoleKind.VETERAN, RoleKind.LAWYER, RoleKind.PACKER, RoleKind.WRITER)
"""Roles beside those of a founder."""


def igor(_house: House) -> Client:
    """The stranger."""
    return Client()


def of_another_chapter(_house: House) -> Client:
    """Boris leads the chapter of another city: every role, every circle, none of it here."""
    boris = founder("Boris", "far")
    today = timezone.localdate()
    for circle in (CircleName.PACKERS, CircleName.WRITERS):
        found_circle(keys=keys(boris), chapter="far", name=circle)
    for kind in FURTHER:
        Role.objects.create(
            member=boris.member, kind=kind, starts_on=today, ends_on=today + timedelta(days=9)
        )
    return boris.client


def of_no_matter(_house: House) -> Client:
    """Maria, a veteran of the same chapter, stands by nobody."""
    return enrol("Maria").client


def paused(_house: House) -> Client:
    """The same, while she takes a rest."""
    tanya = enrol("Tanya")
    Member.objects.filter(pk=tanya.member.pk).update(state=MemberState.PAUSED)
    return tanya.client


def expired(house: House) -> Client:
    """Anna after the end of her role: her grants still stand in the database."""
    yesterday = timezone.localdate() - timedelta(days=1)
    Role.objects.filter(member=house.anna.member).update(ends_on=yesterday)
    return house.anna.client


def frozen(house: House) -> Client:
    """Anna, whom the team froze a minute ago."""
    Member.objects.filter(pk=house.anna.member.pk).update(state=MemberState.FROZEN)
    return house.anna.client


def half_open(house: House) -> Client:
    """Somebody with Anna's passphrase, before her second factor."""
    return visitor(house.anna, {FACTOR: ASKED})


def joining(_house: House) -> Client:
    """Somebody with an invitation, before the last step."""
    client = Client()
    pair, extra = KeyPair.fresh().packed(), {"secret": new_totp_secret(), "member": "{}"}
    visit = begin_visit(kind=JOINING, subject=uuid4(), keys=pair, now=timezone.now(), extra=extra)
    client.cookies[COOKIE] = visit.token
    return client


def another_family(_house: House) -> Client:
    """Ruslan, who has asked for his brother and has a matter of his own."""
    return asks(*told(NINAS)).client


def visitor(helper: Enrolled, extra: dict[str, str]) -> Client:
    """A new browser of a helper with this state of the visit."""
    client = Client()
    visit = begin_visit(
        kind=HELPER, subject=helper.member.id, keys=helper.pair.packed(), now=timezone.now(), extra=extra
    )
    client.cookies[COOKIE] = visit.token
    return client


Comes = Callable[[House], Client]
