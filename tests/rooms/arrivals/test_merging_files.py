"""The paper that Vera photographed comes along when two matters become one, and goes again when they are parted."""

from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from tests.rooms.arrivals.test_merging import caller, merges, parts, said, speaks, vera
from tests.rooms.arrivals.world import file_of, keys, page, reception, whole
from tests.rooms.conversations.world import MARK, photo, whole_body
from tests.rooms.people.world import Enrolled

from peredacha.rooms.arrivals.models import Merge
from peredacha.rooms.arrivals.services import merging
from peredacha.rooms.conversations.models import Attachment, Message
from peredacha.rooms.conversations.services import (
    forget_files,
    mark_read,
    news_for,
    read_thread,
    retelling,
    sweep_blobs,
)
from peredacha.rooms.home.services import erase
from peredacha.rooms.matters.models import Matter

pytestmark = pytest.mark.django_db
LONG = (MARK * 20_000).encode()


@pytest.fixture(autouse=True)
def blobs(settings: Any, tmp_path: Path) -> Path:
    settings.BLOBS = tmp_path / "blobs"
    settings.BLOBS.mkdir(mode=0o700)
    return tmp_path / "blobs"


def sends(who: Enrolled, matter: Matter, body: bytes, what: str = "file", text: str = "Вот.") -> None:
    sent = {"file": SimpleUploadedFile("Приговор.txt", body), "text": text}
    assert who.client.post(f"/talk/matters/{matter.id}/{what}/", sent).status_code == 302


def bodies(who: Enrolled, matter: Matter, *, inner: bool = False) -> list[bytes]:
    """Every file of a talk as its reader takes it along."""
    lines = [line for one in read_thread(whole(who, matter), inner=inner).messages for line in one.files]
    return [whole_body(who.client.get(line.url)) for line in lines]


def test_the_files_of_the_second_are_read_in_the_first_under_the_same_message() -> None:
    pavel = reception()
    mother, call = vera(), caller(pavel)
    sends(pavel, call, LONG, text="Копия приговора.")
    sends(pavel, call, "Тихо.".encode(), "inner-file")
    before = bodies(pavel, call)

    assert merges(pavel, mother.matter, call).status_code == 302

    kept = read_thread(whole(pavel, mother.matter)).messages
    [told] = [one for one in kept if one.files]
    assert told.text == "Копия приговора." and [line.name for line in told.files] == ["Приговор.txt"]
    assert bodies(pavel, mother.matter) == before == [LONG]
    assert bodies(pavel, mother.matter, inner=True) == ["Тихо.".encode()]
    assert bodies(pavel, call) == [LONG], "the second keeps its own"


def test_the_mother_reads_the_family_s_file_and_not_the_helpers() -> None:
    pavel = reception()
    mother, call = vera(), caller(pavel)
    sends(pavel, call, LONG)
    sends(pavel, call, b"inner", "inner-file")
    merges(pavel, mother.matter, call)

    [line] = [
        line
        for one in read_thread(file_of(mother.keys, mother.matter), for_family=True).messages
        for line in one.files
    ]

    assert whole_body(mother.client.get(line.url)) == LONG
    inside = Attachment.objects.get(safe=mother.matter.inner_safe_id)
    assert mother.client.get(f"/talk/mine/files/{inside.id}/body/").status_code == 404


def test_each_copy_has_a_key_and_a_body_of_its_own_and_none_is_in_clear(blobs: Path) -> None:
    pavel = reception()
    mother, call = vera(), caller(pavel)
    sends(pavel, call, LONG)
    merges(pavel, mother.matter, call)

    first, second = (path.read_bytes() for path in blobs.iterdir())

    assert len(first) == len(second) and first[25:] != second[25:]
    assert MARK.encode() not in first + second
    assert {row.safe_id for row in Attachment.objects.all()} == {call.safe_id, mother.matter.safe_id}


def test_pavel_sees_beforehand_how_many_files_come_along_and_how_many_cannot(blobs: Path) -> None:
    pavel = reception()
    mother, call = vera(), caller(pavel)
    for text in ("раз", "два", "три"):
        sends(pavel, call, text.encode())
    broken, row = Attachment.objects.order_by("sequence")[:2]
    (blobs / broken.blob).write_bytes(b"\1" * 70_000)
    Attachment.objects.filter(id=row.id).update(sealed=bytes(row.sealed)[:9])

    would = merging.preview(whole(pavel, mother.matter), whole(pavel, call), now=timezone.now())
    merges(pavel, mother.matter, call)

    assert (would.files, would.damaged) == (1, 2)
    assert bodies(pavel, mother.matter) == ["три".encode()]
    assert read_thread(whole(pavel, mother.matter)).lost_files == 0, "nothing was lost in the first"


