"""The power goes in the middle: no half backup under its name, no half house."""

from pathlib import Path

import pytest
from tests.config.backups.conftest import Keys, NewHouse
from tests.config.backups.world import House, at_rest, kill_when, names_in, without_last_entry

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("bytes_written", [0, 3_000_000, 12_000_000])
def test_a_killed_backup_leaves_no_file_of_its_name_and_can_be_made_again(
    large: House, keys: Keys, tmp_path: Path, bytes_written: int
) -> None:
    file, part = tmp_path / "backup.age", tmp_path / "backup.age.part"
    before = large.rows()

    process = large.starts("backup", file, "--recipient", keys.public)
    kill_when(process, lambda: part.exists() and part.stat().st_size >= bytes_written)

    assert names_in(tmp_path) in (["backup.age.part"], ["backup.age.part", "backup.salts.age.part"])
    assert names_in(large.folder / "tmp") == []
    left = part.read_bytes()
    assert not [word for word in (b"journal", b"head.json", b"MARKED", b"blobs/") if word in left]
    assert large.rows() == before
    again = large.types("backup", file, "--recipient", keys.public)
    assert again.code == 0, again.err
    assert large.types("backup_check", file, "--identity-file", keys.file).code == 0
    assert names_in(tmp_path) == ["backup.age", "backup.salts.age"]


def test_a_killed_restore_leaves_an_empty_house_and_runs_again(
    large: House, large_backup: Path, new_house: NewHouse, keys: Keys
) -> None:
    house = new_house()
    words = ("restore", large_backup, "--identity-file", keys.file)
    moments = {
        "the first table stands": lambda: bool(house.rows()),
        "every row is written, and the first attachment": lambda: bool(house.attachments()),
        "half of the attachments are written": lambda: len(house.attachments()) > 3,
    }

    for moment, seen in moments.items():
        for path in house.blobs.rglob("a*"):
            path.unlink()
        kill_when(house.starts(*words), seen)
        assert house.is_empty(), moment

    done = house.types(*words)
    assert done.code == 0, done.err
    assert house.attachments() == large.attachments()
    kept = without_last_entry(house.rows())
    now = at_rest(large.rows())
    count = len(kept["journal_entry"])
    assert count >= 6_000 and kept["journal_entry"] == now["journal_entry"][:count]
    assert all(kept[table] == now[table] for table in kept if table != "journal_entry")
    assert house.types("verify_journal", "--skip-checks").code == 0


def test_two_backups_of_one_name_do_not_write_into_one_another(
    large: House, keys: Keys, tmp_path: Path
) -> None:
    file, part = tmp_path / "backup.age", tmp_path / "backup.age.part"
    first = large.starts("backup", file, "--recipient", keys.public)
    while not part.exists():
        assert first.poll() is None

    second = large.types("backup", file, "--recipient", keys.public)

    first.communicate(timeout=120)
    assert sorted([first.returncode, second.code]) == [0, 2]
    assert large.types("backup_check", file, "--identity-file", keys.file).code == 0
