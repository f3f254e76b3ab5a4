"""A matter ends and begins again; its clock; many changed at once, and undone."""

from datetime import timedelta

import pytest
from django.utils import timezone
from tests.rooms.desk.world import at, beside, day_parts, family, home, in_days, lets_in, page, sees
from tests.rooms.matters.world import FamilyAtDoor, keys, reception
from tests.rooms.people.world import Enrolled, enrol

from peredacha.core.facts import NextStep, Status
from peredacha.rooms.desk.services import undo, undoable
from peredacha.rooms.journal.models import Counter
from peredacha.rooms.matters.models import Matter, MatterState, ShiftNote
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
    assert vera.matter.erase_on == clock_from(MatterState.CLOSED, timezone.now().date())
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
    assert vera.matter.erase_on == clock_from(MatterState.OPEN, timezone.now().date())
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
    assert vera.matter.hold_until == timezone.now().date() + timedelta(weeks=26)


def several(helper: Enrolled, *families: FamilyAtDoor, **typed: str):
    return helper.client.post(
        "/desk/several/", {"matters": [str(one.matter.id) for one in families], **typed}
    )


def steps(helper: Enrolled, one: FamilyAtDoor) -> tuple[str, str] | None:
    step = sees(helper, one.matter).next_step
    return (step.what, step.by) if step else None


def test_a_preview_shows_what_would_change_and_changes_nothing() -> None:
    pavel = reception()
    vera, nina = family("Вера", NextStep(what="Позвоним", by=in_days(1))), family("Нина")

    answer = several(pavel, vera, nina, act="move", **day_parts("by", 5))

    html = answer.content.decode()
    assert answer.status_code == 200 and "Позвоним" in html and "Нина" in html and 'name="sure"' in html
    assert steps(pavel, vera) == ("Позвоним", in_days(1)) and steps(pavel, nina) is None
    assert ShiftNote.objects.count() == 0


def test_many_promises_are_moved_the_families_see_it_and_it_is_undone() -> None:
    pavel = reception()
    vera, nina = family("Вера", NextStep(what="Позвоним", by=in_days(1))), family("Нина")

    assert several(pavel, vera, nina, act="move", sure="1", **day_parts("by", 5)).url == "/desk/several/"

    assert steps(pavel, vera) == ("Позвоним", in_days(5))
    [(what, by)] = [one for one in [steps(pavel, nina)] if one]
    assert by == in_days(5) and what in home(nina)
    [batch] = undoable(keys(pavel), now=timezone.now())
    assert batch.count == 2 and f"/desk/several/{batch.batch}/undo/" in page(pavel, "/desk/several/")
    pavel.client.post(f"/desk/several/{batch.batch}/undo/")
    assert steps(pavel, vera) == ("Позвоним", in_days(1)) and steps(pavel, nina) is None
    assert undoable(keys(pavel), now=timezone.now()) == () and ShiftNote.objects.count() == 0


def test_many_are_marked_as_danger_and_calmed_again() -> None:
    pavel = reception()
    vera, nina = family("Вера"), family("Нина", danger=True)

    several(pavel, vera, nina, act="danger", sure="1")
    assert {one.urgency for one in Matter.objects.all()} == {3}
    [batch] = undoable(keys(pavel), now=timezone.now())
    assert undo(keys=keys(pavel), batch=batch.batch, now=timezone.now()) == 2

    vera.matter.refresh_from_db(), nina.matter.refresh_from_db()
    assert (vera.matter.urgency, nina.matter.urgency) == (0, 3), "what the family said of danger stands"
    several(pavel, nina, act="calm", sure="1")
    nina.matter.refresh_from_db()
    assert nina.matter.urgency == 0


def test_many_are_closed_and_opened_again() -> None:
    pavel = reception()
    vera, nina = family("Вера"), family("Нина")
    several(pavel, vera, nina, act="close", why="Дважды записаны", sure="1")
    assert "Дважды записаны" in home(vera) and state(nina.matter) == MatterState.CLOSED

    [batch] = undoable(keys(pavel), now=timezone.now())
    undo(keys=keys(pavel), batch=batch.batch, now=timezone.now())

    assert {state(vera.matter), state(nina.matter)} == {MatterState.WAITING}


def test_an_undo_leaves_alone_what_somebody_did_since_then() -> None:
    pavel = reception()
    vera = family("Вера", NextStep(what="Позвоним", by=in_days(1)))
    several(pavel, vera, act="move", sure="1", **day_parts("by", 5))
    pavel.client.post(at(vera.matter, "next/"), {"next-what": "Едем к вам", **day_parts("next-by", 2)})

    [batch] = undoable(keys(pavel), now=timezone.now())

    assert undo(keys=keys(pavel), batch=batch.batch, now=timezone.now()) == 0
    assert steps(pavel, vera) == ("Едем к вам", in_days(2))


def test_a_change_is_undone_within_the_shift_and_by_its_own_hand() -> None:
    pavel = reception()
    oleg = beside(pavel)
    several(pavel, family("Вера"), act="danger", sure="1")
    [batch] = undoable(keys(pavel), now=timezone.now())

    assert undoable(keys(oleg), now=timezone.now()) == ()
    assert undo(keys=keys(oleg), batch=batch.batch, now=timezone.now()) == 0
    assert undoable(keys(pavel), now=timezone.now() + timedelta(hours=13)) == ()
    assert Matter.objects.get().urgency == 3


@pytest.mark.parametrize(
    "typed",
    [
        {"act": "move", "why": "набрано"},
        {"act": "close", "by_0": "1", "by_1": "2", "by_2": "2030"},
        {"act": "move", "by_0": "31", "by_1": "2", "by_2": "2030", "why": "набрано"},
        {"act": "erase", "why": "набрано"},
        {"why": "набрано"},
    ],
)
def test_a_change_that_is_not_said_wholly_is_sent_back_with_what_was_typed(typed: dict[str, str]) -> None:
    pavel = reception()
    vera = family("Вера")

    answer = several(pavel, vera, sure="1", **typed)

    html = answer.content.decode()
    assert answer.status_code == 422 and f'value="{vera.matter.id}"' in html and "checked" in html
    assert all(f'value="{value}"' in html for key, value in typed.items() if key != "act")
    assert state(vera.matter) == MatterState.WAITING and steps(pavel, vera) is None


def test_nobody_changes_what_is_not_in_the_own_queue() -> None:
    pavel = reception()
    egor = reception("Egor", "volga")
    vera = family("Вера")

    assert several(egor, vera, act="close", why="чужое", sure="1").status_code == 422
    assert several(pavel, act="close", why="ничьё", sure="1").status_code == 422
    assert state(vera.matter) == MatterState.WAITING
