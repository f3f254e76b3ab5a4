"""What a window took or refused stands on its card without any person; the store forgets for whom it gave."""

from datetime import timedelta

import pytest
from django.utils import timezone
from tests.rooms.boxes.world import the_window
from tests.rooms.errands.world import packing, vera_asks_for_food
from tests.rooms.parcels.world import BOX, HONEY, petya_walks, today, vera_wants
from tests.rooms.stores.world import lies, the_tea, there

from peredacha.rooms.facilities.models import Outcome
from peredacha.rooms.parcels.models import ContentLine, Contents
from peredacha.rooms.parcels.services import (
    erase_due,
    lay_in,
    let_go,
    take_step,
)
from peredacha.rooms.stores.models import Movement
from peredacha.rooms.stores.services import take

pytestmark = pytest.mark.django_db


def outcomes() -> list[tuple[str, str, str]]:
    """What was written onto the cards today: thing, verdict, reason."""
    return sorted(Outcome.objects.filter(on=today()).values_list("thing", "verdict", "reason"))


def test_the_honey_is_refused_and_the_tea_was_taken_and_the_card_says_so() -> None:
    chapter, vera, window = packing(), vera_asks_for_food(), the_window()
    parcel = petya_walks(chapter, vera_wants(vera, facility=window.public_id), "packed")
    day, now = today(), timezone.now()

    lighter = take_step(
        parcel=parcel, step="thing", thing=HONEY.name, code="banned", text="ваш Илья", on=day, now=now
    )
    handed = take_step(parcel=lighter, step="handed", on=day, now=now)
    take_step(parcel=handed, step="delivered", on=day, now=now)

    assert outcomes() == [("honey", "refused", "banned"), ("tea", "accepted", "")]
    assert lighter.contents and lighter.contents.grams == BOX.grams - HONEY.grams


def test_what_was_typed_by_hand_never_reaches_the_card() -> None:
    chapter, vera, window = packing(), vera_asks_for_food(), the_window()
    parcel = petya_walks(chapter, vera_wants(vera, facility=window.public_id), "planned")
    note = ContentLine("Записка для Ильи", "", 1, 20)
    packed = lay_in(parcel=parcel, contents=Contents.of((note,), 400), now=timezone.now())

    take_step(parcel=packed, step="thing", thing=note.name, code="banned", on=today(), now=timezone.now())

    assert outcomes() == []


def test_called_off_its_things_lie_on_their_shelf_and_after_the_clock_the_store_knows_no_parcel() -> None:
    chapter, vera = packing(), vera_asks_for_food()
    lot = lies(the_tea(), 5)
    parcel = petya_walks(chapter, vera_wants(vera), "packed")
    take(chapter="demo", lines=[(str(lot.id), 2)], errand=parcel.id, today=today())

    take_step(parcel=parcel, step="called_off", now=timezone.now())
    erase_due(today() + timedelta(days=14))

    assert there(lot.good) == 5
    assert not Movement.objects.exclude(errand=None).exists()


def test_with_the_matter_the_store_forgets_its_parcels_too() -> None:
    _chapter, vera = packing(), vera_asks_for_food()
    lot, parcel = lies(the_tea(), 5), vera_wants(vera)
    take(chapter="demo", lines=[(str(lot.id), 2)], errand=parcel.id, today=today())

    let_go(vera.matter)

    assert there(lot.good) == 3 and not Movement.objects.exclude(errand=None).exists()
