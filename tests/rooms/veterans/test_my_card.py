"""Anna tells what she lived through; she and the reception read it, nobody else."""

from dataclasses import replace

import pytest
from tests.rooms.matters.world import keys, reception
from tests.rooms.people.world import enrol
from tests.rooms.veterans.world import KNOWS, at, veteran

from peredacha.core.sealing import NotSealedHere
from peredacha.rooms.vault.selectors import find_circle
from peredacha.rooms.vault.services import keys_of, seat_member, unseat_member
from peredacha.rooms.veterans.models import Profile, ProfileContent, ProfileRow
from peredacha.rooms.veterans.services import (
    articles_of,
    change_profile,
    conflict_tags,
    list_profiles,
    my_profile,
    save_profile,
)

pytestmark = pytest.mark.django_db


def test_anna_and_the_reception_read_her_card() -> None:
    pavel = reception()
    anna = veteran()

    assert my_profile(keys(anna), now=at()) == KNOWS
    [card] = list_profiles(keys(pavel), "demo", now=at())
    assert (card.name, card.content) == ("Anna", KNOWS)


def test_another_veteran_and_another_chapter_read_nothing() -> None:
    reception()
    oleg = reception("Oleg", "volga")
    maria = veteran("Maria")
    veteran()

    assert [one.name for one in list_profiles(keys(maria), "demo", now=at())] == ["Maria"]
    assert list_profiles(keys(oleg), "demo", now=at()) == []


def test_only_who_opens_the_card_changes_it() -> None:
    reception()
    anna, maria = veteran(), veteran("Maria")

    with pytest.raises(NotSealedHere):
        change_profile(
            keys=keys(maria), member=anna.member, change=lambda one: replace(one, capacity=9), now=at()
        )
    assert my_profile(keys(anna), now=at()) == KNOWS


def test_a_card_told_anew_takes_the_place_of_the_old_one_and_keeps_the_rest() -> None:
    reception()
    anna = veteran()
    change_profile(
        keys=keys(anna), member=anna.member, change=lambda one: replace(one, resting=True), now=at()
    )

    save_profile(keys=keys(anna), content=replace(KNOWS, capacity=1), now=at())

    assert my_profile(keys(anna), now=at()) == replace(KNOWS, capacity=1, resting=True)
    assert ProfileRow.objects.count() == 1


def test_a_card_made_before_there_was_a_reception_opens_for_it_after_the_next_saving() -> None:
    anna = veteran()
    pavel = reception()
    assert list_profiles(keys(pavel), "demo", now=at()) == []

    save_profile(keys=keys(anna), content=KNOWS, now=at())

    assert [one.name for one in list_profiles(keys(pavel), "demo", now=at())] == ["Anna"]


def test_who_left_the_reception_does_not_open_what_is_told_after() -> None:
    pavel, boris = reception(), enrol("Boris", ("coordinator",))
    circle = find_circle("demo", "reception")
    assert circle is not None
    seat_member(keys=keys(pavel), circle=circle, member=boris.member)
    old = keys_of(boris.visit, boris.member)
    anna = veteran()
    assert [one.content for one in list_profiles(old, "demo", now=at())] == [KNOWS]

    unseat_member(keys=keys(pavel), circle=circle, member=boris.member)
    save_profile(keys=keys(anna), content=replace(KNOWS, town="Заречный"), now=at())

    assert [one.content for one in list_profiles(old, "demo", now=at()) if one.content] == []
    [card] = list_profiles(keys(pavel), "demo", now=at())
    assert card.content == replace(KNOWS, town="Заречный")


def test_a_damaged_card_is_told_as_damaged_and_can_be_written_anew() -> None:
    pavel = reception()
    anna = veteran()
    ProfileRow.objects.update(sealed=b"\x01damaged")

    assert [one.content for one in list_profiles(keys(pavel), "demo", now=at())] == [None]
    assert my_profile(keys(anna), now=at()) == ProfileContent()
    save_profile(keys=keys(anna), content=KNOWS, now=at())
    assert my_profile(keys(anna), now=at()) == KNOWS


def test_a_card_moved_to_another_member_does_not_open_there() -> None:
    pavel = reception()
    anna, maria = veteran(), veteran("Maria", replace(KNOWS, town="Другой"))
    row = ProfileRow.objects.get(safe=Profile.objects.get(member=anna.member).safe)
    ProfileRow.objects.filter(safe=Profile.objects.get(member=maria.member).safe).update(sealed=row.sealed)

    told = {one.name: one.content for one in list_profiles(keys(pavel), "demo", now=at())}

    assert told == {"Anna": KNOWS, "Maria": None}


def test_a_case_number_is_a_fingerprint_however_it_is_written() -> None:
    [tag] = conflict_tags(["дело № 1-15/2026"])

    assert conflict_tags(["1-15/2026", "УД 1-15/2026 "]) == (tag,)
    assert conflict_tags(["1-16/2026"]) != (tag,)
    assert conflict_tags(["", "  "]) == ()
    assert "2026" not in tag


def test_articles_are_written_as_matching_reads_them() -> None:
    assert articles_of(["ч. 3 ст. 228.1, 318 ч. 1"]) == ("228.1/3", "318/1")
    assert articles_of(["", "не знаю"]) == ()
