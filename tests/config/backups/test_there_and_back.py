"""Pavel backs the house up, the machine is taken, and everything stands again on another one."""

from pathlib import Path

import pytest
from django.apps import apps
from django.db import connection, router
from tests.config.backups.conftest import Keys, NewHouse
from tests.config.backups.world import WRITE_ON, House, at_rest, names_in, without_last_entry

from peredacha.config.commands.backups.schema import applied, tables_at

pytestmark = pytest.mark.slow


def last_act(house: House) -> str:
    """What the journal of a house wrote last."""
    return str(max(house.rows()["journal_entry"], key=lambda row: row[1])[3])


def test_every_row_and_attachment_comes_back_byte_by_byte(
    lived_in: House, new_house: NewHouse, keys: Keys, tmp_path: Path
) -> None:
    before = lived_in.rows()
    file = tmp_path / "backup.age"

    made = lived_in.types("backup", file, "--recipient", keys.public)
    assert made.code == 0, made.err
    checked = lived_in.types("backup_check", file, "--identity-file", keys.file)
    assert checked.code == 0, checked.err
    other = new_house()
    restored = other.types("restore", file, "--identity-file", keys.file)

    assert restored.code == 0, restored.err
    assert without_last_entry(other.rows()) == at_rest(before)
    assert len(before["journal_entry"]) >= 300 and len(before["facilities_facility"]) > 20
    assert other.attachments() == lived_in.attachments() and len(other.attachments()) == 3
    assert [last_act(house) for house in (lived_in, other)] == ["backup_made", "restored"]
    assert names_in(tmp_path) == ["backup.age", "backup.salts.age"], "nothing else is left beside it"
    assert names_in(lived_in.folder / "tmp") == names_in(other.folder / "tmp") == []
    assert other.runs(
        "import django; django.setup(); import datetime\n"
        "from peredacha.rooms.journal.services import record\n"
        "record(act='joined', chapter='demo', today=datetime.date(2026, 11, 22))"
    ).wait(60) == 0, "the numbers of new rows must follow the restored ones"  # fmt: skip


def test_a_backup_goes_from_sqlite_to_postgresql_and_back(
    new_house: NewHouse, keys: Keys, tmp_path: Path
) -> None:
    if connection.vendor == "sqlite":
        pytest.skip("needs a PostgreSQL: run tools/postgres.py")
    first, second, third = new_house(lite=True).settled().lived_in(200, 2), new_house(), new_house(lite=True)
    before = first.rows()

    for source, target in ((first, second), (second, third)):
        file = tmp_path / f"{target.folder.name}.age"
        assert source.types("backup", file, "--recipient", keys.public).code == 0
        done = target.types("restore", file, "--identity-file", keys.file)
        assert done.code == 0, done.err

    after = third.rows()
    assert {name: rows for name, rows in after.items() if not name.startswith("journal_")} == {
        name: rows for name, rows in before.items() if not name.startswith("journal_")
    }
    entries = sorted(after["journal_entry"], key=lambda row: row[1])
    assert entries[:200] == at_rest(before)["journal_entry"]
    assert [row[3] for row in entries[200:]] == ["restored", "restored"]


def test_the_house_goes_on_writing_meanwhile(
    large: House, new_house: NewHouse, keys: Keys, tmp_path: Path
) -> None:
    file, count = tmp_path / "meanwhile.age", len(large.rows()["journal_entry"])
    writer = large.runs(WRITE_ON, file)

    made = large.types("backup", file, "--recipient", keys.public)

    assert writer.wait(60) == 0 and made.code == 0, made.err
    other = new_house()
    assert other.types("restore", file, "--identity-file", keys.file).code == 0
    told = other.types("verify_journal", "--skip-checks")
    assert told.code == 0, told.err
    inside, now = len(other.rows()["journal_entry"]) - 1, len(large.rows()["journal_entry"]) - 1
    assert count <= inside < now, "it holds one moment, and later ones were written while it was made"


def test_a_passphrase_closes_it_too(lived_in: House, new_house: NewHouse, tmp_path: Path) -> None:
    words, file = tmp_path / "words.txt", tmp_path / "backup.age"
    words.write_text("берёза утюг канал семь снег окно пирог\n")

    assert lived_in.types("backup", file, "--passphrase-file", words).code == 0
    other = new_house()
    done = other.types("restore", file, "--passphrase-file", words)

    assert done.code == 0, done.err
    assert other.attachments() == lived_in.attachments()


def test_two_keepers_open_it_each_alone(lived_in: House, keys: Keys, tmp_path: Path) -> None:
    printed = lived_in.types("backup_keys")
    mine = tmp_path / "anna.txt"
    mine.write_text(printed.out)
    public = printed.out.splitlines()[0].split()[-1]
    file = tmp_path / "backup.age"

    assert lived_in.types("backup", file, "--recipient", keys.public, "--recipient", public).code == 0

    for identity in (mine, keys.file):
        assert lived_in.types("backup_check", file, "--identity-file", identity).code == 0
    assert public in printed.err and "AGE-SECRET-KEY" not in printed.err


def test_the_file_is_its_owners_alone_and_tells_nothing(large_backup: Path) -> None:
    data = large_backup.read_bytes()

    assert large_backup.stat().st_mode & 0o777 == 0o600
    assert data.startswith(b"age-encryption.org/v1\n")
    assert not [word for word in (b"journal", b"head.json", b"MARKED", b"blobs/") if word in data]


def test_an_older_backup_is_brought_to_the_tables_of_today(
    new_house: NewHouse, keys: Keys, tmp_path: Path
) -> None:
    house, file = new_house(), tmp_path / "old.age"
    assert house.types("migrate", "journal", "-v0", "--skip-checks").code == 0
    assert house.runs("import django; django.setup(); import datetime\n"
        "from peredacha.rooms.journal.services import bump\n"
        "bump(chapter='demo', name='plans', today=datetime.date(2026, 11, 22), by=7)").wait(60) == 0  # fmt: skip
    assert "facilities_facility" not in house.rows()
    assert house.types("backup", file, "--recipient", keys.public).code == 0

    for target in (new_house(), ready := new_house()):
        if target is ready:
            assert target.types("migrate", "-v0", "--skip-checks").code == 0
        done = target.types("restore", file, "--identity-file", keys.file)
        assert done.code == 0, done.err
        assert target.rows()["journal_counter"] == house.rows()["journal_counter"]
        assert target.rows()["facilities_facility"] == []


@pytest.mark.django_db
def test_every_table_is_in_it_but_the_open_visits() -> None:
    held = set(tables_at(applied(connection)))

    models = apps.get_models(include_auto_created=True)
    assert held == {one._meta.db_table for one in models if router.db_for_write(one) == "default"}
    assert "journal_entry" in held and "people_session" not in held
