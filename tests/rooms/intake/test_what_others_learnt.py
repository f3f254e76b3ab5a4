"""From the plan to what others have learnt at this stage or about this place: one link, only when there is some."""

import re
from typing import Any

import pytest
from django.utils import timezone
from tests.people import TAKEN_AT_HALF_PAST_TWO, vera

from peredacha.rooms.facilities.selectors import list_by_kinds
from peredacha.rooms.know_how.models import KnowHow, KnowHowState

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo_cards")]
WAYS = re.compile(r'href="(/know-how/[^"]*)"')


def public(**where: str) -> KnowHow:
    answer = KnowHow(
        chapter="demo", state=KnowHowState.PUBLISHED, text_ru="Звоните в дежурную часть.", **where
    )
    answer.confirmed_by_n, answer.last_confirmed_on = 1, timezone.localdate()
    answer.save()
    return answer


def goes(**known: Any) -> Any:
    visitor = vera()
    visitor.goes_through("detained", "detention", **{**TAKEN_AT_HALF_PAST_TWO, **known})
    return visitor


def ways(visitor: Any) -> list[str]:
    return WAYS.findall(visitor.opens("/plan/").content.decode())


def test_where_nothing_is_public_the_plan_has_no_such_link() -> None:
    public(stage="colony")
    KnowHow.objects.create(chapter="demo", state=KnowHowState.REVIEW)

    assert ways(goes()) == []


def test_what_stands_for_the_stage_is_one_link_away_and_opens() -> None:
    public(stage="detention")
    visitor = goes()

    [way] = ways(visitor)

    assert way == "/know-how/stages/detention/"
    assert "Звоните в дежурную часть." in visitor.opens(way).content.decode()


def test_what_was_taken_back_is_not_linked_any_more() -> None:
    answer = public(stage="detention")
    assert len(ways(goes())) == 1

    KnowHow.objects.filter(id=answer.id).update(state=KnowHowState.OLD)

    assert ways(goes()) == []


def test_the_place_where_he_is_has_its_own_link_before_that_of_the_stage() -> None:
    place = list_by_kinds("RU-ZRC", ("ivs", "police", "sizo"))[0].public_id
    public(facility=place)
    public(stage="detention", facility="another-place")

    assert ways(goes(whereabouts={"answer": "known"}, facility={"answer": place})) == [
        f"/know-how/facilities/{place}/",
        "/know-how/stages/detention/",
    ]
    assert ways(goes()) == ["/know-how/stages/detention/"], "she does not know where he is"


def test_what_is_carried_on_paper_names_no_address_of_ours() -> None:
    public(stage="detention")
    visitor = goes()

    for form in ("/plan/sheet/", "/plan/file/"):
        assert "/know-how/" not in visitor.opens(form).content.decode()
