"""The pages of the room, as Anna, Pavel and Vera use them, without a script."""

from typing import Any

import pytest
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.test import Client
from django.urls import reverse
from tests.rooms.matters.world import FamilyAtDoor, asks, file_of, keys, reception
from tests.rooms.mentoring.world import fresh, named, proposed, reads, stands
from tests.rooms.veterans.world import at, veteran

from peredacha.core.facts import Place
from peredacha.rooms.mentoring.services import begin_hand_over, family_part, helper_part, summary_for
from peredacha.rooms.veterans.services import my_profile

pytestmark = pytest.mark.django_db


def url(name: str, *places: Any) -> str:
    return reverse(f"mentoring:{name}", args=places)


def gets(client: Client, name: str, *places: Any) -> HttpResponse:
    return client.get(url(name, *places), secure=True)  # type: ignore[return-value]


def posts(client: Client, name: str, *places: Any, **data: Any) -> HttpResponse:
    return client.post(url(name, *places), data, secure=True)  # type: ignore[return-value]


def test_a_rest_and_the_way_back_are_one_button_each() -> None:
    pavel, anna, vera = reception(), veteran(), asks()
    stands(pavel, anna, vera)

    assert posts(anna.client, "rest").status_code == 302
    card = anna.client.get(reverse("veterans:me"), secure=True).content.decode()
    assert url("back") in card and url("rest") not in card
    assert "Anna" in gets(pavel.client, "hand_overs").content.decode()
    assert posts(anna.client, "back").status_code == 302
    assert not my_profile(keys(anna), now=at()).resting


def test_pavel_takes_anna_from_the_suggestions() -> None:
    pavel, anna, vera = reception(), veteran(), asks()
    page = gets(pavel.client, "suggestions", vera.matter.id).content.decode()
    assert "Anna" in page

    answer = posts(pavel.client, "suggestions", vera.matter.id, member=anna.member.id)

    assert answer.status_code == 302 and answer["Location"].endswith(f"/matters/{vera.matter.id}/")
    assert fresh(vera).held_by == anna.member


def test_a_suggestion_that_is_too_late_is_told_so() -> None:
    pavel, anna, maria, vera = reception(), veteran(), veteran("Maria"), asks()
    proposed(pavel, anna, vera)

    answer = posts(pavel.client, "suggestions", vera.matter.id, member=maria.member.id)
    nonsense = posts(pavel.client, "suggestions", vera.matter.id, member="nonsense")

    assert (answer.status_code, nonsense.status_code) == (409, 422)
    assert not reads(maria, vera.matter)


def test_anna_answers_on_the_part_that_the_desk_shows() -> None:
    pavel, anna, vera = reception(), veteran(), asks()
    proposed(pavel, anna, vera)
    part = helper_part(keys(anna), file_of(keys(anna), vera.matter))
    shown = render_to_string("mentoring/parts/helper.html", {"part": part, "matter": vera.matter.id})
    assert url("accept", vera.matter.id) in shown and url("decline", vera.matter.id) in shown

    assert posts(anna.client, "accept", vera.matter.id).status_code == 302
    assert summary_for(file_of(vera.keys, vera.matter)).name == "Anna"


def test_anna_declines_with_or_without_a_word() -> None:
    pavel, anna, vera = reception(), veteran(), asks()
    proposed(pavel, anna, vera)
    assert gets(anna.client, "decline", vera.matter.id).status_code == 200
    assert posts(anna.client, "decline", vera.matter.id, why="x" * 2001).status_code == 422
    assert reads(anna, vera.matter)

    assert posts(anna.client, "decline", vera.matter.id).status_code == 302
    assert not reads(anna, vera.matter)
    assert gets(anna.client, "decline", vera.matter.id).status_code == 404


def test_a_hand_over_from_page_to_page() -> None:
    pavel, anna, maria, vera = reception(), veteran(), veteran("Maria"), asks()
    stands(pavel, anna, vera)
    matter = vera.matter.id

    assert gets(anna.client, "hand_over", matter).status_code == 200
    assert posts(anna.client, "hand_over", matter, note="Звонить вечером.").status_code == 302
    assert url("suggestions", matter) in gets(pavel.client, "hand_overs").content.decode()
    assert posts(pavel.client, "suggestions", matter, member=maria.member.id).status_code == 302
    shown = render_to_string(
        "mentoring/parts/family.html", {"part": family_part(file_of(vera.keys, vera.matter))}
    )
    assert url("family_agree") in shown and "Maria" not in shown
    assert posts(vera.client, "family_agree").status_code == 302
    assert posts(maria.client, "accept", matter).status_code == 302
    assert url("notes", matter) in gets(pavel.client, "hand_overs").content.decode()
    assert posts(pavel.client, "notes", matter).status_code == 302
    assert url("notes", matter) not in gets(pavel.client, "hand_overs").content.decode()
    assert fresh(vera).held_by == maria.member


def test_a_yes_by_telephone_a_stay_and_an_end_are_one_button_each() -> None:
    pavel, anna, maria, vera = reception(), veteran(), veteran("Maria"), asks()
    stands(pavel, anna, vera)
    matter = vera.matter.id
    posts(anna.client, "hand_over", matter)
    assert posts(anna.client, "stay", matter).status_code == 302
    assert posts(anna.client, "stay", matter).status_code == 409
    posts(anna.client, "hand_over", matter)
    named(pavel, maria, vera)
    assert posts(pavel.client, "agreed", matter).status_code == 302
    assert reads(maria, vera.matter)

    assert posts(pavel.client, "end", matter).status_code == 302
    assert not reads(anna, vera.matter) and not reads(maria, vera.matter)
    assert posts(pavel.client, "end", matter).status_code == 409


