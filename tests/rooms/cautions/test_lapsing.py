"""A decision lapses: after its time, on another place, with an old yes. A lapse closes; it never opens."""

from datetime import timedelta

import pytest
from django.utils import timezone
from tests.rooms.cautions.world import (
    CONSENT,
    HARM,
    PAPER,
    answers,
    at,
    begins,
    decides,
    goes,
    in_boxes,
    says,
    standing,
    step_at,
    text_of,
)
from tests.rooms.matters.world import FamilyAtDoor, file_of

from peredacha.core.facts import Author, Place
from peredacha.rooms.cautions.services import Standing, risk_step
from peredacha.rooms.matters.services import tell

pytestmark = pytest.mark.django_db


def after(vera: FamilyAtDoor, days: int) -> Standing:
    """How it stands with the paper some days later."""
    return risk_step(file_of(vera.keys, vera.matter), PAPER, timezone.now() + timedelta(days=days))


def moves(vera: FamilyAtDoor, place: Place) -> None:
    """Somebody tells where he is now."""
    file = file_of(vera.keys, vera.matter)
    tell(keys=vera.keys, file=file, fact=place, author=Author("family"), now=timezone.now())


def test_a_decision_holds_thirty_days(vera: FamilyAtDoor) -> None:
    goes(vera)

    assert after(vera, 30).may_go
    assert not after(vera, 31).may_go and after(vera, 31).lapse == "time"


def test_a_decision_dated_ahead_holds_only_from_then_on(vera: FamilyAtDoor) -> None:
    goes(vera)

    assert not after(vera, -2).may_go


def test_a_day_to_think_again_comes_sooner(vera: FamilyAtDoor) -> None:
    step = begins(vera)
    answers(vera.client, step)
    look = timezone.localdate() + timedelta(days=5)
    assert decides(vera, step, "go", **in_boxes("look_on", look)).status_code == 302

    assert after(vera, 5).may_go and not after(vera, 6).may_go


@pytest.mark.parametrize("days", [0, 31])
def test_the_day_to_think_again_lies_within_thirty_days(vera: FamilyAtDoor, days: int) -> None:
    step = begins(vera)
    answers(vera.client, step)
    look = timezone.localdate() + timedelta(days=days)

    assert decides(vera, step, "go", **in_boxes("look_on", look)).status_code == 422


def test_no_decision_lives_longer_than_his_yes(vera: FamilyAtDoor) -> None:
    step = begins(vera)
    said_on = timezone.localdate() - timedelta(days=20)
    yes = {"agrees": "yes", "agreed_how": "Письмо.", **in_boxes("agreed_on", said_on)}
    answers(vera.client, step, **yes)
    decides(vera, step, "go")

    assert after(vera, 10).may_go and not after(vera, 11).may_go


def test_no_time_lasts_three_days(vera: FamilyAtDoor) -> None:
    step = begins(vera)
    says(vera.client, f"{step}urgent/")

    assert after(vera, 3).may_go and not after(vera, 4).may_go


@pytest.mark.parametrize(
    "place", [Place(words="ИК-6"), Place(state="convoy"), Place(state="unknown", words="СИЗО-1")]
)
def test_on_another_place_it_is_thought_over_anew(vera: FamilyAtDoor, place: Place) -> None:
    step = goes(vera)
    moves(vera, place)

    assert not standing(vera).may_go and standing(vera).lapse == "place"
    assert vera.client.post(f"{step}{HARM}", {"harms": "cell"}).status_code == 409
    assert begins(vera) != step
    assert not standing(vera).may_go and standing(vera).state == "open"


def test_the_same_place_told_better_changes_nothing(vera: FamilyAtDoor) -> None:
    goes(vera)
    moves(vera, Place(words="  сизо-1 ", certainty="likely", source="адвокат"))

    assert standing(vera).may_go


def test_a_no_that_lapses_opens_nothing(vera: FamilyAtDoor) -> None:
    step = begins(vera)
    answers(vera.client, step)
    decides(vera, step, "no")

    assert not after(vera, 31).may_go


def test_an_unfinished_step_lapses_too(vera: FamilyAtDoor) -> None:
    step = begins(vera)
    says(vera.client, f"{step}{CONSENT}", agrees="not_asked")
    moves(vera, Place(words="ИК-6"))
    anew = begins(vera)

    assert anew != step
    assert step_at(vera, anew).fact.agrees == ""


def test_the_list_keeps_what_was_decided_before(vera: FamilyAtDoor) -> None:
    step = goes(vera)
    moves(vera, Place(words="ИК-6"))
    begins(vera)
    page = text_of(vera.client, at(vera.matter))

    assert step.split("/")[-2] in page and page.count('class="keep"') == 2
