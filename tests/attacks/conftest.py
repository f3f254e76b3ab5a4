"""Every play of an attacker begins in a full house; whatever he does there is undone before the next one comes."""

import logging
from collections.abc import Iterator
from typing import Any

import pytest
from django.test import override_settings
from tests.attacks.watching import undone
from tests.attacks.world import House, full_house


@pytest.fixture(autouse=True)
def quiet() -> Iterator[None]:
    """Refusals are not worth a line each."""
    logging.disable(logging.CRITICAL)
    yield
    logging.disable(logging.NOTSET)


@pytest.fixture(scope="module")
def built(django_db_setup: None, django_db_blocker: Any, tmp_path_factory: Any) -> Iterator[House]:
    """The house, built once for a file of plays, with a folder of files of its own."""
    blobs = tmp_path_factory.mktemp("blobs")
    with django_db_blocker.unblock(), override_settings(BLOBS=blobs), undone():
        yield full_house()


@pytest.fixture
def house(built: House) -> Iterator[House]:
    """The house for one play."""
    with undone():
        built.vera.matter.refresh_from_db()
        yield built
