"""The invented people of a demo chapter: helpers with published passphrases, families with invented trouble."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.utils import timezone

from peredacha.core.facts import Request
from peredacha.core.sealing import KeyPair
from peredacha.rooms.matters.models import Matter
from peredacha.rooms.matters.services import open_request
from peredacha.rooms.people.models import Member
from peredacha.rooms.people.selectors import find_login
from peredacha.rooms.people.services import (
    HELPER,
    Visit,
    box_for_recovery,
    draft_member,
    give_first_roles,
    make_printed_codes,
)
from peredacha.rooms.vault.models import CircleName
from peredacha.rooms.vault.selectors import FITTING, find_circle, seated_members
from peredacha.rooms.vault.services import Keys, found_circle, fresh_keys, keys_of, seat_member
from peredacha.rooms.veterans.models import ProfileContent
from peredacha.rooms.veterans.services import save_profile

A_YEAR = timedelta(days=365)
FOUNDED = (CircleName.RECEPTION, CircleName.PACKERS, CircleName.WRITERS)
"""The circles that stand from the first day."""


@dataclass(frozen=True)
class DemoHelper:
    """How one invented helper signs in."""

    name: str
    login: str
    passphrase: str
    codes: tuple[str, ...]


def make_people(chapter: str, people: Mapping[str, Any]) -> list[DemoHelper]:
    """Make the helpers that are missing, found the circles, let the families ask; gives the ways to sign in."""
    helpers, leader = [], None
    for told in people["helpers"]:
        member = find_login(told["login"])
        if member is None:
            made = make_helper(chapter, told)
            leader, member = take_seats(chapter, made, leader), made.member
        codes = make_printed_codes(member=member)
        helpers.append(DemoHelper(told["name"], told["login"], told["passphrase"], tuple(codes)))
    if not Matter.objects.filter(chapter=chapter).exists():
        for told in people["families"]:
            make_family(chapter, told)
    return helpers


@dataclass(frozen=True, repr=False)
class Made:
    """A helper who has just been made, with keys."""

    member: Member
    keys: Keys
    roles: frozenset[str]


def make_helper(chapter: str, told: Mapping[str, Any]) -> Made:
    """One helper with keys, roles and a card."""
    today = timezone.localdate()
    pair = KeyPair.fresh()
    member = draft_member(
        chapter=chapter,
        login=told["login"],
        name=told["name"],
        passphrase=told["passphrase"],
        pair=pair,
        today=today,
    )
    box_for_recovery(member, words=secrets.token_bytes(16), pair=pair)
    member.save()
    give_first_roles(
        member=member, kinds=tuple(told["roles"]), starts_on=today, ends_on=today + A_YEAR, by=None
    )
    keys = keys_for(member, pair)
    if told.get("profile"):
        save_profile(keys=keys, content=ProfileContent.unpacked(told["profile"]), now=timezone.now())
    return Made(member, keys, frozenset(told["roles"]))


def take_seats(chapter: str, made: Made, leader: Keys | None) -> Keys | None:
    """The first coordinator founds the circles; who packs or writes letters gets a seat. Gives the founder's keys."""
    if leader is None and "coordinator" in made.roles:
        for name in FOUNDED:
            circle = find_circle(chapter, name)
            if not (circle and seated_members(circle)):
                found_circle(keys=made.keys, chapter=chapter, name=name)
        return fresh_keys(made.keys)
    for name in FOUNDED if leader else ():
        circle = find_circle(chapter, name)
        if leader and circle and FITTING[name] in made.roles:
            seat_member(keys=leader, circle=circle, member=made.member)
    return leader


def keys_for(member: Member, pair: KeyPair) -> Keys:
    """The keys of a helper who has just been made, without a visit."""
    now = timezone.now()
    return keys_of(Visit(HELPER, member.id, pair.packed(), {}, now, ""), member)


def make_family(chapter: str, told: Mapping[str, Any]) -> None:
    """One invented family asks; nobody keeps its words."""
    request = Request(
        asks=tuple(told["asks"]),
        words=told["words"],
        danger=told["danger"],
        answers=dict(told["answers"]),
        language="ru",
        name=told["name"],
        received_on=timezone.localdate().isoformat(),
    )
    open_request(
        chapter=chapter, ticket=secrets.token_bytes(32), language="ru", facts=[request], now=timezone.now()
    )
