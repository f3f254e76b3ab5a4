"""Raid day: what was published for everybody is still read, and where helpers work nothing answers."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.rooms.know_how.test_know_how import ADVICE, DESK, STAGE, proposed, publishes
from tests.rooms.matters.world import reception
from tests.rooms.people.world import Enrolled, enrol

from peredacha.rooms.facilities.models import Facility
from peredacha.rooms.guardians.services import seal_house
from peredacha.rooms.know_how.models import KnowHow

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo_cards")]


@pytest.fixture
def published() -> tuple[Enrolled, KnowHow]:
    """Anna has learnt something, Pavel has published it; then the house is sealed."""
    pavel, answer = reception(), proposed(enrol("Anna"))
    publishes(pavel, answer)
    seal_house()
    return pavel, answer


def test_a_sealed_house_still_tells_everybody_what_was_published(published: tuple[Enrolled, KnowHow]) -> None:
    card = Facility.objects.first()
    assert card is not None
    for path in ("/know-how/", f"/know-how/stages/{STAGE}/", f"/en/know-how/stages/{STAGE}/"):
        answer = Client().get(path)
        assert answer.status_code == 200 and ADVICE in answer.content.decode(), path
    assert Client().get(f"/know-how/facilities/{card.public_id}/").status_code == 200


def test_these_pages_read_no_key_and_no_person(published: tuple[Enrolled, KnowHow]) -> None:
    with CaptureQueriesContext(connection) as asked:
        Client().get(f"/know-how/stages/{STAGE}/")

    tables = ("know_how_knowhow", "facilities_")
    assert asked.captured_queries
    assert all(any(table in one["sql"] for table in tables) for one in asked.captured_queries)


@pytest.mark.parametrize("path", ["", "{id}/", "{id}/back/", "{id}/same/", "{id}/old/"])
def test_where_helpers_review_the_house_is_sealed(published: tuple[Enrolled, KnowHow], path: str) -> None:
    pavel, answer = published
    address = DESK + path.format(id=answer.id)

    for who in (pavel.client, Client()):
        assert who.get(address).status_code == who.post(address).status_code == 503
        assert ADVICE not in who.get(address).content.decode()
