"""Whatever happens in whatever order: what lies on a shelf is the sum of what happened, and never below nothing."""

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from uuid import UUID

import pytest
from django.db import IntegrityError, connection, transaction
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase
from tests.rooms.stores.world import lies, the_cupboard, the_tea, there

from peredacha.rooms.stores.models import Good, Lot, Movement
from peredacha.rooms.stores.selectors import sums_of
from peredacha.rooms.stores.services import (
    Delivery,
    NotDone,
    count_lot,
    forget,
    hold,
    put_back,
    receive,
    take,
    transfer,
    write_off,
)

TODAY = date(2026, 11, 23)
ERRANDS = [UUID(int=number) for number in range(1, 4)]
PLACES = ("Шкаф", "Подвал")
few = st.integers(1, 9)
which = st.integers(0, 7)
act = st.one_of(
    st.tuples(st.just("receive"), few, which),
    st.tuples(st.just("transfer"), few, which),
    st.tuples(st.just("count"), st.integers(0, 9), which),
    st.tuples(st.just("write_off"), few, which),
    st.tuples(st.just("take"), few, which),
    st.tuples(st.just("put_back"), few, which),
    st.tuples(st.just("hold"), st.integers(0, 9), which),
    st.tuples(st.just("forget"), few, which),
)


def lot_of(number: int) -> Lot:
    """One of the lots that stand."""
    lots = list(Lot.objects.select_related("good", "place").order_by("id"))
    return lots[number % len(lots)]


def receives(good: Good, pieces: int, number: int) -> None:
    place = the_cupboard(name=PLACES[number % 2])
    best = None if number < 4 else date(2027, 1, number)
    receive(good=good, told=Delivery(pieces=pieces, place=place, best_before=best), today=TODAY)


def moves(_good: Good, pieces: int, number: int) -> None:
    place = the_cupboard(name=PLACES[number % 2])
    transfer(lot=lot_of(number), pieces=pieces, place=place, shelf="", today=TODAY)


def takes(_good: Good, pieces: int, number: int) -> None:
    lines = [(str(lot_of(one).id), pieces) for one in (number, number + 1)]
    take(chapter="demo", lines=lines, errand=ERRANDS[number % 3], today=TODAY)


ACTS: dict[str, Callable[[Good, int, int], object]] = {
    "receive": receives,
    "transfer": moves,
    "count": lambda _good, pieces, number: count_lot(lot=lot_of(number), pieces=pieces, today=TODAY),
    "write_off": lambda _good, pieces, number: write_off(lot=lot_of(number), pieces=pieces, today=TODAY),
    "take": takes,
    "put_back": lambda _good, _pieces, number: put_back(errand=ERRANDS[number % 3], today=TODAY),
    "hold": lambda good, pieces, number: hold(
        errand=ERRANDS[number % 3], pieces={str(good.id): pieces}, today=TODAY
    ),
    "forget": lambda _good, _pieces, number: forget(ERRANDS[number % 3]),
}


class Shelves(TestCase):
    """Random weeks in the store."""

    databases = "__all__"  # type: ignore[assignment]

    @settings(max_examples=60)
    @given(st.lists(act, max_size=20))
    def test_the_shelf_is_the_sum_of_its_events(self, week: list[tuple[str, int, int]]) -> None:
        tea = the_tea()
        lies(tea, 5)
        for name, pieces, number in week:
            before, events = there(tea), Movement.objects.count()
            try:
                ACTS[name](tea, pieces, number)
            except NotDone:
                assert (there(tea), Movement.objects.count()) == (before, events), "a refusal changes nothing"
            else:
                assert there(tea) == before or name != "transfer", "moving makes nothing and loses nothing"
        lots = dict(Lot.objects.values_list("id", "pieces"))
        sums = sums_of(lots)
        assert all(sums.get(lot, 0) == pieces and pieces >= 0 for lot, pieces in lots.items())


def test_the_database_itself_refuses_less_than_nothing(tea: Good) -> None:
    lot = lies(tea, 1)

    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE stores_lot SET pieces = -1")

    lot.refresh_from_db()
    assert lot.pieces == 1


def test_an_event_that_goes_the_wrong_way_is_refused(tea: Good) -> None:
    lot = lies(tea, 1)

    for kind, pieces in (("packed", 1), ("received", -1), ("written_off", 1), ("counted", 0)):
        with pytest.raises(IntegrityError), transaction.atomic():
            Movement.objects.create(lot=lot, pieces=pieces, kind=kind, day=TODAY)
    with suppress(NotDone):
        write_off(lot=lot, pieces=2, today=TODAY)
    assert Movement.objects.count() == 1
