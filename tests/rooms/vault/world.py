"""A chapter whose circles stand: Pavel who founded it, Oleg beside him, Vera who asked."""

from datetime import date

from django.utils import timezone
from tests.rooms.matters.world import keys
from tests.rooms.people.world import Enrolled, enrol

from peredacha.rooms.people.models import MemberState
from peredacha.rooms.vault.models import Circle, CircleName, Grant, Holder
from peredacha.rooms.vault.selectors import find_circle
from peredacha.rooms.vault.services import (
    OpenSafe,
    ensure_circles,
    open_safe,
    seat_member,
)


def today() -> date:
    """The day on which the play is given."""
    return timezone.localdate()


def founder(name: str = "Pavel", chapter: str = "demo") -> Enrolled:
    """The first steward and coordinator of a chapter: every circle stands, with one seat."""
    helper = enrol(name, ("coordinator", "steward"), chapter)
    ensure_circles(keys(helper), chapter, today=today())
    return helper


def seated(name: str, by: Enrolled, circle: str = CircleName.RECEPTION, kinds=("coordinator",)) -> Enrolled:
    """One more helper, to whom ``by`` gave a seat."""
    helper = enrol(name, kinds, by.member.chapter)
    seat_member(keys=keys(by), circle=circle_of(circle, by.member.chapter), member=helper.member)
    return helper


def circle_of(name: str = CircleName.RECEPTION, chapter: str = "demo") -> Circle:
    """A circle that stands."""
    found = find_circle(chapter, name)
    assert found is not None
    return found


def frozen(helper: Enrolled) -> None:
    """The team freezes an account."""
    helper.member.state = MemberState.FROZEN
    helper.member.save()


def opens(helper: Enrolled, safe) -> OpenSafe | None:
    """What a helper's keys open today."""
    return open_safe(keys(helper), getattr(safe, "id", safe), now=timezone.now())


def holder(helper: Enrolled) -> Holder:
    """A helper as a holder."""
    return Holder.objects.get(id=helper.member.id)


def grants_of(helper: Enrolled) -> int:
    """How many data keys are sealed to a helper in person."""
    return Grant.objects.filter(holder=helper.member.id).count()
