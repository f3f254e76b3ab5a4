"""A parcel takes from the shelf, gives back, and is forgotten; the last piece goes to one of two."""

from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from django.conf import LazySettings
from django.utils import timezone
from tests.rooms.stores.world import lies, the_tea, there

from peredacha.core.packing import Ban, Order, Parcel, Rules, Wish, greedily, parcels_of
from peredacha.rooms.stores.models import Good, Movement
from peredacha.rooms.stores.selectors import held_for, moved_between, veiled_errand
from peredacha.rooms.stores.services import (
    NotThere,
    forget,
    hold,
    put_back,
    shortage,
    store_of,
    take,
    weight_of,
)

TODAY = timezone.localdate()


def test_what_goes_off_first_is_packed_first(tea: Good) -> None:
    late, soon = lies(tea, 5, days=300), lies(tea, 2, days=40)
    lies(tea, 9, days=-1)
    order = Order("somebody", Rules(arrives_on=TODAY), (Wish(str(tea.id), 3),))

    parcel = packed(order)

    assert {line.lot: line.pieces for line in parcel.lines} == {str(soon.id): 2, str(late.id): 1}
    assert parcel.grams == 3 * 235 == weight_of("demo", parcel.pieces)


def test_a_ban_of_the_window_meets_the_kind_of_the_good(tea: Good) -> None:
    lies(tea, 5)
    rules = Rules(arrives_on=TODAY, bans=(Ban("tea", {"ru": "Чай не берут."}),))

    parcel = packed(Order("x", rules, (Wish(str(tea.id)),)))

    assert not parcel.lines and parcel.left_out[0].ban == {"ru": "Чай не берут."}


def test_a_parcel_takes_all_or_nothing_and_says_everything_that_is_short(tea: Good) -> None:
    soap = the_soap()
    some, few = lies(tea, 5), lies(soap, 1)
    gone = str(uuid4())

    with pytest.raises(NotThere) as refused:
        take(
            chapter="demo",
            lines=[(str(some.id), 2), (str(few.id), 3), (gone, 1)],
            errand=uuid4(),
            today=TODAY,
        )

    assert {(one.lot, one.wanted, one.there) for one in refused.value.short} == {
        (str(few.id), 3, 1),
        (gone, 1, 0),
    }
    assert there(tea) == 5 and "Мыло" in refused.value.says


def test_lines_of_one_lot_are_added_up(tea: Good) -> None:
    lot = lies(tea, 3)

    with pytest.raises(NotThere):
        take(chapter="demo", lines=[(str(lot.id), 2), (str(lot.id), 2)], errand=uuid4(), today=TODAY)
    assert take(chapter="demo", lines=[(str(lot.id), 2), (str(lot.id), 1)], errand=uuid4(), today=TODAY) == 3


def test_nobody_takes_from_another_chapter(tea: Good) -> None:
    lot = lies(tea, 3)

    with pytest.raises(NotThere):
        take(chapter="other", lines=[(str(lot.id), 1)], errand=uuid4(), today=TODAY)


def test_pieces_below_nothing_are_no_pieces(tea: Good) -> None:
    lot = lies(tea, 3)

    with pytest.raises(ValueError, match="below nothing"):
        take(chapter="demo", lines=[(str(lot.id), -1)], errand=uuid4(), today=TODAY)


def test_a_parcel_that_is_unpacked_gives_everything_back_once(tea: Good) -> None:
    lot, errand = lies(tea, 5), uuid4()
    take(chapter="demo", lines=[(str(lot.id), 4)], errand=errand, today=TODAY)

    assert put_back(errand=errand, today=TODAY) == 4
    assert put_back(errand=errand, today=TODAY) == 0

    assert there(tea) == 5
    take(chapter="demo", lines=[(str(lot.id), 1)], errand=errand, today=TODAY)
    assert put_back(errand=errand, today=TODAY) == 1


