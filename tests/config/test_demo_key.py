"""The demo's boot key lies on the disk. Nobody else may read it, and no real house may run with it."""

import stat
from pathlib import Path

import pytest
from tests.config.backups.world import House

from peredacha.config.commands.demo import FILE, keep_demo_key, refuse_demo_key
from peredacha.config.environment import WrongEnvironment, new_boot_key, read_environment


def told(folder: Path, key: str = "") -> dict[str, str]:
    """The environment of a house in this folder."""
    return {"DATABASE_URL": f"sqlite:///{folder / 'site.sqlite3'}", "PEREDACHA_BOOT_KEY": key}


@pytest.fixture(autouse=True)
def own_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the demo sets is gone after the test."""
    monkeypatch.setenv("PEREDACHA_BOOT_KEY", "")


def test_the_demos_key_is_made_for_its_owner_alone(tmp_path: Path) -> None:
    keep_demo_key(told(tmp_path))

    assert stat.S_IMODE((tmp_path / FILE).stat().st_mode) == 0o600


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o644])
def test_a_key_that_others_can_read_is_refused(tmp_path: Path, mode: int) -> None:
    keep_demo_key(told(tmp_path))
    (tmp_path / FILE).chmod(mode)

    with pytest.raises(WrongEnvironment, match="chmod 600"):
        keep_demo_key(told(tmp_path))


def test_a_real_house_does_not_run_with_the_key_of_the_demo(tmp_path: Path) -> None:
    keep_demo_key(told(tmp_path))
    key = (tmp_path / FILE).read_text("ascii")

    with pytest.raises(WrongEnvironment, match="lies on the disk"):
        refuse_demo_key(read_environment(told(tmp_path, key)))
    refuse_demo_key(read_environment(told(tmp_path, new_boot_key())))


@pytest.mark.slow
def test_what_the_house_writes_is_for_its_own_account_alone(tmp_path: Path) -> None:
    house = House(tmp_path, f"sqlite:///{tmp_path / 'house.sqlite3'}")

    for words in ((), ("people", "--database", "sessions"), ("salts", "--database", "salts")):
        assert house.types("migrate", *words, "-v0", "--skip-checks").code == 0

    modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in tmp_path.glob("*.sqlite3*")}
    assert len(modes) >= 3 and set(modes.values()) == {0o600}
