"""Many changed at once: shown before, done in one step, undone within the shift."""

from datetime import timedelta

import pytest
from django.utils import timezone
from tests.rooms.desk.world import at, beside, day_parts, family, home, in_days, page, sees
from tests.rooms.matters.world import FamilyAtDoor, keys, reception
from tests.rooms.people.world import Enrolled

from peredacha.core.facts import NextStep
from peredacha.rooms.matters.models import Matter, MatterState, ShiftNote
from peredacha.rooms.shifts.services import undo, undoable

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo_cards")]


def state(matter: Matter) -> str:
    matter.refresh_from_db()
    return matter.state


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
