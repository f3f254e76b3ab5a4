"""Fixtures of the whole house."""

import os

import hypothesis
import pytest
from django.conf import settings
from django.core.management import call_command
from django.utils.translation import deactivate

from peredacha.config.commands.serve import compile_messages

# The same examples in every run of the check, so that a red check is the change's own; EXPLORE=1 looks for new ones.
hypothesis.settings.register_profile("check", derandomize=True, deadline=None)
hypothesis.settings.register_profile("explore", max_examples=2000, deadline=None)
hypothesis.settings.load_profile("explore" if os.environ.get("EXPLORE") else "check")

# The browser's fixtures run inside an event loop.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")


def pytest_itemcollected(item: pytest.Item) -> None:
    """Who may use the database may use the sessions' own database too."""
    for marker in item.iter_markers("django_db"):
        if "databases" not in marker.kwargs:
            marker.kwargs["databases"] = "__all__"  # type: ignore[index]
    if "db" in getattr(item, "fixturenames", ()) and not item.get_closest_marker("django_db"):
        item.add_marker(pytest.mark.django_db(databases="__all__"))


@pytest.fixture(scope="session", autouse=True)
def prepared() -> None:
    """Messages are compiled and static files gathered, as `peredacha prepare` leaves them.

    Workers side by side would do it at once and stumble over each other: for them the check has done it before.
    """
    if "PYTEST_XDIST_WORKER" not in os.environ:
        compile_messages()
        call_command("collectstatic", "--noinput", verbosity=0)


@pytest.fixture(autouse=True)
def own_language() -> None:
    """No test begins in the language in which another one ended."""
    deactivate()


@pytest.fixture
def demo_cards(db: None) -> None:
    """The invented facilities of the demo chapter."""
    call_command("load_chapter", str(settings.CHAPTER), verbosity=0)
