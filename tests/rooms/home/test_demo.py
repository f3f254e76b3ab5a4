"""The demo chapter: whoever opens it finds people at work, each with the keys of their circle."""

import io
from datetime import date

import pytest
import time_machine
from django.conf import settings
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from peredacha.rooms.people.selectors import find_login
from peredacha.rooms.stores.models import Movement
from peredacha.rooms.stores.services import store_of
from peredacha.rooms.tallies.selectors import cost_of_parcel
from peredacha.rooms.tallies.services import public_report
from peredacha.rooms.vault.selectors import find_circle, seated_members

pytestmark = pytest.mark.django_db


def sits_in(name: str) -> set[str]:
    """The logins that sit in a circle of the demo."""
    circle = find_circle("demo", name)
    assert circle
    seated = {one.id for one in seated_members(circle)}
    people = {login: find_login(login) for login in ("pavel", "anna", "larisa", "petya", "nina")}
    return {login for login, member in people.items() if member and member.id in seated}


def test_petya_packs_nina_writes_and_pavel_leads_in_the_demo() -> None:
    call_command("load_demo_people", str(settings.CHAPTER), stdout=io.StringIO())

    assert sits_in("reception") == {"pavel"}
    assert sits_in("packers") == {"pavel", "petya"}
    assert sits_in("writers") == {"pavel", "nina"}


def test_a_second_start_makes_nobody_twice() -> None:
    call_command("load_demo_people", str(settings.CHAPTER), stdout=io.StringIO())
    call_command("load_demo_people", str(settings.CHAPTER), stdout=io.StringIO())

    assert sits_in("packers") == {"pavel", "petya"}


def test_the_store_of_the_demo_is_full_and_no_fuller_after_a_second_start() -> None:
    for _start in range(2):
        call_command("load_demo_people", str(settings.CHAPTER), stdout=io.StringIO())

    store = store_of("demo", on=timezone.localdate())
    assert len(store.goods) >= 40
    assert sum(lot.pieces for lot in store.lots) == sum(
        one.pieces for one in Movement.objects.filter(lot__good__chapter="demo")
    )
    assert Movement.objects.count() == len(store.lots)


@time_machine.travel("2026-11-23 12:00")
def test_the_public_pages_of_the_demo_are_filled_say_that_they_are_invented_and_count_once() -> None:
    call_command("load_chapter", str(settings.CHAPTER), verbosity=0)
    for _start in range(2):
        call_command("load_demo_people", str(settings.CHAPTER), stdout=io.StringIO())

    cost = cost_of_parcel("", today=timezone.localdate())
    assert cost.is_enough and cost.parcels == 39 + 36 + 26 + 11
    delivered = next(one for one in public_report(date(2026, 10, 1)).went if "34" in one.lines[-1].number)
    assert delivered.lines[0].name == "Заречная область"
    for path in ("", "cost/", "months/2026-10/"):
        page = Client().get(f"/en/tallies/{path}", headers={"accept-language": "en"}).content.decode()
        assert "These numbers are invented" in page, path
