"""A paper letter is opened: days first, deadlines from the day he received the paper."""

import re

import pytest
from tests.rooms.arrivals.world import CALL, matter_of, page, reception, sends, whole

from peredacha.core.facts import Note, Proceeding
from peredacha.rooms.matters.models import Matter

pytestmark = pytest.mark.django_db
URL = "/arrivals/letters/"
LETTER = {
    **CALL,
    "received_on_0": "2", "received_on_1": "11", "received_on_2": "2026",
    "opened_on_0": "5", "opened_on_1": "11", "opened_on_2": "2026",
    "paper_on_0": "20", "paper_on_1": "10", "paper_on_2": "2026",
    "paper_what": "копия приговора",
    "writer": "inside",
    "pages": "3",
}  # fmt: skip


@pytest.fixture(autouse=True)
def november(time_machine) -> None:
    """It is the 22nd of November 2026."""
    time_machine.move_to("2026-11-22T12:00:00+03:00")


def test_a_letter_keeps_its_days_and_the_day_of_his_paper() -> None:
    pavel = reception()

    file = whole(pavel, matter_of(sends(pavel.client, URL, LETTER)))

    assert file.request.came_by == "paper"
    assert (file.request.received_on, file.request.opened_on) == ("2026-11-02", "2026-11-05")
    papers = [fact for fact, _told in file.all(Proceeding)]
    assert papers == [Proceeding(stage="paper_received", body="2026-10-20", note="копия приговора")]
    notes = [fact.text for fact, _told in file.all(Note)]
    assert notes[0].endswith("Говорит шёпотом.") and "3" in notes[0]


def test_the_urgent_mark_stands_before_everything_else() -> None:
    text = page(reception().client.get(URL))

    fields = re.findall(r'name="(danger|received_on_0|opened_on_0|who|paper_on_0|words)"', text)
    assert fields[0] == "danger" and fields.index("paper_on_0") < fields.index("words")


def test_days_out_of_order_and_days_ahead_get_a_sentence_and_lose_nothing() -> None:
    pavel = reception()

    turned = sends(pavel.client, URL, LETTER, opened_on_0="1")
    ahead = sends(pavel.client, URL, LETTER, paper_on_2="2027")
    dayless = sends(pavel.client, URL, LETTER, paper_on_0="", paper_on_1="", paper_on_2="")

    assert [one.status_code for one in (turned, ahead, dayless)] == [422, 422, 422]
    assert 'href="#id_opened_on_0"' in page(turned)
    assert 'href="#id_paper_on_0"' in page(ahead) and 'href="#id_paper_on_0"' in page(dayless)
    assert all("Забрали вечером с площади." in page(one) for one in (turned, ahead, dayless))
    assert not Matter.objects.exists()