def test_parting_takes_the_copies_back_and_leaves_no_body_of_them(
    blobs: Path, django_capture_on_commit_callbacks: Any
) -> None:
    pavel = reception()
    mother, call = vera(), caller(pavel)
    sends(pavel, mother.matter, photo(), text="Моё.")
    sends(pavel, call, LONG, text="Чужое.")
    before = set(blobs.iterdir())
    merges(pavel, mother.matter, call)
    sends(pavel, mother.matter, b"later", text="Позже.")
    assert len(set(blobs.iterdir())) == 4

    with django_capture_on_commit_callbacks(execute=True):
        assert parts(pavel, mother.matter).status_code == 302

    assert said(whole(pavel, mother.matter)) == ["Моё.", "Позже."]
    assert bodies(pavel, mother.matter)[1:] == [b"later"] and bodies(pavel, call) == [LONG]
    assert read_thread(whole(pavel, mother.matter)).lost_files == 0
    assert before < set(blobs.iterdir()) and len(set(blobs.iterdir())) == 3
    assert sweep_blobs(today=timezone.localdate()).lost == 0


def test_erasing_the_first_leaves_no_body_of_either(blobs: Path) -> None:
    pavel = reception()
    mother, call = vera(), caller(pavel)
    sends(pavel, call, LONG)
    sends(pavel, mother.matter, b"own")
    merges(pavel, mother.matter, call)
    assert len(list(blobs.iterdir())) == 3

    erase(Matter.objects.get(id=mother.matter.id), today=timezone.localdate())

    assert list(blobs.iterdir()) == [] and not Attachment.objects.exists()


def test_when_the_clock_takes_the_second_the_first_still_has_the_file(blobs: Path) -> None:
    pavel = reception()
    mother, call = vera(), caller(pavel)
    sends(pavel, call, LONG)
    merges(pavel, mother.matter, call)

    forget_files(call)

    assert bodies(pavel, mother.matter) == [LONG] and len(list(blobs.iterdir())) == 1


def test_a_merge_that_is_refused_leaves_no_copy_behind(blobs: Path) -> None:
    pavel = reception()
    mother, call = vera(), caller(pavel)
    sends(pavel, call, LONG)
    Matter.objects.filter(id=call.id).update(held_by=pavel.member)

    assert merges(pavel, mother.matter, call).status_code == 409

    assert len(list(blobs.iterdir())) == 1 and Attachment.objects.count() == 1


def test_a_file_that_comes_while_the_others_are_copied_is_not_left_behind(
    blobs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pavel = reception()
    mother, call = vera(), caller(pavel)
    sends(pavel, call, LONG)
    real, came = retelling.copied, []

    def slowly(*told: Any) -> Any:
        if not came:
            came.append(1)
            sends(pavel, call, "Успела.".encode())
        return real(*told)

    monkeypatch.setattr(retelling, "copied", slowly)

    assert merges(pavel, mother.matter, call).status_code == 409
    assert not Merge.objects.exists() and len(list(blobs.iterdir())) == 2
    assert merges(pavel, mother.matter, call).status_code == 302
    assert bodies(pavel, mother.matter) == [LONG, "Успела.".encode()]


def test_what_was_read_before_stays_read_when_the_two_are_parted() -> None:
    pavel = reception()
    mother, call = vera(), caller(pavel)
    mother.client.post("/mine/talk/", {"text": "Где он?"})
    speaks(pavel, call, "Чужое.")
    merges(pavel, mother.matter, call)
    mark_read(keys=keys(pavel), file=whole(pavel, mother.matter))
    mother.client.post("/mine/talk/", {"text": "Есть новости?"})
    parts(pavel, mother.matter)

    file = whole(pavel, mother.matter)
    fresh = news_for(keys(pavel), [file.safe]).get(file.safe.id, frozenset())

    assert Message.objects.filter(id__in=fresh).count() == 1
    assert [one.text for one in read_thread(file).messages if one.id in fresh] == ["Есть новости?"]


def test_the_page_says_that_files_come_along() -> None:
    pavel = reception()
    mother, call = vera(), caller(pavel)
    address = f"/arrivals/similar/{mother.matter.id}/with/{call.id}/"
    without = page(pavel.client.get(address)).count("<li>")
    sends(pavel, call, LONG)

    assert page(pavel.client.get(address)).count("<li>") == without + 1
