"""Events, documents and contradictions, each with the pages on which it stands."""

from typing import Any

import pytest
from tests.rooms.binders.world import at, held_by, lies_in, names, text_of
from tests.rooms.matters.world import FamilyAtDoor

pytestmark = pytest.mark.django_db
EVENT = {"day_0": "3", "day_1": "11", "day_2": "2026", "what": "Обыск в квартире", "pages": "1-2"}


def tells(vera: FamilyAtDoor, word: str, status: int = 302, **typed: Any) -> Any:
    """A form that was filled in."""
    order = typed.pop("order", held_by(vera).order)
    answer = vera.client.post(at(vera, f"{word}/new/"), {"order": order, **typed})
    assert answer.status_code == status, answer.content.decode()
    return answer


@pytest.fixture
def three(vera: FamilyAtDoor) -> FamilyAtDoor:
    lies_in(vera, b"one", b"two", b"three")
    return vera


def test_events_stand_by_their_days_and_keep_their_pages_when_these_move(three: FamilyAtDoor) -> None:
    tells(three, "events", **EVENT)
    tells(three, "events", **{**EVENT, "day_0": "1", "what": "Задержание", "pages": "3"})
    page = text_of(three, at(three, "events/"))
    assert page.index("Задержание") < page.index("Обыск") and "Pages of the binder: 1–2" in page

    last = names(three)[2]
    three.client.post(at(three, "arrange/"), {f"place-{last}": "1"})
    assert "Pages of the binder: 2–3" in text_of(three, at(three, "events/"))


def test_numbers_typed_for_another_order_are_asked_again(three: FamilyAtDoor) -> None:
    before = held_by(three).order
    three.client.post(at(three, "arrange/"), {f"place-{names(three)[2]}": "1"})
    answer = tells(three, "events", 422, **EVENT, order=before)

    page = answer.content.decode()
    assert "Обыск в квартире" in page and held_by(three).order in page
    assert held_by(three).of_kind("event") == ()
    tells(three, "events", **EVENT)


@pytest.mark.parametrize("pages", ["", "0", "4", "2-1", "первая", "1-99999999", "1,,x"])
def test_pages_that_are_not_there_are_told_and_nothing_typed_is_lost(three: FamilyAtDoor, pages: str) -> None:
    answer = tells(three, "events", 422, **{**EVENT, "pages": pages})
    assert "Обыск в квартире" in answer.content.decode() and held_by(three).things == ()


def test_an_event_does_not_end_before_it_begins(three: FamilyAtDoor) -> None:
    until = {"until_0": "2", "until_1": "11", "until_2": "2026"}
    tells(three, "events", 422, **EVENT, **until)
    tells(three, "events", **EVENT, **{**until, "until_0": "5"})
    assert "3 November 2026" in text_of(three, at(three, "events/"))
    assert "5 November 2026" in text_of(three, at(three, "events/"))


def test_a_form_sent_twice_tells_once_and_can_be_changed(three: FamilyAtDoor) -> None:
    for _twice in range(2):
        tells(three, "documents", title="Протокол", pages="1, 2", once="same")
    (one,) = held_by(three).of_kind("exhibit")
    place = at(three, f"documents/{one.id}/")
    assert 'value="1–2"' in text_of(three, place)
    typed = {"title": "Протокол обыска", "pages": "3", "order": held_by(three).order}
    assert three.client.post(place, typed).status_code == 302
    (one,) = held_by(three).of_kind("exhibit")
    assert one.content["title"] == "Протокол обыска" and held_by(three).in_words(one.content["pages"]) == "3"


def test_two_statements_stand_side_by_side_with_their_pages(three: FamilyAtDoor) -> None:
    said = {"first": "начат в 7:40", "first_pages": "1", "second": "слышали в 7:10", "second_pages": "2 3"}
    tells(three, "contradictions", **said)
    page = text_of(three, at(three, "contradictions/"))
    assert "“начат в 7:40” (pages of the binder: 1)" in page
    assert "“слышали в 7:10” (pages of the binder: 2–3)" in page


def test_what_names_a_page_that_was_taken_away_says_so(three: FamilyAtDoor) -> None:
    tells(three, "documents", title="Протокол", pages="1")
    three.client.post(at(three, f"pages/{names(three)[0]}/take-away/"))
    assert "no longer in the binder" in text_of(three, at(three, "documents/"))


def test_what_was_told_is_taken_away_and_put_back(three: FamilyAtDoor) -> None:
    tells(three, "events", **EVENT)
    (one,) = held_by(three).of_kind("event")
    three.client.post(at(three, f"events/{one.id}/take-away/"))
    page = text_of(three, at(three, "events/"))
    assert "Обыск" not in page and "put-back" in page
    three.client.post(at(three, f"events/{one.id}/put-back/"))
    assert "Обыск" in text_of(three, at(three, "events/"))
    assert three.client.get(at(three, f"documents/{one.id}/")).status_code == 404
