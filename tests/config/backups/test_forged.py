"""Igor knows the public key, so he can make a file that opens: it must not do more than a true one."""

import hashlib
import io
import json
import tarfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from peredacha.config.commands.backups.age import Lock, Opener, fresh_keys, seal
from peredacha.config.commands.backups.checking import Looker, read_backup
from peredacha.config.commands.backups.tar import Part, Unpacker, packed
from peredacha.config.commands.backups.wrong import Damaged, Refused

SECRET, PUBLIC = fresh_keys()
HEAD = {"format": 1, "made_on": "2026-11-22", "migrations": [], "tables": {"journal_counter": ["id", "name"]}}
ROWS = b'["1","plans"]\n["2","visits"]\n'
Files = list[tuple[str, bytes]]


def true_files() -> Files:
    """What a small true backup holds, without its manifest."""
    return [
        ("head.json", json.dumps(HEAD).encode()),
        ("tables/journal_counter/000001.jsonl", ROWS),
        ("blobs/ab/cd", b"sealed"),
    ]


def manifest(files: Files, **other: Any) -> tuple[str, bytes]:
    parts = {name: [len(data), hashlib.sha256(data).hexdigest()] for name, data in files}
    told = {"format": 1, "rows": {"journal_counter": 2}, "parts": parts}
    return "manifest.json", json.dumps(told | other).encode()


def parts_of(files: Files) -> list[Part]:
    return [Part(name, len(data), [data]) for name, data in files]


def closed(chunks: Iterable[bytes], file: Path) -> Path:
    with file.open("wb") as stream:
        seal(Lock((PUBLIC,)))(chunks, stream)
    return file


def read(file: Path) -> int:
    """How many rows the backup holds."""
    return sum(read_backup(file, Opener((SECRET,)), Looker())[1].rows.values())


def test_a_true_one_opens(tmp_path: Path) -> None:
    files = true_files()

    assert read(closed(packed(parts_of([*files, manifest(files)])), tmp_path / "true.age")) == 2


TRUE = true_files()
LIES: dict[str, Files] = {
    "no manifest": TRUE,
    "no head": [*TRUE[1:], manifest(TRUE[1:])],
    "nothing": [],
    "a part less": [*TRUE[:2], manifest(TRUE)],
    "a part more": [*TRUE, ("blobs/ef", b"more"), manifest(TRUE)],
    "a part twice": [*TRUE, TRUE[2], manifest(TRUE)],
    "another content": [*TRUE[:2], ("blobs/ab/cd", b"SEALED"), manifest(TRUE)],
    "another count of rows": [*TRUE, manifest(TRUE, rows={"journal_counter": 3})],
    "something after the manifest": [*TRUE, manifest(TRUE), ("blobs/ef", b"more")],
    "a table that the head has not": [TRUE[0], ("tables/people_member/1.jsonl", ROWS), manifest(TRUE)],
    "a row too wide": [TRUE[0], (TRUE[1][0], b'["1","plans","more"]\n'), TRUE[2], manifest(TRUE)],
    "rows that are no lists": [TRUE[0], (TRUE[1][0], b'"1"\n'), TRUE[2], manifest(TRUE)],
    "no JSON": [("head.json", b"{"), *TRUE[1:], manifest(TRUE)],
    "a head of another kind": [("head.json", b"[1]"), *TRUE[1:], manifest(TRUE)],
    "a manifest of another kind": [*TRUE, ("manifest.json", b"[1]")],
    "an unknown part": [*TRUE, ("readme", b"hello"), manifest(TRUE)],
}


@pytest.mark.parametrize("lie", sorted(LIES))
def test_a_lie_is_noticed(lie: str, tmp_path: Path) -> None:
    with pytest.raises(Damaged):
        read(closed(packed(parts_of(LIES[lie])), tmp_path / "lie.age"))


@pytest.mark.parametrize(
    "name",
    ["../out", "ab/../../out", "/etc/cron.d/x", ".hidden", "ab/.hidden", "ab//cd", "a b", "ab/", "ab\\cd"],
)
def test_an_attachment_never_leaves_its_folder(name: str, tmp_path: Path) -> None:
    files = [*true_files(), (f"blobs/{name}", b"out")]

    class Writer(Looker):
        def blob(self, name: str) -> Any:
            assert name == "ab/cd", "this name must not come so far"
            return len

    file = closed(packed(parts_of([*files, manifest(files)])), tmp_path / "out.age")
    with pytest.raises(Damaged):
        read_backup(file, Opener((SECRET,)), Writer())


def test_a_link_in_the_tar_is_refused(tmp_path: Path) -> None:
    link = tarfile.TarInfo("blobs/link")
    link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
    chunks = [b"".join(packed(parts_of(true_files())))[:-1024], link.tobuf(tarfile.USTAR_FORMAT), bytes(1024)]

    with pytest.raises(Damaged):
        read(closed(chunks, tmp_path / "link.age"))


def test_a_backup_of_a_later_format_says_so(tmp_path: Path) -> None:
    files = [("head.json", json.dumps(HEAD | {"format": 2}).encode()), *true_files()[1:]]

    with pytest.raises(Refused):
        read(closed(packed(parts_of([*files, manifest(files)])), tmp_path / "later.age"))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_one_wrong_byte_or_a_missing_end_opens_nothing(tmp_path: Path, data: st.DataObject) -> None:
    files = true_files()
    file = closed(packed(parts_of([*files, manifest(files)])), tmp_path / "true.age")
    whole = bytearray(file.read_bytes())
    place = data.draw(st.integers(0, 9999)) * len(whole) // 10_000  # its length differs a little each time
    if data.draw(st.booleans()):
        del whole[place:]
    else:
        whole[place] ^= data.draw(st.integers(1, 255))
    file.write_bytes(whole)

    with pytest.raises(Damaged):
        read(file)


@given(sizes=st.lists(st.integers(0, 1500), max_size=6), cuts=st.lists(st.integers(1, 700), min_size=1))
def test_a_tar_comes_through_in_any_pieces(sizes: list[int], cuts: list[int]) -> None:
    files = [(f"blobs/{number}", bytes([65 + number]) * size) for number, size in enumerate(sizes)]
    stream = io.BytesIO(b"".join(packed(parts_of(files))))
    taken: Files = []

    class Taker:
        def begin(self, name: str, size: int) -> None:
            taken.append((name, b""))

        def take(self, chunk: bytes) -> None:
            taken[-1] = (taken[-1][0], taken[-1][1] + chunk)

        def end(self) -> None:
            pass

    unpacker = Unpacker(Taker())
    turn = 0
    while piece := stream.read(cuts[turn % len(cuts)]):
        unpacker.write(piece)
        turn += 1

    assert unpacker.ended and taken == files
    stream.seek(0)
    with tarfile.open(fileobj=stream) as standard:
        assert [one.name for one in standard.getmembers()] == [name for name, _ in files]
