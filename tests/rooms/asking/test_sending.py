"""The button that sends: what arrives, what leaves the browser, and what happens when it cannot be sent."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone
from tests.people import TAKEN_AT_HALF_PAST_TWO, Visitor, igor, vera
from tests.rooms.asking.world import (
    ALONE,
    BY_MAIL,
    BY_PHONE,
    LAST,
    NAME,
    WORDS,
    answers_all,
    card,
    presses_send,
    ticket,
)
from tests.rooms.matters.world import file_of, keys, reception

from peredacha.core.facts import Reach
from peredacha.rooms.asking.views import asking
from peredacha.rooms.intake.services import COOKIE, read_answers
from peredacha.rooms.matters.models import Matter
from peredacha.rooms.matters.services import MatterFile, NoReception
from peredacha.rooms.people.services import AllPlacesTaken
from peredacha.rooms.vault.services import Keys

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo_cards")]


@pytest.fixture
def pavel() -> Keys:
    """He reads what comes."""
    return keys(reception())


@pytest.fixture
def mother(pavel: Keys) -> Visitor:
    """Vera, with a plan."""
    visitor = vera()
    visitor.goes_through("detained", "detention", **TAKEN_AT_HALF_PAST_TWO)
    return visitor


def arrived(pavel: Keys) -> MatterFile:
    """The one matter, as the reception opens it."""
    return file_of(pavel, Matter.objects.get())


def test_the_reception_gets_what_was_told_and_the_plan(mother: Visitor, pavel: Keys) -> None:
    answers_all(mother, **{**BY_MAIL, "needs": ["person", "lawyer"], "danger": "yes"})
    mother.sends("/ask/readers/", answer="Ольга из суда")
    mother.sends("/ask/safe/", answer="после семи")

    assert presses_send(mother).url == "/ask/words/"

    request, reach = arrived(pavel).request, arrived(pavel).reach
    assert (request.asks, request.danger, request.words) == (("person", "lawyer"), True, WORDS)
    assert (request.name, request.excluded, request.answers["stage"]) == (NAME, "Ольга из суда", "detention")
    assert not [key for key in request.answers if key.startswith("ask")]
    assert reach == Reach(way="mail", value="vera@example.org", when_safe="после семи", notices=True)


def test_a_family_that_wants_no_contact_leaves_none(mother: Visitor, pavel: Keys) -> None:
    answers_all(mother, **BY_PHONE)
    mother.sends("/ask/reach/", answer="none")
    presses_send(mother)

    assert arrived(pavel).reach.value == ""


def test_letters_go_to_an_address_alone(mother: Visitor, pavel: Keys) -> None:
    answers_all(mother, **BY_MAIL)
    mother.sends("/ask/reach/", answer="phone")
    for step in ("contact", "safe"):
        mother.sends(f"/ask/{step}/", answer=BY_PHONE[step])
    presses_send(mother)

    assert arrived(pavel).reach == Reach(way="phone", value=BY_PHONE["contact"], when_safe="после семи")


def test_after_sending_only_the_answers_of_the_plan_stay_in_the_browser(mother: Visitor) -> None:
    before = mother.client.cookies[COOKIE].value
    answers_all(mother, **BY_PHONE)
    told = read_answers(mother.client.cookies[COOKIE].value, now=timezone.now()).answers
    assert WORDS in told.values() and BY_PHONE["contact"] in told.values()

    presses_send(mother)

    left = read_answers(mother.client.cookies[COOKIE].value, now=timezone.now())
    assert left == read_answers(before, now=timezone.now())
    assert mother.opens("/plan/").status_code == 200


def test_going_back_after_sending_leads_to_the_words_not_to_a_second_request(mother: Visitor) -> None:
    answers_all(mother, **ALONE)
    page = mother.opens(LAST).content.decode()
    mother.sends(LAST, ticket=ticket(page))

    assert mother.opens(LAST).url == mother.sends(LAST, ticket=ticket(page)).url == "/ask/words/"
    assert Matter.objects.count() == 1
    assert igor().opens("/ask/words/").url == "/return/"


@pytest.mark.parametrize("damaged", ["", "x", "ы" * 50])
def test_a_ticket_that_is_none_costs_one_more_tap_and_nothing_typed(mother: Visitor, damaged: str) -> None:
    answers_all(mother, **ALONE)

    refused = mother.sends(LAST, ticket=damaged)

    page = refused.content.decode()
    assert refused.status_code == 422 and page.count('role="alert"') == 1 and WORDS in page
    assert mother.sends(LAST, ticket=ticket(page)).url == "/ask/words/"


def test_a_ticket_lives_for_a_day(mother: Visitor) -> None:
    now = timezone.now()
    with time_machine.travel(now - timedelta(hours=25), tick=False):
        old = asking.fresh_ticket(timezone.now())
    answers_all(mother, **ALONE)

    assert mother.sends(LAST, ticket=old).status_code == 422
    assert not Matter.objects.exists()


@pytest.mark.parametrize("reason", [AllPlacesTaken, NoReception])
def test_when_it_cannot_be_sent_now_the_same_button_serves_a_minute_later(
    mother: Visitor, monkeypatch: pytest.MonkeyPatch, reason: type[Exception]
) -> None:
    def fails(*_kept: object, **_told: object) -> None:
        raise reason

    answers_all(mother, **ALONE)
    with monkeypatch.context() as busy:
        busy.setattr(asking, "send_request", fails)
        page = presses_send(mother)

    assert page.status_code == 503 and WORDS in page.content.decode()
    assert page.content.decode().count('role="alert"') == 1
    assert mother.sends(LAST, ticket=ticket(page.content.decode())).url == "/ask/words/"


def test_a_family_that_asks_without_a_plan_is_heard_too(pavel: Keys) -> None:
    mother = vera("en")

    answers_all(mother, **ALONE)

    assert presses_send(mother).url == "/en/ask/words/"
    assert arrived(pavel).request.language == "en" and len(card(mother)) == 8
