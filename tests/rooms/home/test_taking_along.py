"""Vera takes everything along: one file with the page and every paper, also large ones, also when one is damaged."""

import os
import re
import tracemalloc
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from django.test import Client
from django.utils import timezone
from django.utils.translation import override
from tests.people import igor
from tests.rooms.conversations.world import MARK, SECRET, note, photo, puts, sends
from tests.rooms.desk.world import at
from tests.rooms.home.world import EXPORT, notes, takes_along
from tests.rooms.matters.world import FamilyAtDoor, asks, file_of, keys, reception
from tests.rooms.people.world import Enrolled

from peredacha.core.facts import Author
from peredacha.rooms.conversations.models import Attachment, Message
from peredacha.rooms.conversations.services import DamagedFile, send
from peredacha.rooms.conversations.services.attaching import sealed_blob
from peredacha.rooms.matters.services import traces_of
from peredacha.rooms.vault.services import write_row

pytestmark = pytest.mark.django_db
MEGABYTE = 1024 * 1024
LARGE = 50 * MEGABYTE


@pytest.fixture(autouse=True)
def blobs(settings: Any, tmp_path: Path) -> Path:
    settings.BLOBS = tmp_path / "blobs"
    return tmp_path / "blobs"


@pytest.fixture
def pavel(db: None) -> Enrolled:
    return reception()


@pytest.fixture
def vera(pavel: Enrolled) -> FamilyAtDoor:
    return asks()


