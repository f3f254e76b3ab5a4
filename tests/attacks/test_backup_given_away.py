"""Igor has a backup file and the key of the backups: he reads what lies in the database, and that is sealed."""

import subprocess
import sys
from pathlib import Path

import pyrage
import pytest
from tests.attacks.world import LABEL, MARK, NINAS
from tests.config.backups.conftest import Keys, NewHouse, keys, new_house
from tests.journeys.markers import found_in
from tests.journeys.server import BOOT_KEY

__all__ = ["keys", "new_house"]
pytestmark = pytest.mark.slow
FILL = """
import sys, django
django.setup()
from django.conf import settings
from django.core.management import call_command
from django.test.utils import setup_test_environment
setup_test_environment()
for alias in settings.DATABASES:
    call_command("migrate", verbosity=0, database=alias, skip_checks=True)
from tests.attacks.world import full_house
house = full_house()
sys.stdout.write(" ".join([house.pavel.visit.token, house.vera.client.cookies["__Host-session"].value, *house.links]))
"""


def test_a_backup_and_its_key_give_no_word_no_visit_and_no_secret(
    new_house: NewHouse, keys: Keys, tmp_path: Path
) -> None:
    house, file = new_house(), tmp_path / "backup.age"
    filled = subprocess.run(
        [sys.executable, "-c", FILL], env=house.environment, capture_output=True, text=True, check=True
    )
    assert house.types("backup", file, "--recipient", keys.public).code == 0

    secret = keys.file.read_text().splitlines()[1]
    opened = pyrage.decrypt(file.read_bytes(), [pyrage.x25519.Identity.from_str(secret)])

    assert b"people_member" in opened and len(opened) > 50_000, "it opened, and the rows are there"
    assert b"people_session" not in opened and b"people_wrongtries" not in opened
    assert list(found_in(opened, [MARK, NINAS, LABEL, BOOT_KEY, *filled.stdout.split()])) == []
