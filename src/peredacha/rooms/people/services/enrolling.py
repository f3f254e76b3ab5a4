"""A member's row is made, and its boxes are written under a passphrase and under printed words."""

from datetime import date, timedelta
from uuid import UUID, uuid4

from django.conf import settings
from django.db import transaction

from peredacha.core.sealing import KeyPair, fresh_salt, seal, subkey
from peredacha.rooms.people.models import Member, MemberState, Role
from peredacha.rooms.people.selectors import login_tag
from peredacha.rooms.people.services.stretching import stretch_in_turn

RECOVERY = "people.recovery"


def monday_of(day: date) -> date:
    """The Monday of the week of ``day``: exact days are not kept."""
    return day - timedelta(days=day.weekday())


def draft_member(
    *, chapter: str, login: str, name: str, passphrase: str, pair: KeyPair, today: date
) -> Member:
    """A member with keys and boxes that is not stored yet. Slow: never inside a transaction; AllPlacesTaken."""
    member = Member(
        id=uuid4(),
        chapter=chapter,
        state=MemberState.ACTIVE,
        since_week=monday_of(today),
        login_tag=login_tag(login),
        public_pair=pair.public.packed(),
    )
    member.name_box = seal(settings.NAMES_KEY, name.encode(), member.context("name"))
    box_keys(member, passphrase=passphrase, pair=pair)
    return member


def box_keys(member: Member, *, passphrase: str, pair: KeyPair) -> None:
    """Put the private keys into the box of a passphrase, with a new salt; stores nothing. Slow, as above."""
    salt = fresh_salt()
    stretched = stretch_in_turn(passphrase, salt, settings.HELPER_COST)
    member.salt, member.cost, member.verifier_hash = salt, settings.HELPER_COST, stretched.verifier
    member.box = seal(stretched.key, pair.packed(), member.context("box"))


def box_for_recovery(member: Member, *, words: bytes, pair: KeyPair) -> None:
    """Put the private keys into the box of the printed words [16 bytes]; stores nothing."""
    member.recovery_box = seal(subkey(words, RECOVERY), pair.packed(), member.context("recovery"))


def give_first_roles(
    *, member: Member, kinds: tuple[str, ...], starts_on: date, ends_on: date, by: UUID | None
) -> None:
    """The roles with which a member begins."""
    with transaction.atomic():
        for kind in kinds:
            Role.objects.create(
                member=member, kind=kind, starts_on=starts_on, ends_on=ends_on, given_by_id=by
            )