def large(vera: FamilyAtDoor, kind: str = "image/jpeg", size: int = LARGE) -> Attachment:
    """A file that came in pieces, as no test should hold it whole."""
    file, now = file_of(vera.keys, vera.matter), timezone.now()
    message = send(keys=vera.keys, file=file, text="Снимки.", author=Author("family"), now=now)
    told = {"name": "Снимок.jpg", "size": size, "kind": kind, "left_out": [], "original": False}
    pieces = (bytes([number % 251]) * MEGABYTE for number in range(size // MEGABYTE))
    stored = sealed_blob(file.safe, pieces, told, now)
    return write_row(Attachment, file.safe, {**stored.content, "message": str(message.id)}, blob=stored.blob)


def test_the_page_and_every_file_lie_in_one_zip(pavel: Enrolled, vera: FamilyAtDoor) -> None:
    sends(vera.client, "/talk/mine/file/", "Постановление Веры.jpg", photo(), text="Вот оно.")
    puts(pavel, vera, note("Образец жалобы"), "жалоба.txt")

    archive = takes_along(vera.client)

    assert archive.namelist() == ["files/001.jpg", "files/002.txt", "notes.html"]
    assert archive.read("files/002.txt").decode() == "Образец жалобы"
    assert archive.read("files/001.jpg").startswith(b"\xff\xd8") and SECRET not in archive.read(
        "files/001.jpg"
    )
    page = archive.read("notes.html").decode()
    assert 'href="files/001.jpg"' in page and "Постановление Веры.jpg" in page and "Вот оно." in page
    assert page.index("Вот оно.") < page.index("files/001.jpg") < page.index("files/002.txt")
    assert set(re.findall(r'href="([^"]+)"', page)) == {"files/001.jpg", "files/002.txt"}
    assert "<style>" in page and "http://" not in page and "https://" not in page


def test_names_and_days_outside_the_page_tell_nothing(pavel: Enrolled, vera: FamilyAtDoor) -> None:
    puts(vera, vera, photo(), "Вера и Пётр.jpg", keep_original=True)
    answer = vera.client.get(EXPORT)
    archive = takes_along(vera.client)

    assert answer.headers["Content-Disposition"] == 'attachment; filename="notes.zip"'
    assert answer.headers["Cache-Control"] == "no-store"
    assert archive.namelist() == ["files/001.jpg", "files/002-original.jpg", "notes.html"]
    assert {one.date_time for one in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert not archive.comment and not any(one.comment or one.extra for one in archive.infolist())


def test_a_telephone_that_reads_from_the_beginning_can_open_it(vera: FamilyAtDoor) -> None:
    puts(vera, vera, note("слово"))

    kinds = {one.compress_type for one in takes_along(vera.client).infolist()}

    assert kinds == {ZIP_DEFLATED}, "a stored file of unknown length cannot be read as it comes"


def test_what_only_the_helpers_read_stays_with_them(pavel: Enrolled, vera: FamilyAtDoor) -> None:
    puts(pavel, vera, note("Тихо: она боится."), inner=True)
    pavel.client.post(at(vera.matter, "inner/"), {"inner-text": "Не звонить."})

    archive = takes_along(vera.client)

    assert archive.namelist() == ["notes.html"] and "Не звонить." not in notes(vera.client)


def test_a_damaged_file_is_named_as_damaged_and_the_rest_is_given(vera: FamilyAtDoor, blobs: Path) -> None:
    broken, sound = (
        puts(vera, vera, note("первый"), "первый.txt"),
        puts(vera, vera, note("второй"), "второй.txt"),
    )
    path = blobs / broken.blob
    path.write_bytes(path.read_bytes()[:-9])

    archive = takes_along(vera.client)

    assert archive.namelist() == ["files/002.txt", "notes.html"]
    page = archive.read("notes.html").decode()
    assert "первый.txt" in page and 'href="files/001.txt"' not in page and 'href="files/002.txt"' in page
    assert (blobs / sound.blob).exists()


def test_a_file_whose_line_is_damaged_is_told_and_one_whose_message_is_gone_is_given(
    vera: FamilyAtDoor,
) -> None:
    lost, loose = (
        puts(vera, vera, note("первый"), "первый.txt"),
        puts(vera, vera, note("второй"), "второй.txt"),
    )
    Attachment.objects.filter(id=lost.id).update(sealed=bytes(lost.sealed)[:9])
    whole = len(re.findall(r"<p>", notes(vera.client)))
    Message.objects.order_by("sequence").last().delete()

    archive = takes_along(vera.client)

    page = archive.read("notes.html").decode()
    assert archive.namelist() == ["files/001.txt", "notes.html"]
    assert archive.read("files/001.txt").decode() == "второй" and "второй.txt" in page
    assert len(re.findall(r"<p>", page)) == whole == 2
    assert loose.id != lost.id


def test_fifty_megabytes_leave_in_small_pieces_and_little_memory(vera: FamilyAtDoor, tmp_path: Path) -> None:
    for _each in range(2):
        large(vera)
    longest = 0
    tracemalloc.start()
    try:
        answer: Any = vera.client.get(EXPORT)
        with (tmp_path / "taken.zip").open("wb") as taken:
            for piece in answer.streaming_content:
                longest = max(longest, len(piece))
                taken.write(piece)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()

    assert peak < 8 * MEGABYTE, f"{peak / MEGABYTE:.1f} MB"
    assert longest < MEGABYTE
    with ZipFile(tmp_path / "taken.zip") as archive:
        assert [one.file_size for one in archive.infolist()[:2]] == [LARGE, LARGE]
        assert archive.testzip() is None


def test_no_byte_of_it_touches_the_disk(vera: FamilyAtDoor, tmp_path: Path, monkeypatch: Any) -> None:
    puts(vera, vera, note(MARK))
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}

    def refuses(*told: Any, **more: Any) -> None:
        raise AssertionError("a temporary file")

    for name in ("TemporaryFile", "NamedTemporaryFile", "SpooledTemporaryFile", "mkstemp"):
        monkeypatch.setattr(f"tempfile.{name}", refuses)
    assert MARK in takes_along(vera.client).read("files/001.txt").decode()

    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before


def test_a_file_that_breaks_while_it_leaves_breaks_the_zip_off(
    vera: FamilyAtDoor, blobs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = large(vera, size=4 * MEGABYTE)
    answer: Any = vera.client.get(EXPORT)
    pieces: Iterator[bytes] = iter(answer.streaming_content)
    next(pieces)
    os.truncate(blobs / row.blob, 2 * MEGABYTE)

    with pytest.raises(DamagedFile):
        list(pieces)


def test_taking_along_leaves_its_trace_and_igor_gets_nothing(pavel: Enrolled, vera: FamilyAtDoor) -> None:
    takes_along(vera.client)

    assert [one.act for one in traces_of(file_of(keys(pavel), vera.matter))][-1] == "exported"
    assert igor().opens(EXPORT).status_code == 302
    assert pavel.client.get(EXPORT).status_code == 302
    assert Client().get(EXPORT).status_code == 302


def test_the_page_is_in_the_language_in_which_it_was_asked_for(vera: FamilyAtDoor) -> None:
    answer: Any = vera.client.get(f"/en{EXPORT}")
    with override("ru"):
        body = b"".join(answer.streaming_content)

    assert '<html lang="en">' in ZipFile(BytesIO(body)).read("notes.html").decode()
    assert '<html lang="ru">' in notes(vera.client)