def test_one_thing_goes_back_alone_and_is_taken_again_from_its_shelf(tea: Good) -> None:
    soap = the_soap()
    lots, errand = [lies(tea, 5), lies(soap, 2)], uuid4()
    take(chapter="demo", lines=[(str(lots[0].id), 4), (str(lots[1].id), 2)], errand=errand, today=TODAY)

    assert hold(errand=errand, pieces={str(tea.id): 4}, today=TODAY) == 2
    assert hold(errand=errand, pieces={str(tea.id): 4, "never taken": 3}, today=TODAY) == 0
    assert (there(tea), there(soap)) == (1, 2)
    assert hold(errand=errand, pieces={str(tea.id): 4, str(soap.id): 2}, today=TODAY) == 0
    assert (there(tea), there(soap)) == (1, 0)


def test_what_somebody_else_took_meanwhile_is_not_held_and_nothing_moves(tea: Good) -> None:
    soap = the_soap()
    lots, errand = [lies(tea, 5), lies(soap, 2)], uuid4()
    take(chapter="demo", lines=[(str(lots[0].id), 4), (str(lots[1].id), 2)], errand=errand, today=TODAY)
    put_back(errand=errand, today=TODAY)
    take(chapter="demo", lines=[(str(lots[1].id), 1)], errand=uuid4(), today=TODAY)

    with pytest.raises(NotThere, match="refused"):
        hold(errand=errand, pieces={str(tea.id): 4, str(soap.id): 2}, today=TODAY)

    assert (there(tea), there(soap)) == (5, 1)


def named_in_events() -> set[UUID | None]:
    return set(Movement.objects.filter(kind="packed").values_list("errand", flat=True))


def test_no_event_bears_the_name_of_the_parcel_and_without_the_boot_key_nobody_draws_it(
    tea: Good, settings: LazySettings
) -> None:
    lot, errand = lies(tea, 5), uuid4()
    take(chapter="demo", lines=[(str(lot.id), 2)], errand=errand, today=TODAY)

    assert errand not in named_in_events() and held_for(errand) == {str(tea.id): 2}

    settings.LOGIN_KEY = b"another boot key, of 32 letters."
    assert held_for(errand) == {}


def test_when_a_parcel_is_forgotten_the_shelf_stays_and_its_name_is_nowhere(tea: Good) -> None:
    lot, errand, other = lies(tea, 5), uuid4(), uuid4()
    for one in (errand, other):
        take(chapter="demo", lines=[(str(lot.id), 1)], errand=one, today=TODAY)

    assert forget(errand) == 1

    assert there(tea) == 3
    assert named_in_events() == {None, veiled_errand(other)}
    assert put_back(errand=errand, today=TODAY) == 0


def test_what_is_wanted_beyond_the_shelf_is_short(tea: Good) -> None:
    soap = the_soap()
    lies(tea, 5)

    short = shortage("demo", {str(tea.id): 7, str(soap.id): 9, "nobody knows it": 3}, on=TODAY)

    assert [(one.name, one.missing) for one in short] == [("Мыло", 9), ("Чай чёрный", 2)]
    assert not shortage("demo", {str(tea.id): 5}, on=TODAY)


def test_a_report_in_kind_is_made_of_events_alone(tea: Good) -> None:
    lot = lies(tea, 5)
    take(chapter="demo", lines=[(str(lot.id), 2)], errand=uuid4(), today=TODAY)

    told = {(one.kind, one.pieces, one.grams) for one in moved_between("demo", TODAY, TODAY)}

    assert told == {("received", 5, 5 * 235), ("packed", -2, -2 * 235)}
    assert not list(moved_between("demo", date(2020, 1, 1), TODAY - timedelta(days=1)))


def packed(order: Order) -> Parcel:
    """One parcel out of the store as it stands."""
    store = store_of("demo", on=TODAY)
    return parcels_of([order], greedily([order], store), store)[0]


def the_soap() -> Good:
    """Soap on the same shelf."""
    soap = the_tea(chapter="other", name_ru="Мыло", groups="soap", grams=96)
    Good.objects.filter(id=soap.id).update(chapter="demo")
    return Good.objects.get(id=soap.id)
