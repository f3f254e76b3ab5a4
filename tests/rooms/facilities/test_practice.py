"""Larisa packs: what goes to a place, by the rule and by what people met there."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import override_settings
from tests.rooms.facilities.world import SIZO, TODAY

from peredacha.core.packing import Good, Order, Rules, Store, Wish, faults
from peredacha.rooms.facilities.models import Facility, Outcome
from peredacha.rooms.facilities.selectors import bans_of, practice_of
from peredacha.rooms.facilities.services import keep_cards, note_outcome

Keep = Callable[..., None]
MAY, OCTOBER = date(2026, 5, 4), date(2026, 10, 5)
YEARS_AGO = date(2024, 10, 5)


def sizo() -> str:
    return Facility.objects.get(chapter="sosnov", code="sizo-1").public_id


def met(verdict: str, on: date, reason: str = "", thing: str = "honey", times: int = 1) -> None:
    """So many people met this at the window of the remand prison."""
    for _one in range(times):
        assert note_outcome(facility=sizo(), thing=thing, verdict=verdict, reason=reason, on=on)


def banned(on: date = TODAY) -> set[str]:
    return {ban.of for ban in bans_of(sizo(), on=on)}


def test_the_rule_of_its_kind_is_banned_before_anybody_went(keep: Keep) -> None:
    keep()

    assert {"grain", "yeast", "medicine"} <= banned()
    assert "honey" not in banned()


def test_honey_that_was_refused_goes_into_no_further_parcel(keep: Keep) -> None:
    keep()
    met("accepted", MAY)
    met("refused", OCTOBER, "banned", times=2)

    (honey,) = practice_of(sizo(), on=TODAY)
    assert (honey.taken, honey.refused, honey.banned, honey.day) == (1, 2, True, OCTOBER)
    assert honey.name == {"ru": "Мёд", "en": "Honey"}
    (why,) = [ban.why for ban in bans_of(sizo(), on=TODAY) if ban.of == "honey"]
    assert "2026" in why["ru"] and "October" in why["en"]


def test_the_packer_is_told_so_by_the_same_rules(keep: Keep) -> None:
    keep()
    met("refused", OCTOBER, "banned")
    store = Store({"jar": Good("jar", {"ru": "Банка мёда", "en": "A jar"}, 500, frozenset({"honey"}))})
    rules = Rules(arrives_on=TODAY, bans=bans_of(sizo(), on=TODAY))
    order = Order("one", rules, (Wish("jar"),))

    (fault,) = [one for one in faults(order, {"jar": 1}, store) if one.ban]
    assert fault.good == "jar"


def test_taken_again_it_may_go_again(keep: Keep) -> None:
    keep()
    met("refused", MAY, "banned")
    met("accepted_so", OCTOBER, "clear_bag")

    assert "honey" not in banned()
    assert practice_of(sizo(), on=TODAY)[0].how == "clear_bag"
    assert "honey" in banned(on=date(2026, 9, 1))


def test_refused_and_taken_on_one_day_it_rather_stays_at_home(keep: Keep) -> None:
    keep()
    met("refused", OCTOBER, "no_reason")
    met("accepted", OCTOBER)

    assert "honey" in banned()


def test_after_a_year_a_refusal_is_only_a_warning(keep: Keep) -> None:
    keep()
    met("refused", YEARS_AGO, "banned")

    (honey,) = practice_of(sizo(), on=TODAY)
    assert (honey.banned, honey.warns, honey.freshness) == (False, True, "old")
    assert "honey" not in banned()


@pytest.mark.parametrize("reason", ["packing", "weight", "list_form", "no_slot", "wrong_day"])
def test_what_can_be_mended_bans_nothing(keep: Keep, reason: str) -> None:
    keep()
    met("refused", OCTOBER, reason)

    (honey,) = practice_of(sizo(), on=TODAY)
    assert (honey.banned, honey.warns) == (False, True)


def test_the_same_day_is_one_row_with_a_count(keep: Keep) -> None:
    keep()
    met("refused", OCTOBER, "banned", times=3)

    (row,) = Outcome.objects.values("count", "origin", "on")
    assert row == {"count": 3, "origin": "demo", "on": OCTOBER}


def test_a_house_without_a_chapter_folder_counts_too(keep: Keep) -> None:
    keep()
    with override_settings(CHAPTER=None):
        met("accepted", OCTOBER)

    assert Outcome.objects.get().origin == "main"


def test_two_chapters_who_keep_the_same_place_know_the_same(keep: Keep) -> None:
    keep()
    keep_cards(chapter="beryozov", cards=[SIZO])
    other = Facility.objects.get(chapter="beryozov").public_id
    note_outcome(facility=other, thing="honey", verdict="refused", reason="banned", on=OCTOBER)

    assert "honey" in banned()


def test_a_place_that_nobody_keeps_has_no_rules_and_counts_nothing(db: None) -> None:
    assert bans_of("bbbbbbbbbbbb", on=TODAY) == ()
    assert not note_outcome(facility="bbbbbbbbbbbb", thing="honey", verdict="accepted", on=TODAY)


@pytest.mark.parametrize(
    "wrong",
    [
        {"verdict": "same"},
        {"verdict": "refused"},
        {"verdict": "refused", "reason": "clear_bag"},
        {"verdict": "accepted", "reason": "banned"},
        {"thing": " "},
        {"thing": "н" * 81},
        {"thing": "мёд\nдля Игоря"},
        {"subject": "person"},
    ],
)
def test_what_cannot_be_is_not_counted(keep: Keep, wrong: dict[str, str]) -> None:
    keep()
    right = {"facility": sizo(), "thing": "honey", "verdict": "accepted", "on": OCTOBER}

    with pytest.raises(ValueError, match=r"use one of|letters"):
        note_outcome(**{**right, **wrong})  # type: ignore[arg-type]
    assert not Outcome.objects.exists()