def test_vera_asks_for_somebody_else_without_a_name_on_the_page() -> None:
    pavel, anna, vera = reception(), veteran(), asks()
    proposed(pavel, anna, vera)
    part = family_part(file_of(vera.keys, vera.matter))
    shown = render_to_string("mentoring/parts/family.html", {"part": part})
    way = url("family_decline", part.summary.key)
    assert way in shown and "Anna" not in shown

    page = vera.client.get(way, secure=True)
    assert page.status_code == 200 and "Anna" not in page.content.decode()
    assert vera.client.post(way, {"why": "x" * 2001}, secure=True).status_code == 422
    assert vera.client.post(way, {"why": ""}, secure=True).status_code == 302
    assert not reads(anna, vera.matter)
    assert vera.client.post(way, {"why": ""}, secure=True).status_code == 302


def test_the_proposal_is_made_when_asked_for_and_confirmed_by_ticks() -> None:
    pavel, anna, vera = reception(), veteran(), asks()
    assert "Вера" not in gets(pavel.client, "proposal").content.decode()
    page = posts(pavel.client, "proposal").content.decode()
    line = f"{vera.matter.id}:{anna.member.id}"
    assert line in page and "Вера" in page

    posts(pavel.client, "proposal", lines=[line, "nonsense", "a:b"])

    assert fresh(vera).held_by == anna.member


def test_two_families_are_asked_and_answer_on_their_pages() -> None:
    pavel = reception()
    vera, nina = twins()
    assert str(vera.matter.id) in gets(pavel.client, "crossing").content.decode()
    pair = {"one": vera.matter.id, "other": nina.matter.id}
    assert posts(pavel.client, "crossing", **pair).status_code == 302
    assert posts(pavel.client, "crossing", **pair).status_code == 409
    [offer] = family_part(file_of(vera.keys, vera.matter)).offers
    assert gets(vera.client, "family_meet", offer.key).status_code == 200
    assert posts(vera.client, "family_meet", offer.key, words="Пишите").status_code == 422
    for family in (vera, nina):
        assert posts(family.client, "family_meet", offer.key, answer="yes", words="Пишите").status_code == 302
    assert gets(vera.client, "family_meet", offer.key).status_code == 404

    answer = posts(pavel.client, "settle", **pair, key=f"cross:{offer.key}")

    assert answer.status_code == 302
    assert posts(pavel.client, "settle", **pair, key=f"cross:{offer.key}").status_code == 409
    part = family_part(file_of(nina.keys, nina.matter))
    assert "Пишите" in render_to_string("mentoring/parts/family.html", {"part": part})


def twins() -> tuple[FamilyAtDoor, FamilyAtDoor]:
    """Two families who could help each other: each knows from before where the other's person is now."""
    here, there = Place(facility="a" * 12), Place(facility="b" * 12)
    return asks(here, there), asks(there, here)


HELPERS_ONLY = ("hand_overs", "proposal", "crossing")
OF_A_MATTER = ("suggestions", "decline", "hand_over")
BUTTONS = ("accept", "stay", "agreed", "end", "notes")


def test_igor_comes_nowhere() -> None:
    pavel, anna, vera = reception(), veteran(), asks()
    stands(pavel, anna, vera)
    igor = Client()

    pages = [*((name,) for name in HELPERS_ONLY), *((name, vera.matter.id) for name in OF_A_MATTER)]
    assert {gets(igor, *page).status_code for page in pages} == {302}
    assert {posts(igor, name, vera.matter.id).status_code for name in BUTTONS} == {403}
    assert posts(igor, "family_agree").status_code == 404
    assert posts(igor, "family_decline", "a" * 32).status_code == 404


def test_helpers_of_another_chapter_and_veterans_without_a_key_find_no_such_matter() -> None:
    pavel, anna, maria, vera = reception(), veteran(), veteran("Maria"), asks()
    oleg, zoya = reception("Oleg", "volga"), veteran("Zoya", chapter="volga")
    stands(pavel, anna, vera)
    begin_hand_over(keys=keys(anna), file=file_of(keys(anna), vera.matter), now=at())
    matter = vera.matter.id

    assert gets(oleg.client, "suggestions", matter).status_code == 404
    assert posts(oleg.client, "suggestions", matter, member=zoya.member.id).status_code == 404
    assert {posts(oleg.client, name, matter).status_code for name in ("agreed", "end", "notes")} == {404}
    assert {posts(maria.client, name, matter).status_code for name in ("accept", "decline", "stay")} == {404}
    assert gets(maria.client, "suggestions", matter).status_code == 404
    assert posts(pavel.client, "suggestions", matter, member=zoya.member.id).status_code == 409


def test_a_family_s_key_answers_for_its_own_matter_alone() -> None:
    pavel, anna, vera, nina = reception(), veteran(), asks(), asks()
    proposed(pavel, anna, vera)
    key = summary_for(file_of(vera.keys, vera.matter)).key

    assert posts(nina.client, "family_decline", key).status_code == 302

    assert reads(anna, vera.matter)
