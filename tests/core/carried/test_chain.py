"""The chain: every state is named, leads on or ends; when somebody looks again; when it is erased."""

from datetime import date, timedelta

from peredacha.core.carried import (
    CAME_BACK,
    COARSE,
    ENDS,
    FOLLOWS,
    STATES,
    BoardCard,
    ParcelStep,
    erase_day,
    next_look,
    state_of,
)

TODAY = date(2026, 11, 23)


def test_every_state_is_reached_named_and_has_words() -> None:
    reached = {"asked"}
    while more := {step for one in reached for step in FOLLOWS[one] if step in FOLLOWS} - reached:
        reached |= more

    assert reached == set(FOLLOWS) == set(COARSE) == set(STATES)
    assert all(COARSE[state] == "ended" for state in ENDS)


def test_a_thing_refused_and_a_place_confirmed_again_change_nothing_of_where_it_stands() -> None:
    steps = [
        ParcelStep(one) for one in ("agreed", "placed", "planned", "placed", "packed", "thing", "placed")
    ]

    assert state_of(steps) == "packed"


def test_only_what_ended_or_came_back_is_erased_and_somebody_looks_in_time() -> None:
    planned = (ParcelStep("planned", on="2026-12-03"),)

    assert next_look("planned", planned, deliver_by="", today=TODAY) == date(2026, 12, 1)
    assert next_look("asked", (), deliver_by="2026-11-24", today=TODAY) == date(2026, 11, 24)
    assert next_look("refused", planned, deliver_by="", today=TODAY) == TODAY
    assert {state for state in FOLLOWS if erase_day(state, TODAY)} == {*ENDS, *CAME_BACK}
    assert erase_day("delivered", TODAY) == TODAY + timedelta(days=14)


def test_a_card_comes_out_as_it_went_in() -> None:
    card = BoardCard(name="Илья", things=("tea", "honey"), grams=1_250)

    assert BoardCard.unpacked(card.packed()) == card
