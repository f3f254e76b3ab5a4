"""A reception with its telephone: what Pavel types, and how the pages answer."""

import re
from typing import Any
from uuid import uuid4

from django.http import HttpResponse
from django.test import Client
from tests.rooms.matters.world import file_of, keys, reception
from tests.rooms.people.world import Enrolled, enrol

from peredacha.rooms.matters.models import Matter
from peredacha.rooms.matters.services import MatterFile
from peredacha.rooms.vault.models import CircleName
from peredacha.rooms.vault.selectors import find_circle
from peredacha.rooms.vault.services import seat_member

CALL = {
    "who": "Смирнов Пётр Ильич",
    "birth_year": "1987",
    "stage": "detention",
    "region": "RU-ZRC",
    "whereabouts": "there",
    "place": "ОВД Тверской",
    "asks": ["lawyer", "person"],
    "words": "Забрали вечером с площади.",
    "name": "Вера",
    "way": "phone",
    "value": "+7 900 000-00-00",
    "language": "ru",
    "note": "Говорит шёпотом.",
}

__all__ = ["CALL", "beside", "file_of", "keys", "matter_of", "page", "reception", "sends", "ticket"]


def beside(pavel: Enrolled, name: str) -> Enrolled:
    """Another coordinator with a seat in Pavel's reception."""
    other = enrol(name, ("coordinator",), pavel.member.chapter)
    circle = find_circle(pavel.member.chapter, CircleName.RECEPTION)
    assert circle is not None
    seat_member(keys=keys(pavel), circle=circle, member=other.member)
    return other


def page(answer: HttpResponse) -> str:
    """What stands on the page."""
    return answer.content.decode()


def ticket(text: str) -> str:
    """The random number, or the sealed ticket, of the form on a page."""
    found = re.search(r'name="ticket" value="([^"]+)"', text)
    assert found is not None
    return found[1]


def sends(client: Client, url: str, form: dict[str, Any], **changes: Any) -> HttpResponse:
    """A filled form is sent, with a ticket of its own unless one is given."""
    data = {"ticket": str(uuid4()), **form, **changes}
    answer: HttpResponse = client.post(url, {key: value for key, value in data.items() if value is not None})  # type: ignore[assignment]
    return answer


def matter_of(answer: HttpResponse) -> Matter:
    """The matter to which the answer leads."""
    found = re.search(r"/saved/([0-9a-f-]{36})/", answer["Location"])
    assert found is not None
    return Matter.objects.get(id=found[1])


def whole(pavel: Enrolled, matter: Matter) -> MatterFile:
    """The file of a matter as Pavel opens it now."""
    return file_of(keys(pavel), matter)
