"""Many boxes before the holiday: their papers are made beside the request, lie sealed, and go with the batch."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any
from unittest import mock
from uuid import uuid4

import pytest
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone, translation
from pytest_django import DjangoCaptureOnCommitCallbacks
from tests.rooms.batches.world import at_once, no_batch_solver, opened, three_wait
from tests.rooms.boxes.world import Laid, text_of
from tests.rooms.matters.world import asks as asks_first
from tests.rooms.matters.world import keys
from tests.rooms.people.world import enrol

from peredacha.core.slips import ContentsList, Labels, Sheet
from peredacha.rooms.batches.models import Batch, BatchPaper
from peredacha.rooms.batches.services import NotPrinted, erase_due_batches
from peredacha.rooms.conversations.services.blobs import list_blobs, path_of
from peredacha.rooms.facilities.models import Facility
from peredacha.rooms.facilities.services import note_outcome
from peredacha.rooms.home.services import erase
from peredacha.rooms.parcels.models import Parcel
from peredacha.rooms.salts.models import Salt

pytestmark = pytest.mark.django_db
PRINTING = "peredacha.rooms.batches.services.printing"


@pytest.fixture
def world(monkeypatch: pytest.MonkeyPatch, settings: Any, tmp_path: Path) -> Iterator[Laid]:
    """Three boxes are taken, and already three are many."""
    settings.BLOBS = tmp_path / "blobs"
    monkeypatch.setattr("peredacha.rooms.batches.views.papers.FEW", 2)
    with translation.override("en"):
        laid = three_wait(tea=9)
        with at_once(), no_batch_solver():
            laid.petya.client.post(reverse("batches:index"), {})
            laid.petya.client.post(reverse("batches:take", args=[Batch.objects.get().id]), {})
        yield laid


@contextmanager
def printer(*, sleeps: bool = False) -> Iterator[list[Sheet]]:
    """What goes to the printer is looked at instead."""
    seen: list[Sheet] = []

    def look(sheets: Sequence[Sheet]) -> bytes:
        seen.extend(sheets)
        if sleeps:
            raise NotPrinted
        return b"%PDF-" + b"1234" * 400

    with mock.patch(f"{PRINTING}.print_slips", look):
        yield seen


def where() -> str:
    """The page with the papers of the batch."""
    return reverse("batches:papers", args=[Batch.objects.get().id])


def asks(world: Laid, paper: str = "labels", **chosen: Any) -> HttpResponse:
    """Petya asks for papers."""
    return world.petya.client.post(where(), {"paper": paper, **chosen})  # type: ignore[return-value]


def shown(world: Laid) -> str:
    """The page as Petya sees it."""
    answer = world.petya.client.get(where())
    assert answer.status_code == 200
    return text_of(answer)  # type: ignore[arg-type]


def file_of(paper: BatchPaper) -> str:
    """Where a file is fetched."""
    return reverse("batches:paper", args=[Batch.objects.get().id, paper.id])


def test_the_request_itself_opens_no_parcel_and_prints_nothing(world: Laid) -> None:
    with mock.patch(f"{PRINTING}.later") as later, mock.patch(f"{PRINTING}.open_parcel") as opens:
        answer = asks(world, "contents")
        page = world.petya.client.get(where())

    assert answer.status_code == 302 and answer["Location"] == where()
    assert later.call_count == 1 and opens.call_count == 0
    assert "The papers are being made" in text_of(page) and page.headers["Refresh"] == "4"  # type: ignore[arg-type]
    assert "All labels" not in text_of(page) and not BatchPaper.objects.exists()  # type: ignore[arg-type]


def test_who_asks_twice_begins_once(world: Laid) -> None:
    with mock.patch(f"{PRINTING}.later") as later:
        asks(world)
        again = asks(world, "contents")

    assert later.call_count == 1 and "being made" in text_of(again)


def test_ready_papers_are_fetched_and_made_anew_in_their_place(world: Laid) -> None:
    for _time in range(2):
        with at_once(), printer() as sheets:
            asks(world)
    (labels,) = [one for one in sheets if isinstance(one, Labels)]
    (paper,) = BatchPaper.objects.all()

    answer = world.petya.client.get(file_of(paper))

    assert len(labels.labels) == 3 and answer.content.startswith(b"%PDF-1234")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="slips.pdf"'
    page = shown(world)
    assert "Ready to print" in page and file_of(paper) in page and "Refresh" not in answer.headers
    assert paper.blob in list_blobs()


def test_the_file_on_the_disk_is_sealed(world: Laid) -> None:
    with at_once(), printer():
        asks(world, sender="Вера")

    (paper,) = BatchPaper.objects.all()
    assert b"%PDF" not in path_of(paper.blob).read_bytes() and b"labels" not in bytes(paper.sealed)


def test_each_list_has_the_shape_of_its_own_window(world: Laid) -> None:
    colony = Facility.objects.get().public_id
    note_outcome(facility=colony, subject="list", thing="copies-4", verdict="wanted", on=timezone.localdate())

    with at_once(), printer() as sheets:
        asks(world, "contents", heading="", copies="")
        shapes = sorted(one.form.copies for one in sheets if isinstance(one, ContentsList))
        sheets.clear()
        asks(world, "contents", heading="request", copies="1")

    assert shapes == [2, 2, 4], "two people have no place with a card"
    assert {(one.form.copies, one.form.heading) for one in sheets} == {(1, "request")}  # type: ignore[union-attr]


def test_few_boxes_are_printed_at_once(world: Laid, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("peredacha.rooms.batches.views.papers.FEW", 3)

    with printer():
        answer = asks(world)

    assert answer.content.startswith(b"%PDF") and not BatchPaper.objects.exists()


def test_a_printer_that_sleeps_and_a_server_that_stopped_are_told(world: Laid) -> None:
    with at_once(), printer(sleeps=True):
        asks(world)
    broken = shown(world)
    assert "it was broken off" in broken and "All labels" in broken

    with mock.patch(f"{PRINTING}.later"):
        asks(world, "contents")
    assert "being made" in shown(world)
    late = timezone.now() + timedelta(minutes=11)
    with mock.patch("peredacha.rooms.batches.views.papers.timezone.now", return_value=late):
        assert "it was broken off" in shown(world)


def test_a_file_that_does_not_open_is_told_and_made_again(world: Laid) -> None:
    with at_once(), printer():
        asks(world)
    (paper,) = BatchPaper.objects.all()
    path_of(paper.blob).write_bytes(b"x" * 100)

    answer = world.petya.client.get(file_of(paper))
    assert answer.status_code == 410 and "does not open any more" in text_of(answer)  # type: ignore[arg-type]

    with at_once(), printer():
        asks(world)
    assert world.petya.client.get(file_of(BatchPaper.objects.get())).status_code == 200


def test_a_batch_that_was_erased_meanwhile_leaves_nothing(world: Laid) -> None:
    before = set(list_blobs())
    with mock.patch(f"{PRINTING}.later") as later:
        asks(world)
    work = later.call_args.args[0]
    assert erase_due_batches(Batch.objects.get().erase_on) == 1

    with printer(), pytest.raises(Exception, match="Safe"):
        work()  # beside a request nobody hears it

    assert not BatchPaper.objects.exists() and set(list_blobs()) == before


def test_papers_go_with_their_batch(world: Laid) -> None:
    with at_once(), printer():
        asks(world)
    (paper,) = BatchPaper.objects.all()

    erase_due_batches(Batch.objects.get().erase_on)

    assert not BatchPaper.objects.exists() and paper.blob not in list_blobs()


def test_igor_and_a_guessed_name_find_nothing(world: Laid) -> None:
    with at_once(), printer():
        asks(world)
    (paper,) = BatchPaper.objects.all()
    igor = enrol("Igor", ("packer",), "elsewhere")

    assert igor.client.get(file_of(paper)).status_code == 404
    guessed = reverse("batches:paper", args=[Batch.objects.get().id, uuid4()])
    assert world.petya.client.get(guessed).status_code == 404
    assert opened(keys(world.petya), Batch.objects.get().id).papers is not None


def test_whoever_erases_everything_takes_all_printed_papers_along_and_they_are_printed_again(
    world: Laid, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    with at_once(), printer():
        asks(world)
    (paper,) = BatchPaper.objects.all()
    place, matter = paper.safe_id, Parcel.objects.all()[0].matter

    with django_capture_on_commit_callbacks(execute=True):
        erase(matter, today=timezone.localdate())

    assert not Salt.objects.filter(whose=place).exists() and paper.blob not in list_blobs()
    assert not BatchPaper.objects.exists() and "Ready to print" not in shown(world)
    with at_once(), printer() as sheets:
        asks(world)
    (labels,) = [one for one in sheets if isinstance(one, Labels)]
    assert len(labels.labels) == 2 and "Ready to print" in shown(world)


def test_papers_of_somebody_who_erases_everything_while_they_are_made_are_not_kept(world: Laid) -> None:
    before, matter = set(list_blobs()), Parcel.objects.all()[0].matter
    with mock.patch(f"{PRINTING}.later") as later:
        asks(world)

    def erases(sheets: Sequence[Sheet]) -> bytes:
        erase(matter, today=timezone.localdate())
        return b"%PDF-"

    with mock.patch(f"{PRINTING}.print_slips", erases):
        later.call_args.args[0]()

    assert not BatchPaper.objects.exists() and set(list_blobs()) == before
    assert "it was broken off" in shown(world)


def test_where_a_matter_has_no_parcel_the_papers_stay(world: Laid) -> None:
    with at_once(), printer():
        asks(world)

    erase(asks_first().matter, today=timezone.localdate())

    assert world.petya.client.get(file_of(BatchPaper.objects.get())).status_code == 200
