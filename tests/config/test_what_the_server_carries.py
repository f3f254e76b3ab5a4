"""The running server carries no decoder of strangers' files, no solver and no calendar package: each has a process."""

import os
import subprocess
import sys

HEAVY = {"PIL", "pikepdf", "holidays", "ortools", "numpy"}


def test_the_loaded_application_holds_none_of_the_heavy_packages() -> None:
    told = subprocess.run(
        [sys.executable, "-c", "import sys, peredacha.config.wsgi; print(*sys.modules)"],
        env=os.environ | {"DJANGO_SETTINGS_MODULE": "tests.settings"},
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()

    assert "django" in told and HEAVY & {name.partition(".")[0] for name in told} == set()
