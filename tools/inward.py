"""Which plays of the rooms a second database could answer differently: a plugin of pytest for tools/postgres.py.

Of ``tests/rooms`` those run that ask for the database of the tests, and in which the play itself, a function of its
file or a fixture of its room speaks to the inside of a room: a service, a selector, a model, a command, or the
database. A play that only opens pages stays with SQLite: the services behind them have plays of their own, and the
journeys open every page at work on PostgreSQL. A play with a database file of its own would do the same twice.
"""

from collections.abc import Callable, Iterator
from inspect import unwrap
from types import CodeType, FunctionType, ModuleType
from typing import Any

import pytest

ROOMS, FLOORS = "peredacha.rooms.", {"models", "selectors", "services", "management"}
DATABASE = ("django.db", "django.core.management")
ASKS = {"db", "transactional_db", "django_db_setup"}


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Keep what this database could answer differently, and everything that is not of the rooms."""
    kept: list[pytest.Item] = []
    left: list[pytest.Item] = []
    for item in items:
        own = "rooms" not in item.path.parts or (asks_database(item) and speaks_inward(item))
        (kept if own else left).append(item)
    items[:] = kept
    config.hook.pytest_deselected(items=left)


def asks_database(item: pytest.Item) -> bool:
    """Whether the play uses the database of the tests."""
    return bool(item.get_closest_marker("django_db") or ASKS & set(getattr(item, "fixturenames", ())))


def speaks_inward(item: Any) -> bool:
    """Whether the play, or a fixture of its room, reaches the inside of a room without a page."""
    play = getattr(item.function, "hypothesis", None)
    known = item._fixtureinfo.name2fixturedefs
    fixtures = [one.func for name in item.fixturenames for one in known.get(name, ())]
    near = [one for one in fixtures if one.__module__.startswith("tests.rooms.")]
    return any(reaches(one, set()) for one in (play.inner_test if play else item.function, *near))


def reaches(function: Callable[..., Any], seen: set[Any]) -> bool:
    """Whether a function, or one of its file that it calls, names something of the inside."""
    function = unwrap(function)
    if function in seen or not isinstance(function, FunctionType):
        return False
    seen.add(function)
    named = [function.__globals__.get(name) for name in names(function.__code__)]
    same = (one for one in named if getattr(one, "__module__", None) == function.__module__)
    return any(map(is_inside, named)) or any(reaches(one, seen) for one in same if callable(one))


def names(code: CodeType) -> Iterator[str]:
    """Every name that a function reads, in what is nested in it too."""
    yield from code.co_names
    for inner in code.co_consts:
        if isinstance(inner, CodeType):
            yield from names(inner)


def is_inside(value: object) -> bool:
    """Whether a value comes from the inside of a room, or is the database itself."""
    home = value.__name__ if isinstance(value, ModuleType) else getattr(value, "__module__", None)
    if not isinstance(home, str):
        return False
    return home.startswith(DATABASE) or (home.startswith(ROOMS) and bool(FLOORS & set(home.split("."))))
