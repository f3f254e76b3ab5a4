"""Whom nobody visits: the longest alone stand on top, who has a visit ahead is left out."""

from datetime import timedelta

import pytest
from tests.rooms.matters.world import keys
from tests.rooms.people.world import enrol
from tests.rooms.visits.world import boxes, driving, fixes, soon, text, today, vera_of, wants

from peredacha.rooms.matters.models import Matter
from peredacha.rooms.visits.services import least_visited

pytestmark = pytest.mark.django_db
ALONE = "/en/visits/alone/"


def test_the_longest_alone_stands_on_top_and_who_has_a_visit_ahead_is_left_out() -> None:
    chapter = driving()
    seen = vera_of(chapter.colony, surname="Виденный")
    recent = vera_of(chapter.colony, surname="Недавний")
    ahead = vera_of(chapter.colony, surname="Ждущий")
    forgotten = vera_of(chapter.colony, surname="Забытый")
    Matter.objects.filter(id=forgotten.matter.id).update(week=today() - timedelta(days=200))
    for vera, days in ((seen, 60), (recent, 2)):
        page = wants(vera)
        fixes(vera, page, soon())
        vera.client.post(f"{page}made/", boxes(today() - timedelta(days=days)))
    wants(ahead, soon())

    told = text(chapter.petya.client.get(ALONE))

    assert told.index("Забытый") < told.index("Виденный") < told.index("Недавний")
    assert "Ждущий" not in told and "Nobody came in the last half year" in told
    assert len(least_visited(keys(chapter.petya), "demo", today=today())) == 3


def test_who_sits_in_no_circle_reads_no_name() -> None:
    chapter = driving()
    vera_of(chapter.colony, surname="Забытый")
    fedya, igor = enrol("Fedya", ("packer",)), enrol("Igor", ("veteran",))

    assert "Забытый" not in text(fedya.client.get(ALONE))
    assert igor.client.get(ALONE).status_code in (302, 403, 404)
    assert "Забытый" in text(chapter.pavel.client.get(ALONE))
