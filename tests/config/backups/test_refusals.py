"""One sentence and nothing written, where a backup or a restore cannot be."""

from pathlib import Path

import pytest
from tests.config.backups.conftest import Keys, NewHouse
from tests.config.backups.world import Done, House, names_in

from peredacha.config.command import run
from peredacha.config.commands.backups.age import fresh_keys

pytestmark = pytest.mark.slow


def refused(done: Done, code: int = 2) -> bool:
    """One sentence, no trace of the program."""
    return done.code == code and len(done.err.strip().splitlines()) == 1 and "Traceback" not in done.err


def test_a_house_that_is_lived_in_is_not_overwritten(lived_in: House, large_backup: Path, keys: Keys) -> None:
    before, attachments = lived_in.rows(), lived_in.attachments()

    done = lived_in.types("restore", large_backup, "--identity-file", keys.file)

    assert refused(done)
    assert lived_in.rows() == before and lived_in.attachments() == attachments


def test_another_key_opens_nothing(new_house: NewHouse, large_backup: Path, tmp_path: Path) -> None:
    (tmp_path / "igor.txt").write_text(fresh_keys()[0])
    house = new_house()

    done = house.types("restore", large_backup, "--identity-file", tmp_path / "igor.txt")

    assert refused(done, 1) and house.is_empty()


def test_a_damaged_backup_restores_nothing(
    new_house: NewHouse, large_backup: Path, keys: Keys, tmp_path: Path
) -> None:
    data = bytearray(large_backup.read_bytes())
    data[len(data) // 2] ^= 1
    (tmp_path / "flipped.age").write_bytes(data)
    (tmp_path / "short.age").write_bytes(large_backup.read_bytes()[:-1])
    house = new_house()

    for name in ("flipped.age", "short.age"):
        assert refused(house.types("restore", tmp_path / name, "--identity-file", keys.file), 1)

    assert house.is_empty() and house.attachments() == {}


def test_a_name_that_is_taken_is_left_alone(lived_in: House, keys: Keys, tmp_path: Path) -> None:
    (tmp_path / "yesterday.age").write_text("yesterday")

    assert refused(lived_in.types("backup", tmp_path / "yesterday.age", "--recipient", keys.public))

    assert (tmp_path / "yesterday.age").read_text() == "yesterday"
    assert names_in(tmp_path) == ["yesterday.age"]


@pytest.mark.parametrize(
    "words",
    [
        ("backup", "new.age"),
        ("backup", "new.age", "--recipient", "age1vera"),
        ("backup", "new.age", "--passphrase-file", "nowhere.txt"),
        ("backup", "new.age", "--passphrase-file", "short.txt"),
        ("backup", "no/folder/new.age", "--recipient", "PUBLIC"),
        ("backup_check", "nowhere.age", "--identity-file", "KEY"),
        ("backup_check", "short.txt", "--identity-file", "short.txt"),
        ("restore", "nowhere.age", "--identity-file", "KEY"),
        ("restore", "nowhere.age"),
        ("backup_keys", "more"),
    ],
)
@pytest.mark.django_db
def test_wrong_words_get_one_sentence(
    keys: Keys,
    words: tuple[str, ...],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "short.txt").write_text("too short")
    filled = {"PUBLIC": keys.public, "KEY": str(keys.file)}

    code = run([filled.get(word, word) for word in words])

    said = capsys.readouterr()
    assert refused(Done(code, said.out, said.err))
    assert names_in(tmp_path) == ["short.txt"]


def test_a_house_without_a_database_has_nothing_to_back_up(
    new_house: NewHouse, keys: Keys, tmp_path: Path
) -> None:
    assert refused(new_house().types("backup", tmp_path / "none.age", "--recipient", keys.public))

    assert names_in(tmp_path) == []
