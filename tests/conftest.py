"""Fixtures of the whole house."""

import os
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import date

import hypothesis
import pytest
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db.models import Model
from django.utils import timezone
from django.utils.translation import deactivate
from tests.laid_down import migrated_once

from peredacha.config.commands.serve import compile_messages

CARDS = ("facilities", "imports")
"""The rooms into which a chapter is loaded."""

# The same examples in every run of the check, so that a red check is the change's own; EXPLORE=1 looks for new ones.
hypothesis.settings.register_profile("check", derandomize=True, deadline=None)
hypothesis.settings.register_profile("explore", max_examples=2000, deadline=None)
hypothesis.settings.load_profile("explore" if os.environ.get("EXPLORE") else "check")

# The browser's fixtures run inside an event loop.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")


def pytest_itemcollected(item: pytest.Item) -> None:
    """Who may use the database may use the sessions' own database too; every attack builds a full house first."""
    if "attacks" in item.path.parts:
        item.add_marker(pytest.mark.slow)
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


@pytest.fixture(scope="session")
def laying() -> Iterator[ExitStack]:
    """Until this is closed, a database in memory gets its tables from the file of the last time."""
    with ExitStack() as stack:
        stack.enter_context(migrated_once())
        yield stack


@pytest.fixture(scope="session")
def django_db_setup(laying: ExitStack, django_db_setup: None) -> None:
    """The databases of the tests; what migrates later on does it truly."""
    laying.close()


@pytest.fixture(autouse=True)
def own_language() -> None:
    """No test begins in the language in which another one ended."""
    deactivate()


@pytest.fixture(scope="session")
def read_cards() -> dict[date, dict[type[Model], list[Model]]]:
    """What the folder of the demo chapter gave on a day, as rows."""
    return {}


@pytest.fixture
def demo_cards(db: None, read_cards: dict[date, dict[type[Model], list[Model]]]) -> None:
    """The invented facilities of the demo chapter: read from its folder once, then laid down as they were."""
    kept = [model for name in CARDS for model in apps.get_app_config(name).get_models()]
    day, filled = timezone.localdate(), any(model._default_manager.exists() for model in kept)
    if day in read_cards and not filled:
        for model, rows in read_cards[day].items():
            model._default_manager.bulk_create(rows)
        return
    call_command("load_chapter", str(settings.CHAPTER), verbosity=0)
    if not filled:
        read_cards[day] = {model: list(model._default_manager.all()) for model in kept}
