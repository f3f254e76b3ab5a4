"""Vera and her phone: hearings are told and moved, and the phone asks its address as a calendar does."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import vobject
from django.conf import settings
from django.test import Client
from django.utils import timezone
from icalendar import Calendar
from tests.rooms.matters.world import ANSWERS, FamilyAtDoor, file_of, keys
from tests.rooms.matters.world import asks as asks_for
from tests.rooms.people.world import Enrolled

from peredacha.core.facts import Fact, Hearing, Reach, Request
from peredacha.rooms.calendars.services import Dated, publish
from peredacha.rooms.conversations.services import author_of
from peredacha.rooms.matters.services import tell
from peredacha.rooms.people.services import visit_of
from peredacha.rooms.vault.services import Keys

COURT = "Верхнебродский городской суд"
TOKEN = 32
ADDRESS = "vera-7f3a91@example.org"


def vera_asks(region: str = "RU-ZRC", **reach: Any) -> FamilyAtDoor:
    """Vera asks from a region; letters may go to her address."""
    request = Request(asks=("person",), words="Помогите.", answers={**ANSWERS, "region": region}, name="Вера")
    return asks_for(request, Reach(**{"way": "mail", "value": ADDRESS, "notices": True, **reach}))


def keys_of(who: Enrolled | FamilyAtDoor) -> Keys:
    """What somebody can open with."""
    return who.keys if isinstance(who, FamilyAtDoor) else keys(who)


def tells(
    who: Enrolled | FamilyAtDoor, vera: FamilyAtDoor, *facts: Fact, now: datetime | None = None
) -> None:
    """Somebody tells facts about Vera's matter; then calendars hear of them, as the pages do it."""
    opener, at = keys_of(who), now or timezone.now()
    file = file_of(opener, vera.matter)
    for fact in facts:
        file = tell(keys=opener, file=file, fact=fact, author=author_of(opener), now=at)
    publish(keys=opener, file=file, now=at)


def publishes(
    who: Enrolled | FamilyAtDoor,
    vera: FamilyAtDoor,
    told: Mapping[str, Sequence[Dated]] | None = None,
    now: datetime | None = None,
) -> None:
    """Calendars hear what is true now."""
    opener = keys_of(who)
    publish(keys=opener, file=file_of(opener, vera.matter), told=told, now=now or timezone.now())


def hearing(at: str, court: str = COURT, **more: Any) -> Hearing:
    """A hearing in the court of the demo chapter."""
    return Hearing(at=at, court=court, **more)


def makes(client: Client, where: str = "/dates/new/") -> str:
    """Somebody makes an address on the page; gives its path, as it is shown."""
    answer = client.post(where, follow=True)
    page = answer.content.decode()
    shown = page.partition("/dates/feed/")[2]
    assert len(shown) > TOKEN, page
    assert f"webcal:{settings.SITE_ADDRESS.partition(':')[2]}/dates/feed/" in page
    return f"/dates/feed/{shown[:TOKEN]}.ics"


def asks(address: str, **headers: str) -> Any:
    """A phone asks its address: no cookie, nothing else."""
    return Client().get(address, headers=headers)


def read(address: str) -> dict[str, Any]:
    """The dates that a phone reads, by identity; a second parser must read the same."""
    body = asks(address).content
    found: Any = Calendar.from_ical(body)
    events = {str(one["uid"]): one for one in found.walk("VEVENT")}
    other = vobject.readOne(body.decode())
    elsewhere = {one.uid.value: one for one in getattr(other, "vevent_list", [])}
    assert {uid: one["dtstart"].dt for uid, one in events.items()} == {
        uid: one.dtstart.value for uid, one in elsewhere.items()
    }
    assert {uid: str(one["status"]) for uid, one in events.items()} == {
        uid: one.status.value for uid, one in elsewhere.items()
    }
    return events


def only(address: str) -> Any:
    """The one date that a phone reads."""
    [one] = read(address).values()
    return one


def says(one: Any) -> tuple[datetime, int, str]:
    """When a date is, how often it was changed, and how it stands."""
    return one["dtstart"].dt, int(one["sequence"]), str(one["status"])


def shown_token(client: Client) -> str | None:
    """The address that the visit of this browser still holds."""
    request = client.get("/dates/").wsgi_request
    visit = visit_of(request)
    return visit.extra.get("calendars_token") if visit else None
