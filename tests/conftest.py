"""Fixtures of the whole house."""

import os

import pytest
from django.conf import settings
from django.core.management import call_command

from peredacha.config.commands.serve import compile_messages

# The browser's fixtures run inside an event loop.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")


@pytest.fixture(scope="session", autouse=True)
def prepared() -> None:
    """Messages are compiled and static files gathered, as `peredacha prepare` leaves them.

    Workers side by side would do it at once and stumble over each other: for them the check has done it before.
    """
    if "PYTEST_XDIST_WORKER" not in os.environ:
        compile_messages()
        call_command("collectstatic", "--noinput", verbosity=0)


@pytest.fixture
def demo_cards(db: None) -> None:
    """The invented facilities of the demo chapter."""
    call_command("load_chapter", str(settings.CHAPTER), verbosity=0)
