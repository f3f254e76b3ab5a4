"""In every state Vera's page says who holds her matter and what happens next by when, and each sentence is true."""

from datetime import timedelta

import pytest
from django.utils import timezone, translation
from tests.rooms.desk.world import at, day_parts, family, home, in_days, page, sees
from tests.rooms.home.world import notes
from tests.rooms.matters.world import FamilyAtDoor, asks, keys, reception
from tests.rooms.people.world import Enrolled, enrol

from peredacha.core.facts import Author, Held, NextStep, Request
from peredacha.rooms.desk.services import day_in_words
from peredacha.rooms.home.services import file_of_family, told_stands
from peredacha.rooms.matters.models import Matter
from peredacha.rooms.matters.services import tell
from peredacha.rooms.mentoring.services import accept, begin_hand_over, confirm
from peredacha.rooms.people.models import MemberState

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo_cards")]


def day(iso: str) -> str:
    with translation.override("en"):
        return day_in_words(iso)


def stands(vera: FamilyAtDoor, later: int = 0):
    now = timezone.now() + timedelta(days=later)
    file = file_of_family(vera.keys, now=now)
    assert file is not None
    with translation.override("en"):
        return told_stands(file, now=now)


def proposed(pavel: Enrolled, vera: FamilyAtDoor, anna: Enrolled) -> None:
    confirm(keys=keys(pavel), file=sees(pavel, vera.matter), member=anna.member, now=timezone.now())


def standing(pavel: Enrolled, vera: FamilyAtDoor, anna: Enrolled) -> None:
    proposed(pavel, vera, anna)
    accept(keys=keys(anna), file=sees(anna, vera.matter), now=timezone.now())


def test_waiting() -> None:
    reception()
    told = stands(family("Вера"))

    assert "reception" in told.who and day(in_days(0)) in told.next


def test_waiting_for_longer_than_was_hoped_promises_no_day_that_has_passed() -> None:
    reception()
    vera = asks(Request(asks=("person",), name="Вера"), now=timezone.now() - timedelta(days=5))
    told = stands(vera)

    assert day(in_days(-5)) not in told.next and "not been forgotten" in told.next


def test_proposed_names_nobody_anywhere_on_the_page() -> None:
    pavel, anna, vera = reception(), enrol("Anna"), family("Вера")
    proposed(pavel, vera, anna)
    page(anna, at(vera.matter))

    assert "when she or he says yes" in stands(vera).who
    assert day(in_days(2)) in stands(vera).next
    assert "Anna" not in home(vera)
    assert "Anna" not in notes(vera.client)


def test_standing() -> None:
    pavel, anna, vera = reception(), enrol("Anna"), family("Вера")
    standing(pavel, vera, anna)

    assert stands(vera).who == "Anna"
    assert day(in_days(2)) in stands(vera).next and "Anna" in home(vera)


def test_standing_without_a_promise_says_who_looks_and_when() -> None:
    pavel, anna, vera = reception(), enrol("Anna"), family("Вера")
    standing(pavel, vera, anna)
    anna.client.post(at(vera.matter, "done/"), {})
    anna.client.post(
        at(vera.matter, "contact/"), {"contact-outcome": "reached", **day_parts("contact-next_on", 3)}
    )

    told = stands(vera)

    assert "Anna" in told.next and day(in_days(3)) in told.next


def test_handing_over() -> None:
    pavel, anna, vera = reception(), enrol("Anna"), family("Вера")
    standing(pavel, vera, anna)
    begin_hand_over(keys=keys(anna), file=sees(anna, vera.matter), note="", now=timezone.now())

    told = stands(vera)

    assert "Anna takes a rest" in told.who and day(in_days(7)) in told.next


def test_the_one_who_stands_by_rests() -> None:
    pavel, anna, vera = reception(), enrol("Anna"), family("Вера")
    standing(pavel, vera, anna)
    anna.member.state = MemberState.PAUSED
    anna.member.save()

    assert "Anna, who takes a rest now" in stands(vera).who


def test_a_promise_that_passed_is_not_told_as_if_it_were_ahead() -> None:
    pavel, vera = reception(), family("Вера")
    step = NextStep(what="Позвоним в суд", by=in_days(1))
    tell(keys=keys(pavel), file=sees(pavel, vera.matter), fact=step, author=Author(), now=timezone.now())

    assert stands(vera).next == f"Позвоним в суд, by {day(in_days(1))}"
    assert "has passed" in stands(vera, later=3).next
    assert "has passed" not in stands(vera).next


def test_closed_says_why_and_how_to_open_it() -> None:
    pavel, vera = reception(), family("Вера")
    pavel.client.post(at(vera.matter, "close/"), {"close-why": "Сына отпустили"})

    told = stands(vera)

    assert "Сына отпустили" in told.who and "opens again" in told.next
    assert day(Matter.objects.get().erase_on.isoformat()) in told.next


def test_a_holder_without_a_match_is_named() -> None:
    pavel, vera = reception(), family("Вера")
    held = Held(member=str(pavel.member.id), name="Pavel")
    tell(keys=keys(pavel), file=sees(pavel, vera.matter), fact=held, author=Author(), now=timezone.now())
    Matter.objects.filter(id=vera.matter.id).update(held_by=pavel.member)

    assert stands(vera).who == "Pavel"
