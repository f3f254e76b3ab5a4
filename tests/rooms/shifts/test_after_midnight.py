"""Shortly after midnight where the families live it is still yesterday in London: the day is that of the families."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
import time_machine
from django.utils import timezone
from tests.rooms.desk.world import family, sees
from tests.rooms.matters.world import keys, reception

from peredacha.core.facts import Author, NextStep
from peredacha.rooms.journal.models import Entry
from peredacha.rooms.matters.services import tell
from peredacha.rooms.shifts.selectors import read_queue

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo_cards")]

TEN_PAST_MIDNIGHT = datetime(2026, 11, 22, 21, 10, tzinfo=UTC)
"""In Moscow it is the 23rd."""
TODAY, LAST_OF_SOON, AFTER = date(2026, 11, 23), "2026-11-26", "2026-11-27"


@pytest.fixture(autouse=True)
def night() -> Iterator[None]:
    with time_machine.travel(TEN_PAST_MIDNIGHT, tick=False):
        yield


def test_a_request_of_this_night_is_written_under_the_day_of_the_family() -> None:
    reception()

    matter = family().matter

    assert matter.next_on == TODAY
    assert Entry.objects.get(act="request_came").day == TODAY


def test_what_is_promised_for_this_day_is_due_and_what_ends_in_three_days_stands_among_the_deadlines() -> (
    None
):
    pavel = reception()
    for name, day in (("Сегодня", TODAY.isoformat()), ("Скоро", LAST_OF_SOON), ("Потом", AFTER)):
        file = sees(pavel, family(name).matter)
        tell(
            keys=keys(pavel),
            file=file,
            fact=NextStep(what="Позвоним", by=day),
            author=Author("member"),
            now=timezone.now(),
        )

    queue = read_queue(keys(pavel), "demo", now=timezone.now())

    assert queue.health.due_today == 1
    kinds = {one.card.alias: one.card.queue for one in queue.cards if one.card}
    assert kinds == {"Сегодня": "deadline", "Скоро": "deadline", "Потом": "legal"}
