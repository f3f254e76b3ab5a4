"""Petya prints: the list looks as this window wanted it, and what he changes by hand still wins."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest import mock

import pytest
from django.http import HttpResponse
from django.utils import timezone, translation
from tests.rooms.boxes.world import Laid, knows, page, text_of, the_table

from peredacha.core.slips import ContentsList, ListForm, lines_of
from peredacha.rooms.facilities.models import Facility
from peredacha.rooms.facilities.services import note_outcome

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> Iterator[Laid]:
    with translation.override("en"):
        laid = the_table()
        told = {"act": "save", "tare": 150, f"good_{laid.key('tea')}": 2}
        assert laid.petya.client.post(page("list", laid.parcel.id), told).status_code == 302
        yield laid


def wants(*parts: str, verdict: str = "wanted") -> None:
    """People told how the window of the colony wants its list."""
    card = Facility.objects.get().public_id
    for one in parts:
        today = timezone.localdate()
        assert note_outcome(facility=card, subject="list", thing=one, verdict=verdict, on=today)


def shown(world: Laid) -> str:
    """The page of papers as Petya sees it."""
    answer = world.petya.client.get(page("papers", world.parcel.id))
    assert answer.status_code == 200
    return text_of(answer)  # type: ignore[arg-type]


@contextmanager
def printer() -> Iterator[list[ContentsList]]:
    """What goes to the printer is looked at instead."""
    seen: list[ContentsList] = []

    def look(sheets: list[ContentsList]) -> bytes:
        seen.extend(sheets)
        return b"%PDF-"

    with mock.patch("peredacha.rooms.boxes.services.printing.print_slips", look):
        yield seen


def prints(world: Laid, **chosen: Any) -> ListForm:
    """The form of the list that Petya's press of the button prints."""
    with printer() as seen:
        answer: HttpResponse = world.petya.client.post(
            page("papers", world.parcel.id), {"paper": "contents", **chosen}
        )  # type: ignore[assignment]
        assert answer.status_code == 200, text_of(answer)
    return seen[0].form


def test_a_window_of_which_nobody_told_gets_a_usual_list_and_petya_may_tell(world: Laid) -> None:
    told = shown(world)

    assert "Nobody has told how this window wants its list" in told and "/different/" in told
    assert prints(world) == ListForm()


def test_the_list_is_filled_in_as_the_window_wanted_it_and_says_when(world: Laid) -> None:
    wants("copies-4", "heading-request", "line-passport")
    wants("line-prisoner", verdict="unwanted")

    told = shown(world)

    assert "as this window wanted it on" in told and "The list in four copies" in told
    assert '<option value="4" selected>' in told and '<option value="request" selected>' in told
    form = prints(world)
    assert (form.heading, form.copies, form.signatures, form.passport) == (
        "request",
        4,
        ("sender", "officer"),
        True,
    )


def test_what_petya_picks_by_hand_wins(world: Laid) -> None:
    wants("copies-4", "line-passport")

    form = prints(world, heading="list", copies="1", lines=["officer"])

    assert (form.heading, form.copies, lines_of(form)) == ("list", 1, ("officer",))


def test_a_number_of_copies_that_no_list_has_is_told(world: Laid) -> None:
    answer = world.petya.client.post(page("papers", world.parcel.id), {"paper": "contents", "copies": "5"})

    assert answer.status_code == 422


def test_somebody_without_a_place_gets_a_usual_list(world: Laid) -> None:
    wants("copies-4")
    knows(world, facility="")

    assert prints(world).copies == ListForm().copies
    assert "how this window wants" not in shown(world).replace("How this window wants", "")
