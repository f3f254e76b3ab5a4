"""Five people hold the shares: any three bring the keys back, two of them can do nothing."""

from collections.abc import Sequence
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peredacha.core.language import speak
from peredacha.core.sealing import WrongShares, join_shares, split_secret

SECRET = bytes(range(32))
THREE_OF_FIVE = (
    "academic therapy academic acne avoid carpet guilt expand silver apart blanket "
    "license obesity garden paid fatal graduate equip therapy lift maximum valuable "
    "evoke entrance punish nervous punish diminish mother smoking multiple kernel steady",
    "academic therapy academic agree agree mustang install practice failure scared robin "
    "deny hush adult goat drove cards campus busy geology bracelet frequent "
    "elder cowboy plunge iris alpha hamster acid lecture type prepare spirit",
    "academic therapy academic axle activity facility paid scared execute costume describe "
    "scatter wildlife increase mobile society depict elevator glad priority rainbow ivory "
    "memory amount mobile radar vintage rebound tolerate library hawk guard example",
)
"""Version 1 as it was on the first day: ``SECRET``, three of five; of five only these three are kept."""


def refusal(shares: Sequence[str]) -> str:
    """What is said, in English, of shares that do not give the secret."""
    with pytest.raises(WrongShares) as refused:
        join_shares(shares)
    assert str(refused.value) == ""
    return speak(refused.value.said, "en")


def test_the_first_version_stays_what_it_was() -> None:
    assert join_shares(THREE_OF_FIVE) == SECRET


def test_any_three_of_five_bring_the_secret_back_and_two_never() -> None:
    shares = split_secret(SECRET, needed=3, holders=5)

    assert len(set(shares)) == 5
    assert {len(share.split()) for share in shares} == {33}
    for some in combinations(shares, 3):
        assert join_shares(some[::-1]) == SECRET
    for pair in combinations(shares, 2):
        assert refusal(pair) == "1 more share is needed."
    assert join_shares(shares) == SECRET


@given(
    secret=st.binary(min_size=16, max_size=16) | st.binary(min_size=32, max_size=32),
    needed=st.integers(2, 4),
    spare=st.integers(0, 2),
)
@settings(max_examples=20)
def test_every_secret_comes_back_from_as_many_as_are_needed(secret: bytes, needed: int, spare: int) -> None:
    shares = split_secret(secret, needed=needed, holders=needed + spare)

    assert join_shares(shares[spare:]) == secret
    assert "more share" in refusal(shares[: needed - 1])


def test_one_holder_alone_may_hold_everything() -> None:
    assert join_shares(split_secret(SECRET[:16], needed=1, holders=1)) == SECRET[:16]


def test_how_a_share_is_typed_does_not_matter() -> None:
    first, second, third = THREE_OF_FIVE
    numbered = "\n".join(f"{place}. {word}" for place, word in enumerate(second.upper().split(), 1))
    short = "-".join(word[:4] for word in third.split())

    assert join_shares([f"  {first},", numbered, short]) == SECRET


def test_the_same_share_twice_counts_once() -> None:
    first, second, _ = THREE_OF_FIVE

    assert refusal([first, second, first]) == "1 more share is needed."
    assert refusal([first]) == "2 more shares are needed."


def test_shares_of_two_splits_do_not_mix() -> None:
    again = split_secret(SECRET, needed=3, holders=5)

    assert refusal([*THREE_OF_FIVE[:2], again[0]]).startswith("These shares come from different splits.")


def test_no_share_at_all_is_told() -> None:
    assert refusal([]) == "Please type the words of at least one share."


def test_a_misspelt_word_is_named_with_what_it_might_be() -> None:
    first, second, third = THREE_OF_FIVE
    word = second.split()[5]
    said = refusal([first, second.replace(word, "x" + word[1:], 1), third])

    assert said.startswith(f"In share 2, word 6, “x{word[1:]}”, is not in the list. Did you mean:")
    assert word in said


def test_a_word_that_is_like_no_other_is_named_too() -> None:
    said = refusal([THREE_OF_FIVE[0].replace("academic", "щщщщ", 1)])

    assert said == "In share 1, word 1, “щщщщ”, is not in the list. Please compare it with the paper."


def test_words_in_another_order_are_noticed() -> None:
    first, *words = THREE_OF_FIVE[0].split()
    said = refusal([" ".join([*words, first])])

    assert said == "In share 1 one word is not as on the paper. Please compare them, also their order."


def test_missing_words_are_counted() -> None:
    assert refusal([THREE_OF_FIVE[0], "academic"]) == (
        "Share 2 should have 20 or 33 words, and 1 word was typed. Please type all of them."
    )
    assert " and 32 words were typed." in refusal([THREE_OF_FIVE[0].rsplit(" ", 1)[0]])


@given(shares=st.lists(st.text(max_size=300), max_size=4))
def test_whatever_is_typed_is_refused_in_a_sentence(shares: list[str]) -> None:
    assert refusal(shares)[-1] in ".?"


@pytest.mark.parametrize(("needed", "holders"), [(0, 3), (4, 3), (1, 3), (2, 17), (-1, 2), (1, 0)])
def test_a_split_that_makes_no_sense_is_refused(needed: int, holders: int) -> None:
    with pytest.raises(ValueError, match="cannot be shared"):
        split_secret(SECRET, needed=needed, holders=holders)


@pytest.mark.parametrize("length", [0, 15, 17, 24, 33])
def test_a_secret_of_another_length_is_refused(length: int) -> None:
    with pytest.raises(ValueError, match="cannot be shared"):
        split_secret(bytes(length), needed=2, holders=3)
