"""Only ciphertext ever reaches the disk; what was acknowledged stays, what was erased goes."""

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from threading import Event, Thread
from typing import Any

import pytest
from django.utils import timezone
from tests.rooms.conversations.world import MARK, note, photo, puts, sends
from tests.rooms.matters.world import FamilyAtDoor, asks
from tests.rooms.people.world import Enrolled

from peredacha.rooms.conversations.models import Attachment, Message
from peredacha.rooms.conversations.services import forget_files, sweep_blobs
from peredacha.rooms.conversations.services.blobs import fresh_name, write_blob
from peredacha.rooms.matters.services import erase_matter

ROOT = Path(__file__).parents[3]
WRITING = os.O_WRONLY | os.O_RDWR
opened: list[str] = []
listening = Event()


def hear(event: str, told: tuple[Any, ...]) -> None:
    """An audit hook cannot be taken out again, so it hears only while somebody listens."""
    if event != "open" or not listening.is_set():
        return
    if isinstance(told[0], str | bytes | os.PathLike) and told[2] & WRITING:
        opened.append(os.fsdecode(told[0]))


sys.addaudithook(hear)


@contextmanager
def watched(*folders: Path) -> Iterator[list[bytes]]:
    """Everything that lies in the folders at any moment, and every file opened for writing in ``opened``."""
    seen: list[bytes] = []
    done = Event()

    def look() -> None:
        while not done.is_set():
            for folder in folders:
                for path in folder.rglob("*"):
                    try:
                        seen.append(path.read_bytes() if path.is_file() else b"")
                    except FileNotFoundError:
                        continue
            done.wait(0.005)

    opened.clear()
    listening.set()
    looking = Thread(target=look)
    looking.start()
    try:
        yield seen
    finally:
        done.set()
        looking.join()
        listening.clear()


def test_only_ciphertext_reaches_the_disk_while_a_file_is_sent(
    vera: FamilyAtDoor, blobs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    temporary = tmp_path / "tmp"
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    monkeypatch.setattr(tempfile, "tempdir", None)
    body = note(f"{MARK} " * 150_000)[: 1024 * 1024 - 40]
    picture = photo(size=1500)

    with watched(temporary, blobs) as seen:
        sends(vera.client, "/talk/mine/file/", "тайна.txt", body.decode(errors="ignore").encode())
        sends(vera.client, "/talk/mine/file/", "тайна.jpg", picture, keep_original="on")
        written = list(opened)

    everything = b"".join(seen)
    assert Attachment.objects.count() == 3 and len(everything) > len(body)
    for marker in (MARK.encode(), b"tajna", "тайна".encode(), b"camera-of-vera", picture[1000:1040]):
        assert marker not in everything
    assert {str(Path(path).parent) for path in written} == {str(blobs)}
    assert list(temporary.iterdir()) == []


def test_the_folder_is_private_and_does_not_tell_the_hour(vera: FamilyAtDoor, blobs: Path) -> None:
    row = puts(vera, vera, note())

    assert blobs.stat().st_mode & 0o777 == 0o700
    told = (blobs / row.blob).stat()
    assert told.st_mode & 0o777 == 0o600
    assert told.st_mtime % 3600 == 0


def test_two_notes_of_different_length_look_alike(vera: FamilyAtDoor, blobs: Path) -> None:
    short, long = puts(vera, vera, note("а")), puts(vera, vera, note("а" * 20_000))
    assert (blobs / short.blob).stat().st_size == (blobs / long.blob).stat().st_size


def test_erasing_a_matter_takes_its_files_and_no_others(
    pavel: Enrolled, vera: FamilyAtDoor, blobs: Path
) -> None:
    nina = asks()
    puts(vera, vera, note(), keep_original=True)
    puts(pavel, vera, note(), inner=True)
    kept = puts(nina, nina, note())

    assert forget_files(vera.matter) == 2
    erase_matter(vera.matter, today=timezone.localdate())

    assert [path.name for path in blobs.iterdir()] == [kept.blob]
    assert [row.id for row in Attachment.objects.all()] == [kept.id]


def test_the_sweep_takes_what_no_row_knows_but_not_what_is_just_being_sent(
    vera: FamilyAtDoor, blobs: Path
) -> None:
    now = timezone.localtime()
    kept, lost = puts(vera, vera, note()), puts(vera, vera, note("потерян"))
    old, new = fresh_name(), fresh_name()
    write_blob(old, [b"ciphertext"], now - timedelta(days=3))
    write_blob(new, [b"ciphertext"], now)
    (blobs / lost.blob).unlink()

    swept = sweep_blobs(today=timezone.localdate(now))

    assert (swept.removed, swept.lost) == (1, 1)
    assert {path.name for path in blobs.iterdir()} == {kept.blob, new}


def test_a_message_that_cannot_be_written_leaves_no_file(
    vera: FamilyAtDoor, blobs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(**_told: Any) -> None:
        raise RuntimeError

    monkeypatch.setattr("peredacha.rooms.conversations.services.attaching.leave_trace", fails)
    with pytest.raises(RuntimeError):
        puts(vera, vera, note())

    assert list(blobs.iterdir()) == []
    assert Message.objects.count() == 0


@pytest.mark.slow
def test_a_killed_server_loses_nothing_that_it_acknowledged(tmp_path: Path) -> None:
    place = {
        "DATABASE_URL": f"sqlite:///{tmp_path}/house.sqlite3",
        "PEREDACHA_BLOBS": str(tmp_path / "blobs"),
        "PEREDACHA_SALTS": str(tmp_path / "salts.sqlite3"),
    }
    environment = {
        **os.environ,
        **place,
        "DJANGO_SETTINGS_MODULE": "tests.settings",
        "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}",
    }
    play = [sys.executable, "-m", "tests.rooms.conversations.sender"]
    subprocess.run([*play, "begin"], env=environment, cwd=ROOT, check=True)
    acknowledged: set[str] = set()
    for lines in (1, 3, 6):
        with subprocess.Popen(
            [*play, "send"], env=environment, cwd=ROOT, stdout=subprocess.PIPE, text=True
        ) as run:
            assert run.stdout is not None
            for _line, told in zip(range(lines), run.stdout):
                acknowledged.add(told.strip())
            run.send_signal(signal.SIGKILL)
            acknowledged.update(line.strip() for line in run.stdout if line.endswith("\n"))

    checked = subprocess.run(
        [*play, "check"], env=environment, cwd=ROOT, check=True, capture_output=True, text=True
    )
    whole = set(checked.stdout.split())
    assert len(acknowledged) >= 10
    assert acknowledged <= whole
    everything = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    assert MARK.encode() not in everything
