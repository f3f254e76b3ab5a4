"""Anna and the others who were there, Vera and the others who ask; and invented ones in any number."""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from hypothesis import strategies as st

from peredacha.core.matching import Family, Veteran, Wish, Wished

VERA = Family(
    key="vera",
    languages=frozenset({"ru"}),
    stages=frozenset({"remand"}),
    articles=frozenset({"228.1/3"}),
    groups=frozenset({"drugs"}),
    facilities=frozenset({"sizo-1"}),
    regimes=frozenset({"general"}),
    kin=frozenset({"parent"}),
    region="RU-ZRC",
    town="zarechny",
    waiting_days=3,
)
ANNA = Veteran(
    key="anna",
    languages=frozenset({"ru", "tt"}),
    stages=frozenset({"remand", "trial", "colony"}),
    articles=frozenset({"228.1/3"}),
    groups=frozenset({"drugs"}),
    facilities=frozenset({"sizo-1", "ik-5"}),
    kin=frozenset({"spouse"}),
    was_inside=False,
    gender="woman",
    region="RU-ZRC",
    town="zarechny",
    capacity=3,
    holds=1,
    last_asked_days=15,
)

Kind = TypeVar("Kind", Family, Veteran)


def some(*keys: str) -> st.SearchStrategy[frozenset[str]]:
    """Some of the keys, often none."""
    return st.frozensets(st.sampled_from(keys), max_size=2)


FACTS = {
    "languages": some("ru", "tt", "en"),
    "stages": some("detention", "remand", "trial"),
    "articles": some("228", "228/2", "228/4", "318/1", "207.3"),
    "groups": some("drugs", "speech"),
    "facilities": some("sizo-1", "sizo-2", "ik-5"),
    "regimes": some("general", "strict"),
    "kin": some("parent", "spouse", "self"),
    "topics": some("torture", "illness"),
    "region": st.sampled_from(["", "north", "south"]),
    "town": st.sampled_from(["", "here", "there"]),
    "conflict_tags": st.sampled_from([frozenset[str](), frozenset[str](), frozenset({"case"})]),
}
WISHES = st.lists(st.builds(Wish, st.sampled_from(Wished), st.booleans()), max_size=2).map(tuple)


def families(most: int = 6) -> st.SearchStrategy[list[Family]]:
    """Families with keys of their own."""
    one = st.builds(
        Family,
        key=st.just("family"),
        **FACTS,
        wishes=WISHES,
        excluded=some("v0", "v1"),
        passed_stages=some("detention", "remand"),
        passed_facilities=some("sizo-1", "ik-5"),
        waiting_days=st.integers(0, 40),
        served_count=st.integers(0, 2),
    )
    return st.lists(one, max_size=most).map(named("f"))


def veterans(most: int = 5) -> st.SearchStrategy[list[Veteran]]:
    """Veterans with keys of their own."""
    one = st.builds(
        Veteran,
        key=st.just("veteran"),
        **FACTS,
        was_inside=st.sampled_from([None, True, False]),
        gender=st.sampled_from(["", "woman", "man"]),
        capacity=st.sampled_from([None, 0, 1, 2, 5]),
        holds=st.integers(0, 2),
        never=some("torture", "228", "sizo-2"),
        paused=st.sampled_from([False, False, False, True]),
        last_asked_days=st.sampled_from([None, 0, 8, 30, 400]),
    )
    return st.lists(one, max_size=most).map(named("v"))


def named(letter: str) -> Callable[[list[Kind]], list[Kind]]:
    """Gives each its own key: ``v0``, ``v1``, …"""
    return lambda people: [replace(one, key=f"{letter}{number}") for number, one in enumerate(people)]
