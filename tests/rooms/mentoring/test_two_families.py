"""Vera knows the place where Larisa's son is now, Larisa the article: both are asked, and meet only after two yes."""

from uuid import UUID

import pytest
from tests.rooms.matters.world import FamilyAtDoor, asks, file_of, keys, reception
from tests.rooms.mentoring.world import texts
from tests.rooms.people.world import Enrolled
from tests.rooms.veterans.world import at

from peredacha.core.facts import Place, Request
from peredacha.rooms.mentoring.services import (
    CROSS,
    NotNow,
    answer_cross_help,
    cross_page,
    family_part,
    offer_cross_help,
    settle_cross_help,
)

pytestmark = pytest.mark.django_db


def family(name: str, before: str, here: str) -> FamilyAtDoor:
    """A family whose person was in one place and is in another."""
    return asks(
        Request(asks=("person",), name=name, answers={"stage": "remand", "article": "318 ч. 1"}),
        Place(facility=before),
        Place(facility=here),
    )


@pytest.fixture
def pavel() -> Enrolled:
    return reception()


@pytest.fixture
def vera(pavel: Enrolled) -> FamilyAtDoor:
    return family("Вера", "aaaaaaaaaaaa", "bbbbbbbbbbbb")


@pytest.fixture
def nina(pavel: Enrolled) -> FamilyAtDoor:
    return family("Нина", "bbbbbbbbbbbb", "aaaaaaaaaaaa")


def offered(pavel: Enrolled, vera: FamilyAtDoor, nina: FamilyAtDoor) -> str:
    return offer_cross_help(keys=keys(pavel), one=vera.matter.id, other=nina.matter.id, now=at())


def answers(one: FamilyAtDoor, key: str, *, yes: bool, words: str = "") -> None:
    answer_cross_help(
        keys=one.keys, file=file_of(one.keys, one.matter), key=key, yes=yes, words=words, now=at()
    )


def settled(pavel: Enrolled, vera: FamilyAtDoor, nina: FamilyAtDoor, key: str) -> bool:
    return settle_cross_help(keys=keys(pavel), one=vera.matter.id, other=nina.matter.id, key=key, now=at())


def test_a_pair_is_found_once_with_reasons_both_ways(
    pavel: Enrolled, vera: FamilyAtDoor, nina: FamilyAtDoor
) -> None:
    [pair] = cross_page(keys(pavel), now=at()).pairs

    assert {pair.one, pair.other} == {vera.matter.id, nina.matter.id}
    assert pair.gives != () and pair.gets != () and set(pair.aliases) == {"Вера", "Нина"}


def test_both_say_yes_and_only_then_each_reads_the_other_s_words(
    pavel: Enrolled, vera: FamilyAtDoor, nina: FamilyAtDoor
) -> None:
    key = offered(pavel, vera, nina)
    answers(vera, key, yes=True, words="Пишите на почту.")
    assert "Пишите на почту." not in texts(file_of(nina.keys, nina.matter))
    with pytest.raises(NotNow):
        settled(pavel, vera, nina, key)
    answers(nina, key, yes=True, words="Звоните днём.")
    [offer] = cross_page(keys(pavel), now=at()).offers
    assert offer.state == "both_yes"

    assert settled(pavel, vera, nina, key)

    [hers] = family_part(file_of(vera.keys, vera.matter)).offers
    [other] = family_part(file_of(nina.keys, nina.matter)).offers
    assert (hers.state, hers.name, hers.words) == ("together", "Нина", "Звоните днём.")
    assert (other.state, other.name, other.words) == ("together", "Вера", "Пишите на почту.")
    assert cross_page(keys(pavel), now=at()).offers == ()
    with pytest.raises(NotNow):
        settled(pavel, vera, nina, key)


def test_one_says_no_and_the_other_is_told_gently_without_learning_who(
    pavel: Enrolled, vera: FamilyAtDoor, nina: FamilyAtDoor
) -> None:
    key = offered(pavel, vera, nina)
    answers(vera, key, yes=True, words="Пишите на почту.")
    answers(nina, key, yes=False, words="не хочу")
    [offer] = cross_page(keys(pavel), now=at()).offers
    assert offer.state == "one_no"

    assert not settled(pavel, vera, nina, key)

    [hers] = family_part(file_of(vera.keys, vera.matter)).offers
    assert hers.state == "ended" and "Нина" not in texts(file_of(vera.keys, vera.matter))
    assert "Пишите" not in texts(file_of(nina.keys, nina.matter))
    assert family_part(file_of(nina.keys, nina.matter)).offers == ()
    page = cross_page(keys(pavel), now=at())
    assert (page.pairs, page.offers) == ((), ())


def test_an_answer_is_given_once(pavel: Enrolled, vera: FamilyAtDoor, nina: FamilyAtDoor) -> None:
    key = offered(pavel, vera, nina)
    answers(vera, key, yes=False)

    with pytest.raises(NotNow):
        answers(vera, key, yes=True)
    with pytest.raises(NotNow):
        answers(vera, CROSS + "0" * 32, yes=True)


def test_who_was_asked_is_not_offered_again_nor_to_a_third(
    pavel: Enrolled, vera: FamilyAtDoor, nina: FamilyAtDoor
) -> None:
    offered(pavel, vera, nina)
    family("Зоя", "bbbbbbbbbbbb", "aaaaaaaaaaaa")

    assert cross_page(keys(pavel), now=at()).pairs == ()
    with pytest.raises(NotNow):
        offered(pavel, vera, nina)


def test_families_of_two_chapters_are_not_brought_together(
    pavel: Enrolled, vera: FamilyAtDoor, nina: FamilyAtDoor
) -> None:
    oleg = reception("Oleg", "volga")

    assert cross_page(keys(oleg), now=at()).pairs == ()
    with pytest.raises(NotNow):
        offered(oleg, vera, nina)
    with pytest.raises(NotNow):
        offer_cross_help(keys=keys(pavel), one=vera.matter.id, other=UUID(int=1), now=at())
