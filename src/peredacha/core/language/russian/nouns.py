"""Nouns of posts, courts and papers in six cases: a list, and careful guesses for what it lacks."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from peredacha.core.language.russian.cases import Forms, Gender, joined, same
from peredacha.core.language.russian.patterns import by_names, listed

LIST = Path(__file__).parent / "nouns.txt"
LIVING = frozenset(("hard", "hard/", "hiss", "soft", "soft_yo", "a", "ya", "ya_yo"))
STAY_BEFORE = re.compile(
    r"(?:генерал|капитан|пресс|вице|экс|обер|унтер|штаб|медиа|арт)-(?=\w)", re.IGNORECASE
)
GUESSES = (
    (r".+тель", Gender.MALE, "soft"),
    (r".+(?:ник|ист|олог|вед)", Gender.MALE, "hard"),
    (r".+(?:ние|тие)", Gender.NEUTER, "ie"),
    (r".+ство", Gender.NEUTER, "o"),
    (r".+ия", Gender.FEMALE, "iya"),
    (r".+ость", Gender.FEMALE, "third"),
)
DOUBTFUL = (
    (r".+[гкх]а", Gender.FEMALE, "a_k"),
    (r".+[жшчщ]а", Gender.FEMALE, "a_hiss|a_k"),
    (r".+ца", Gender.FEMALE, "a_ts|a"),
    (r".+а", Gender.FEMALE, "a"),
    (r".+я", Gender.FEMALE, "ya"),
    (r".+о", Gender.NEUTER, "o|same"),
    (r".+[бвгдзклмнпрстфх]", Gender.MALE, "hard|m_hard"),
    (r".+[жшчщц]", Gender.MALE, "hiss|m_hiss"),
    (r".+ь", Gender.MALE, "soft|m_soft|third"),
    (r".+й", Gender.MALE, "soft|m_iot"),
)


@dataclass(frozen=True)
class Noun:
    """A noun in six cases, with what its adjectives must know; ``listed`` is false for one known by its ending."""

    forms: Forms
    gender: Gender
    alive: bool
    listed: bool = True


def known_noun(word: str) -> Noun | None:
    """The noun, where the list or a safe ending has it; колония-поселение is two nouns. None otherwise."""
    front = STAY_BEFORE.match(word)
    if front:
        rest = known_noun(word[front.end() :])
        if rest is None:
            return None
        return Noun(joined([same(front[0]), rest.forms], [""]), rest.gender, rest.alive, rest.listed)
    if "-" in word:
        halves = [known_noun(half) for half in word.split("-")]
        found = [half for half in halves if half]
        if len(found) < len(halves):
            return None
        marks = ["-"] * (len(found) - 1)
        listed_all = all(half.listed for half in found)
        return Noun(
            joined([half.forms for half in found], marks), found[0].gender, found[0].alive, listed_all
        )
    return _listed(word) or _by_ending(word, GUESSES, sure=True)


def guessed_noun(word: str) -> Noun | None:
    """The noun by its last letter, never sure; None where it has no shape of a Russian noun."""
    return _by_ending(word, DOUBTFUL, sure=False)


def _listed(word: str) -> Noun | None:
    for gender in Gender:
        found = _list().get((gender, word.lower()))
        if found:
            names, stem = found
            alive = gender is Gender.MALE and names in LIVING
            return Noun(by_names(word, names, stem), gender, alive)
    return None


def _by_ending(word: str, rules: tuple[tuple[str, Gender, str], ...], *, sure: bool) -> Noun | None:
    for shape, gender, names in rules:
        if re.fullmatch(shape, word.lower()):
            alive = gender is Gender.MALE and names.partition("|")[0] in LIVING
            return Noun(by_names(word, names, sure=sure), gender, alive, listed=False)
    return None


@cache
def _list() -> dict[tuple[str, str], tuple[str, str]]:
    return listed(LIST.read_text("utf-8").splitlines())
