"""A matter ends and begins again; its clock."""

from datetime import timedelta

import pytest
from django.utils import timezone
from tests.rooms.desk.world import at, day_parts, family, home, lets_in, page, sees
from tests.rooms.matters.world import reception
from tests.rooms.people.world import enrol

from peredacha.core.facts import Status
from peredacha.rooms.journal.models import Counter
from peredacha.rooms.matters.models import Matter, MatterState
from peredacha.rooms.matters.services import clock_from, due_for_erasing

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo_cards")]
CLOSING = {
    "close-why": "Сына отпустили",
    "close-thanks": "Спасибо, что верили нам.",
    "close-ended": "Дома с пятницы",
}


def state(matter: Matter) -> str:
    matter.refresh_from_db()
    return matter.state


def test_closing_says_why_thanks_the_family_and_tells_anna_how_it_ended() -> None:
    pavel, anna, vera = reception(), enrol("Anna"), family("Вера")
    lets_in(pavel, anna, vera.matter)

    assert pavel.client.post(at(vera.matter, "close/"), CLOSING).url == at(vera.matter, "history/")

    assert state(vera.matter) == MatterState.CLOSED
    assert vera.matter.erase_on == clock_from(MatterState.CLOSED, timezone.localdate())
    assert "Вера" not in page(pavel, "/desk/")
    mine = home(vera)
    assert "Сына отпустили" in mine and "Спасибо, что верили нам." in mine and "Дома с пятницы" not in mine
    assert "Дома с пятницы" in page(anna, "/desk/mine/")
    assert "Дома с пятницы" in page(pavel, at(vera.matter, "history/"))
    assert Counter.objects.get(name="closed").value == 1


def test_closing_twice_is_once_and_needs_a_reason() -> None:
    pavel, vera = reception(), family("Вера")
    refused = pavel.client.post(at(vera.matter, "close/"), {"close-ended": "Дома с пятницы"})
    assert refused.status_code == 422 and "Дома с пятницы" in refused.content.decode()
    assert state(vera.matter) == MatterState.WAITING

    for _again in range(2):
        pavel.client.post(at(vera.matter, "close/"), {"close-why": "Сына отпустили"})

    found = [one for one, _told in sees(pavel, vera.matter).all(Status)]
    assert len(found) == 1


def test_a_word_of_the_family_opens_it_again_with_whoever_held_it() -> None:
    pavel, anna, vera = reception(), enrol("Anna"), family("Вера")
    lets_in(pavel, anna, vera.matter)
    Matter.objects.filter(id=vera.matter.id).update(held_by=anna.member, state=MatterState.OPEN)
    pavel.client.post(at(vera.matter, "close/"), CLOSING)

    vera.client.post("/mine/talk/", {"text": "Его снова забрали."})

    assert state(vera.matter) == MatterState.OPEN
    assert vera.matter.erase_on == clock_from(MatterState.OPEN, timezone.localdate())
    assert "Вера" in page(anna, "/desk/mine/") and "Вера" in page(pavel, "/desk/")
    assert "Сына отпустили" not in home(vera).split("</dl>")[0]


def test_a_helper_s_word_does_not_open_it_but_a_button_does() -> None:
    pavel, vera = reception(), family("Вера")
    pavel.client.post(at(vera.matter, "close/"), CLOSING)
    pavel.client.post(at(vera.matter, "talk/"), {"text": "Мы думаем о вас."})
    assert state(vera.matter) == MatterState.CLOSED

    pavel.client.post(at(vera.matter, "reopen/"))

    assert state(vera.matter) == MatterState.WAITING


def test_the_clock_stands_still_with_a_reason_that_vera_reads() -> None:
    pavel, vera = reception(), family("Вера")
    typed = {"hold-reason": "Идёт жалоба в суд", **day_parts("hold-until", 100)}

    assert pavel.client.post(at(vera.matter, "hold/"), typed).status_code == 302

    assert "Идёт жалоба в суд" in home(vera) and "Идёт жалоба в суд" in page(
        pavel, at(vera.matter, "history/")
    )
    vera.matter.refresh_from_db()
    late = vera.matter.erase_on
    Matter.objects.filter(id=vera.matter.id).update(hold_until=late + timedelta(days=9))
    assert due_for_erasing(late) == []
    assert due_for_erasing(late + timedelta(days=10)) == [vera.matter]


def test_no_hold_is_longer_than_half_a_year_or_without_a_reason() -> None:
    pavel, vera = reception(), family("Вера")
    assert pavel.client.post(at(vera.matter, "hold/"), day_parts("hold-until", 9)).status_code == 422

    pavel.client.post(at(vera.matter, "hold/"), {"hold-reason": "Жалоба", **day_parts("hold-until", 999)})

    vera.matter.refresh_from_db()
    assert vera.matter.hold_until == timezone.localdate() + timedelta(weeks=26)
