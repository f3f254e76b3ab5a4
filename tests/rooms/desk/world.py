"""A shift at work: Pavel and Oleg in the reception, Anna the veteran, Larisa the lawyer, families who ask."""

from datetime import timedelta
from typing import Any

from django.utils import timezone
from tests.rooms.matters.world import FamilyAtDoor, asks, file_of, keys
from tests.rooms.people.world import Enrolled, enrol

from peredacha.core.facts import Fact, Request
from peredacha.rooms.matters.models import Claim, Matter
from peredacha.rooms.matters.services import MatterFile
from peredacha.rooms.vault.models import CircleName
from peredacha.rooms.vault.selectors import find_circle
from peredacha.rooms.vault.services import grant, holder_of, seat_member


def beside(pavel: Enrolled, name: str = "Oleg") -> Enrolled:
    """A second coordinator who sits in the reception."""
    helper = enrol(name, ("coordinator",), pavel.member.chapter)
    circle = find_circle(pavel.member.chapter, CircleName.RECEPTION)
    assert circle is not None
    seat_member(keys=keys(pavel), circle=circle, member=helper.member)
    return helper


def family(name: str = "Вера", *more: Fact, **told: Any) -> FamilyAtDoor:
    """A family that asks for a person under this name."""
    request: dict[str, Any] = {"asks": ("person",), "words": "Помогите.", "name": name, **told}
    return asks(Request(**request), *more)


def lets_in(pavel: Enrolled, helper: Enrolled, matter: Matter) -> None:
    """Grant both safes to a helper, as mentoring does."""
    file = file_of(keys(pavel), matter)
    for opened in (file.safe, file.inner):
        assert opened is not None
        grant(keys=keys(pavel), opened=opened, holder=holder_of(helper.member))


def sees(helper: Enrolled, matter: Matter) -> MatterFile:
    """The matter as this helper opens it now."""
    return file_of(keys(helper), matter)


def page(helper: Enrolled, address: str) -> str:
    """A page that must open."""
    answer = helper.client.get(address)
    assert answer.status_code == 200, (address, answer.status_code)
    return str(answer.content.decode())


def home(vera: FamilyAtDoor) -> str:
    """The family's own page."""
    return str(vera.client.get("/mine/").content.decode())


def at(matter: Matter, part: str = "") -> str:
    """The address of a matter, or of one of its parts."""
    return f"/desk/matters/{matter.id}/{part}"


def in_days(number: int) -> str:
    """A day from today as ISO text."""
    return (timezone.localdate() + timedelta(days=number)).isoformat()


def day_parts(prefix: str, number: int) -> dict[str, str]:
    """A day from today as a form sends it."""
    day = timezone.localdate() + timedelta(days=number)
    return {f"{prefix}_0": str(day.day), f"{prefix}_1": str(day.month), f"{prefix}_2": str(day.year)}


def claims() -> int:
    """How many claims stand."""
    return Claim.objects.count()
