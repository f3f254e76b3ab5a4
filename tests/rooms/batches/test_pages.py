"""The pages of a batch, and the code on a paper."""

from typing import Any
from unittest import mock

import pytest
from django.http import HttpResponse
from django.urls import reverse
from django.utils import translation
from tests.rooms.batches.world import at_once, no_batch_solver
from tests.rooms.boxes.world import Laid, text_of, the_table
from tests.rooms.people.world import enrol
from tests.rooms.stores.world import there

from peredacha.rooms.batches.models import Batch
from peredacha.rooms.boxes.selectors import code_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> Laid:
    return the_table()


@pytest.fixture(autouse=True)
def english() -> Any:
    with translation.override("en"):
        yield


def page(name: str, *places: Any) -> str:
    """The address of a page of the room."""
    return reverse(f"batches:{name}", args=places)


def shows(world: Laid, name: str, *places: Any) -> str:
    """A page as Petya sees it."""
    answer = world.petya.client.get(page(name, *places))
    assert answer.status_code == 200, answer.content.decode()
    return text_of(answer)  # type: ignore[arg-type]


def sends(world: Laid, name: str, *places: Any, **typed: Any) -> HttpResponse:
    """A form as Petya's browser sends it."""
    return world.petya.client.post(page(name, *places), typed)  # type: ignore[return-value]


def all_taken(world: Laid) -> Batch:
    """Petya begins a batch and takes it."""
    with at_once(), no_batch_solver():
        sends(world, "index")
        batch = Batch.objects.get()
        sends(world, "take", batch.id)
    return batch


def test_the_code_on_a_paper_leads_back(world: Laid) -> None:
    code = code_of(world.parcel.id)

    answer = sends(world, "code", code=code.lower().replace("-", " "))
    assert answer.status_code == 302 and str(world.parcel.id) in answer["Location"]

    wrong = sends(world, "code", code="BBBB-BBBC")
    assert wrong.status_code == 422 and "BBBB-BBBC" in text_of(wrong)
    gone = sends(world, "code", code="BBBB-BBBB")
    assert gone.status_code == 422


def test_a_batch_is_packed_looked_at_taken_and_printed(world: Laid) -> None:
    assert "1 parcel waits" in shows(world, "index")
    with mock.patch("peredacha.rooms.batches.services.batching.later"):
        answer = sends(world, "index", most="", facility="", kit="")
    batch = Batch.objects.get()
    assert answer["Location"] == page("batch", batch.id)
    waiting = world.petya.client.get(page("batch", batch.id))
    assert waiting.status_code == 200 and waiting.headers["Refresh"] == "4"
    batch.delete()

    with at_once():
        sends(world, "index", most="5")
        batch = Batch.objects.get()
        shown = shows(world, "batch", batch.id)
        assert "Take 1 box" in shown and "No better packing exists" in shown and "Кузнецов" in shown
        sends(world, "take", batch.id)
    assert there(world.goods["tea"]) == 8
    assert "1 box is taken" in shows(world, "batch", batch.id)
    for paper in ("picks", "boxes", "labels", "contents"):
        answer = sends(world, "papers", batch.id, paper=paper)
        assert answer.content.startswith(b"%PDF")
    code = sends(world, "code", code=code_of(batch.id))
    assert code["Location"] == page("batch", batch.id)


def test_nobody_waits_is_said_kindly(world: Laid) -> None:
    all_taken(world)

    assert "No parcel waits" in shows(world, "index")
    assert sends(world, "index").status_code == 422


def test_a_number_that_is_none_is_one_sentence(world: Laid) -> None:
    answer = sends(world, "index", most="много")

    assert (
        answer.status_code == 422 and "Write a whole number" in text_of(answer) and "много" in text_of(answer)
    )


def test_igor_finds_nothing(world: Laid) -> None:
    batch = all_taken(world)
    igor = enrol("Igor", ("packer",), "elsewhere")

    for name in ("batch", "papers"):
        assert igor.client.get(page(name, batch.id)).status_code == 404
    assert igor.client.post(page("take", batch.id)).status_code == 404
    assert igor.client.post(page("code"), {"code": code_of(world.parcel.id)}).status_code == 422
