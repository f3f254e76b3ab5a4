"""Who could stand by Vera, in words, and who never."""

from dataclasses import replace

import pytest
from tests.rooms.matters.world import ANSWERS, asks, file_of, keys, reception
from tests.rooms.mentoring.world import named, proposed, stands
from tests.rooms.people.world import Enrolled, enrol
from tests.rooms.veterans.world import KNOWS, at, veteran

from peredacha.core.facts import Author, Fact, Proceeding, Request
from peredacha.rooms.matters.services import tell
from peredacha.rooms.mentoring.services import NotNow, Suggested, choose, decline, pause, suggest_for
from peredacha.rooms.veterans.models import ProfileContent
from peredacha.rooms.veterans.services import conflict_tags

pytestmark = pytest.mark.django_db


def suggested(pavel: Enrolled, *facts: Fact) -> Suggested:
    """What Pavel sees for a family that tells these facts."""
    vera = asks(*facts)
    return suggest_for(keys(pavel), file_of(keys(pavel), vera.matter), now=at())


def names(found: Suggested) -> list[str]:
    return [one.name for one in found.proposals]


def test_anna_is_suggested_with_her_reasons_in_words() -> None:
    pavel = reception()
    veteran()

    [anna] = suggested(pavel).proposals

    assert anna.name == "Anna" and anna.takes == 2
    assert len(anna.reasons) >= 4
    assert anna.relaxed == "" and anna.asks == ()


def test_the_best_fit_comes_first_and_at_most_three() -> None:
    pavel = reception()
    for number in range(4):
        veteran(f"Other{number}", ProfileContent(languages=("ru",), capacity=2))
    veteran()

    found = names(suggested(pavel))

    assert found[0] == "Anna" and len(found) == 3


def test_a_veteran_of_another_chapter_is_never_suggested() -> None:
    pavel, _oleg = reception(), reception("Oleg", "volga")
    veteran("Zoya", chapter="volga")

    found = suggested(pavel)

    assert found.proposals == () and found.why_not != ()


def test_a_veteran_who_has_told_nothing_is_asked_what_is_not_known() -> None:
    pavel = reception()
    enrol("Maria")

    [maria] = suggested(pavel).proposals

    assert maria.name == "Maria" and maria.takes is None and maria.asks != ()


def test_who_rests_is_not_suggested_and_the_page_says_so() -> None:
    pavel, anna = reception(), veteran()
    pause(keys=keys(anna), now=at())

    found = suggested(pavel)

    assert found.proposals == () and len(found.why_not) == 1


def test_whom_the_family_declined_and_who_declined_it_do_not_come_again() -> None:
    pavel, anna, vera = reception(), veteran(), asks()
    proposed(pavel, anna, vera)
    decline(keys=keys(anna), file=file_of(keys(anna), vera.matter), now=at())

    file = file_of(keys(pavel), vera.matter)

    assert suggest_for(keys(pavel), file, now=at()).proposals == ()
    with pytest.raises(NotNow):
        choose(keys=keys(pavel), file=file, member=anna.member.id, now=at())


@pytest.mark.parametrize("words", ["Не показывайте Марине", "марину знаю, не надо", "Marina? no: Марина"])
def test_whom_the_family_names_as_a_stranger_to_it_is_left_out(words: str) -> None:
    pavel = reception()
    veteran("Марина")
    veteran("Anna")

    found = suggested(pavel, Request(asks=("person",), answers=ANSWERS, excluded=words))

    assert names(found) == ["Anna"]
    assert found.excluded_words == words


def test_who_is_tied_to_the_same_case_is_kept_apart() -> None:
    pavel = reception()
    veteran(content=replace(KNOWS, conflict_tags=conflict_tags(["1-15/2026"])))
    vera = asks()
    file = tell(
        keys=keys(pavel),
        file=file_of(keys(pavel), vera.matter),
        fact=Proceeding(number="Дело № 1-15/2026"),
        author=Author(),
        now=at(),
    )

    assert suggest_for(keys(pavel), file, now=at()).proposals == ()


def test_what_anna_never_wants_again_is_not_proposed_to_her() -> None:
    pavel = reception()
    veteran(content=replace(KNOWS, never=("drugs",)))

    drugs = Request(asks=("person",), answers={**ANSWERS, "article": "228.1 ч. 3"})
    words = Request(asks=("person",), answers={**ANSWERS, "article": "207.3"})

    assert names(suggested(pavel, drugs)) == []
    assert names(suggested(pavel, words)) == ["Anna"]


def test_a_full_veteran_may_take_one_more_and_the_page_says_what_is_set_aside() -> None:
    pavel, anna = reception(), veteran(content=replace(KNOWS, capacity=1))
    stands(pavel, anna, asks())

    [found] = suggested(pavel).proposals

    assert found.takes == 0 and found.relaxed != ""


def test_a_wish_of_the_family_decides_among_equals() -> None:
    pavel = reception()
    veteran("Boris", replace(KNOWS, gender="man"))
    veteran("Anna", replace(KNOWS, gender="woman"))

    wish = Request(asks=("person",), answers=ANSWERS, wishes=("woman",))
    must = Request(asks=("person",), answers=ANSWERS, wishes=("man!", "nonsense"))

    assert names(suggested(pavel, wish))[0] == "Anna"
    assert names(suggested(pavel, must)) == ["Boris"]


def test_a_double_click_proposes_once() -> None:
    pavel, anna, vera = reception(), veteran(), asks()

    first = named(pavel, anna, vera)
    second = named(pavel, anna, vera)

    assert len(first.entries) == len(second.entries)
