"""The card of somebody in the list: drawn from the counter, packed, read again; nothing else is in it."""

import json
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peredacha.core.law.quotas import Slot
from peredacha.core.turns import Served

TODAY = date(2026, 11, 22)
DAYS = st.integers(-500, 60).map(lambda n: TODAY + timedelta(days=n))
SLOTS = st.lists(
    st.builds(
        Slot,
        key=st.uuids().map(str),
        kind=st.sampled_from(["parcels", "packets", "short_visits", "long_visits"]),
        on=DAYS,
        state=st.sampled_from(["used", "reserved", "released"]),
        until=DAYS,
    ),
    max_size=8,
)
ALIASES = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


@given(SLOTS, ALIASES, st.none() | DAYS)
def test_a_card_is_read_as_it_was_packed(slots, alias, confirmed) -> None:
    card = Served.drawn(slots, alias=alias, confirmed_on=confirmed.isoformat() if confirmed else "")

    assert Served.unpacked(card.packed()) == card


@given(SLOTS)
def test_it_tells_the_last_day_and_until_when_a_place_is_kept(slots) -> None:
    card = Served.drawn(slots, alias="", confirmed_on="")

    carried = [one for one in slots if one.kind in ("parcels", "packets")]
    assert card.parcel == max((one.on for one in carried if one.state == "used"), default=None)
    standing = any(one.state == "reserved" and one.stands(TODAY) for one in carried)
    assert card.keeps("parcel", TODAY) == standing
    seen = [one.on for one in slots if one not in carried and one.state == "used"]
    assert card.visit == max(seen, default=None)


def test_nothing_but_days_and_the_alias_is_in_it() -> None:
    slot = Slot("a", "parcels", TODAY, 9_000, "family")

    packed = Served.drawn([slot], alias="Синица", confirmed_on="2026-11-20").packed()

    assert json.loads(packed) == {"alias": "Синица", "parcel": "2026-11-22", "confirmed_on": "2026-11-20"}


@pytest.mark.parametrize(
    "data", [b"", b"[]", b"7", b'{"parcel": 3}', b'{"parcel": "soon"}', b'{"name": "x"}', b"\xff"]
)
def test_anything_else_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError):
        Served.unpacked(data)
