"""Long work is done beside the request, in its language, and a thing that breaks in it hides nothing."""

from threading import Event

import pytest
from django.utils import translation

from peredacha.rooms.batches.services.later import later


@pytest.mark.django_db(transaction=True)
def test_work_is_done_beside_the_request_in_its_language() -> None:
    done, spoken = Event(), []

    def work() -> None:
        spoken.append(translation.get_language())
        done.set()

    with translation.override("en"):
        later(work)

    assert done.wait(10) and spoken == ["en"]
