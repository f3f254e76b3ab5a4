"""Vera's old mother Zoya wants to see Ilya and has no car; Boris the driver goes there on Saturday."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from urllib.parse import urlsplit
from uuid import UUID, uuid4

from django.http import HttpResponse
from django.test import Client
from django.utils import timezone
from tests.rooms.errands.world import errands_for, packing, today, vera_asks_for_food
from tests.rooms.matters.world import FamilyAtDoor, file_of, keys
from tests.rooms.people.world import Enrolled, enrol

from peredacha.rooms.facilities.models import Facility
from peredacha.rooms.vault.models import CircleName
from peredacha.rooms.vault.selectors import find_circle
from peredacha.rooms.vault.services import seat_member
from peredacha.rooms.visits.models import Ride
from peredacha.rooms.visits.services import OpenVisit, visits_of

DAY = timedelta(days=10)


@dataclass
class Chapter:
    """Pavel who leads, Petya who finds seats, Boris who drives, the colony."""

    pavel: Enrolled
    petya: Enrolled
    boris: Enrolled
    colony: Facility


def card(code: str = "ik9", kind: str = "colony", name: str = "ИК-9") -> Facility:
    """A card of a place where people are held."""
    found: Facility = Facility.objects.create(
        chapter="demo", code=code, kind=kind, region="RU-ZRC", name_ru=name, search=name.lower()
    )
    return found


def driving() -> Chapter:
    """A chapter with packers, a driver among them, and a colony."""
    made = packing()
    boris = enrol("Boris", ("packer",))
    circle = find_circle("demo", CircleName.PACKERS)
    assert circle
    seat_member(keys=keys(made.pavel), circle=circle, member=boris.member)
    return Chapter(made.pavel, made.petya, boris, card())


def vera_of(colony: Facility, **known: object) -> FamilyAtDoor:
    """A family whose son sits in that place."""
    vera = vera_asks_for_food()
    errands_for(vera.keys, vera, facility=colony.public_id, **known)
    return vera


def at(vera: FamilyAtDoor, page: str = "") -> str:
    """The address of a page of the family's visits."""
    return f"/en/visits/matters/{vera.matter.id}/{page}"


def boxes(moment: date) -> dict[str, str]:
    """A day in three boxes."""
    return {"on_0": str(moment.day), "on_1": str(moment.month), "on_2": str(moment.year)}


def wants(vera: FamilyAtDoor, on: date | None = None, seats: int = 0, kind: str = "short") -> str:
    """Vera wants a visit for her mother; gives the address of its page."""
    typed = {"kind": kind, "once": str(uuid4()), **(boxes(on) if on else {})}
    answer = vera.client.post(at(vera, "new/"), typed)
    assert answer.status_code == 302, answer.content.decode()
    page: str = answer["Location"].removesuffix("who/")
    told = {"who": "Зоя Кузнецова, бабушка", "wants_seats": str(seats), "from_where": "Соснов, вокзал"}
    assert vera.client.post(f"{page}who/", told).status_code == 302
    return page


def fixes(vera: FamilyAtDoor, page: str, on: date, client: Client | None = None) -> HttpResponse:
    """The day is fixed."""
    return (client or vera.client).post(f"{page}day/", boxes(on))  # type: ignore[return-value]


def visit_at(vera: FamilyAtDoor, page: str) -> OpenVisit:
    """The visit of a page as Vera opens it."""
    name = UUID(urlsplit(page).path.rstrip("/").rpartition("/")[2])
    found = visits_of(vera.keys, file_of(vera.keys, vera.matter), now=timezone.now())
    return next(one for one in found if one.id == name)


def drives(boris: Enrolled, colony: Facility, on: date, seats: int = 3) -> Ride:
    """Boris offers seats."""
    typed = {
        "facility": colony.public_id,
        "hour": "7:00",
        "from_where": "Соснов, вокзал",
        "seats": str(seats),
    }
    typed |= {"words": "Синие «Жигули»", "once": str(uuid4()), **boxes(on)}
    answer = boris.client.post("/en/visits/rides/new/", typed)
    assert answer.status_code == 302, answer.content.decode()
    return Ride.objects.get(id=answer["Location"].rstrip("/").rpartition("/")[2])


def gives(helper: Enrolled, ride: Ride, visit: OpenVisit) -> HttpResponse:
    """A helper gives a visit its seats."""
    return helper.client.post(f"/en/visits/rides/{ride.id}/give/", {"visit": str(visit.id)})  # type: ignore[return-value]


def text(response: HttpResponse) -> str:
    """What stands on the page, on one line."""
    plain = re.sub(r"<[^>]+>", " ", response.content.decode())
    return " ".join(plain.replace("\xa0", " ").split())


def soon() -> date:
    """The day of most visits here."""
    return today() + DAY
