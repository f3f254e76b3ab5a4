"""Pavel, the coordinator, and his two tables."""

from collections.abc import Callable
from typing import Any

import pytest
from tests.rooms.imports.world import CARDS, FACTS, TODAY

from peredacha.rooms.imports.services import ImportReport, import_facilities


@pytest.fixture
def pavel_imports(db: None) -> Callable[..., ImportReport]:
    """Pavel, the coordinator, imports his two tables."""

    def run(facilities: str | bytes = CARDS, facts: str | None = FACTS, **how: Any) -> ImportReport:
        cards = facilities if isinstance(facilities, bytes) else facilities.encode()
        told = None if facts is None else facts.encode()
        return import_facilities(chapter="sosnov", today=TODAY, facilities=cards, facts=told, **how)

    return run
