"""A chapter at work: Pavel in the reception, Vera who asks, Anna who stands by her."""

import secrets
from dataclasses import dataclass
from datetime import datetime

from django.test import Client
from django.utils import timezone
from tests.rooms.people.world import Enrolled, enrol

from peredacha.core.facts import Fact, Reach, Request
from peredacha.core.sealing import ReturnCode
from peredacha.rooms.matters.models import Matter
from peredacha.rooms.matters.services import MatterFile, Opened, open_file, open_request
from peredacha.rooms.people.services import COOKIE, begin_visit
from peredacha.rooms.vault.models import CircleName
from peredacha.rooms.vault.services import Keys, found_circle, keys_of

ANSWERS = {
    "door": "detained",
    "stage": "detention",
    "kin": "parent",
    "region": "RU-ZRC",
    "whereabouts": "unknown",
}


def keys(helper: Enrolled) -> Keys:
    """What a helper can open with now."""
    return keys_of(helper.visit, helper.member)


def reception(name: str = "Pavel", chapter: str = "demo") -> Enrolled:
    """A coordinator who founded the reception of a chapter."""
    helper = enrol(name, ("coordinator", "steward"), chapter)
    found_circle(keys=keys(helper), chapter=chapter, name=CircleName.RECEPTION)
    return helper


@dataclass
class FamilyAtDoor:
    """A family that has asked: its matter, keys, words, and a browser with an open visit."""

    matter: Matter
    keys: Keys
    code: ReturnCode
    client: Client


def asks(
    *facts: Fact, chapter: str = "demo", now: datetime | None = None, words: str = "Сына забрали ночью."
) -> FamilyAtDoor:
    """A family asks for a person and has not left yet."""
    at = now or timezone.now()
    told = facts or (
        Request(asks=("person",), words=words, answers=ANSWERS, name="Вера"),
        Reach(way="mail", value="vera@example.org", notices=True),
    )
    opened = open_request(chapter=chapter, ticket=secrets.token_bytes(32), language="ru", facts=told, now=at)
    assert isinstance(opened, Opened)
    visit = begin_visit(kind="family", subject=opened.keys.holder, keys=opened.keys.pair.packed(), now=at)
    client = Client()
    client.cookies[COOKIE] = visit.token
    return FamilyAtDoor(opened.matter, opened.keys, opened.code, client)


def file_of(opener: Keys, matter: Matter) -> MatterFile:
    """The file of a matter as these keys open it; it must open."""
    matter.refresh_from_db()
    file = open_file(opener, matter, now=timezone.now())
    assert file is not None
    return file
