"""Two lists of 2,048 words, and how typed words are found in them.

The lists come from the package ``mnemonic``. One word of its Russian list arrives with a damaged letter; it
is mended here, because nobody could type it. Words differ in their first four letters.
"""

import re
import unicodedata
from collections import defaultdict
from difflib import get_close_matches
from functools import lru_cache

from mnemonic import Mnemonic

from peredacha.core.language import Phrase, phrase, plural_phrase

LISTS = {"ru": "russian", "en": "english"}
MENDED = {"сно\ufffd\ufffdа": "снова"}
BITS = 11
SHORTEST, LONGEST = 3, 8
ENOUGH_LETTERS = 4
TYPED_AT_MOST = 2000
SHOWN_AT_MOST = 24


class UnreadableCode(Exception):
    """What was typed is no code of words; ``said`` tells the person in one sentence what to do."""

    def __init__(self, said: Phrase) -> None:
        super().__init__()
        self.said = said


@lru_cache(maxsize=len(LISTS))
def words_of(language: str) -> tuple[str, ...]:
    """The 2,048 words of ``language`` ("ru" or "en") in their order; raises KeyError for another language."""
    return tuple(MENDED.get(word, word) for word in Mnemonic(LISTS[language]).wordlist)


HURTFUL_WORDS = (
    "арест бандит бездна бомба бояться вдова взрыв война вопль выкуп горький донос драка жертва "
    "жулик жуткий заговор застать захват злой изоляция инвалид инфаркт кровь лгать мрачный мстить "
    "негодяй нищий обыск опасный опухоль орган паника петля плакать пленный позор прах пуля режим "
    "розыск скелет снайпер стонать судить судьба тварь терзать топор тупик убежать убогий угроза "
    "удар умолять унижать урна хрипло чума шприц юстиция "
    "abuse accuse angry arrest attack blame blood bomb crime cruel danger destroy enemy evil "
    "fatal fault grief grunt guard guilt gun hurt ill injury jealous judge knife lawsuit lonely "
    "mad obey panic pistol poverty prison punch rebel rifle riot sad scare shock shoot sick sorry "
    "suffer suspect tragic trap trouble ugly virus weapon weird wrong "
)
HURTFUL = frozenset(HURTFUL_WORDS.split())
"""Words that a family in trouble is not given; a code that holds one still opens."""


def spelled(number: int, count: int, language: str) -> tuple[str, ...]:
    """``number`` [below 2 ** (11 * count)] as ``count`` words, the highest bits first."""
    words = words_of(language)
    return tuple(words[number >> BITS * place & (1 << BITS) - 1] for place in reversed(range(count)))


def number_of(words: tuple[str, ...], language: str) -> int:
    """The number that was spelled with these words of the list."""
    places = _places(language)
    number = 0
    for word in words:
        number = number << BITS | places[word]
    return number


def read_words(typed: str, count: int) -> tuple[str, tuple[str, ...]]:
    """The language and the ``count`` words that were typed, as they stand in the list.

    Case, ё or е, spaces, hyphens, commas and numbers do not matter; four letters are enough for a word.
    Raises UnreadableCode.
    """
    tokens = re.findall(r"[^\W\d_]+", _plain(typed[:TYPED_AT_MOST]))
    language = "ru" if _cyrillic(tokens) else "en"
    found = [_completed(token, language) for token in tokens]
    if len(found) == count and all(found):
        return language, tuple(word for word in found if word)
    ways = _cuts("".join(tokens), count, language)
    if len(ways) == 1:
        return language, ways[0]
    if len(tokens) != count:
        raise UnreadableCode(_wrong_number(len(tokens), count))
    raise UnreadableCode(_unknown_word(found.index(None) + 1, tokens[found.index(None)], language))


@lru_cache(maxsize=len(LISTS))
def _places(language: str) -> dict[str, int]:
    return {word: place for place, word in enumerate(words_of(language))}


def _plain(typed: str) -> str:
    """Lower case, ё as е, and without the marks and invisible signs that a copied text brings along."""
    letters = unicodedata.normalize("NFKC", typed).casefold().replace("ё", "е")
    return "".join(letter for letter in letters if unicodedata.category(letter) not in {"Cf", "Mn"})


def _cyrillic(tokens: list[str]) -> bool:
    letters = "".join(tokens)
    return 2 * len(re.findall("[а-я]", letters)) > len(letters)


def _completed(token: str, language: str) -> str | None:
    if token in _places(language):
        return token
    if len(token) < ENOUGH_LETTERS:
        return None
    starts = [word for word in words_of(language) if word.startswith(token)]
    return starts[0] if len(starts) == 1 else None


def _cuts(letters: str, count: int, language: str) -> list[tuple[str, ...]]:
    """The ways to cut the letters into ``count`` whole words, at most two of them."""
    known = _places(language)
    if len(letters) > count * LONGEST:
        return []
    ways: dict[int, list[tuple[str, ...]]] = {0: [()]}
    for _ in range(count):
        longer: dict[int, list[tuple[str, ...]]] = defaultdict(list)
        for start, heads in ways.items():
            for end in range(start + SHORTEST, min(start + LONGEST, len(letters)) + 1):
                if letters[start:end] in known:
                    longer[end] += [(*head, letters[start:end]) for head in heads]
        ways = {end: heads[:2] for end, heads in longer.items()}
    return ways.get(len(letters), [])


def _wrong_number(typed: int, count: int) -> Phrase:
    return plural_phrase(
        "The code has {needed} words, and {count} word was typed. Please type all {needed} and nothing else.",
        "The code has {needed} words, and {count} words were typed. Please type all {needed} and nothing else.",
        typed,
        needed=count,
    )


def _unknown_word(place: int, token: str, language: str) -> Phrase:
    shown = token[:SHOWN_AT_MOST]
    if not re.fullmatch("[а-я]+" if language == "ru" else "[a-z]+", token):
        return phrase(
            "Word {place}, “{word}”, has letters of another alphabet. Please type it anew with one keyboard.",
            place=place,
            word=shown,
        )
    near = get_close_matches(shown, words_of(language), n=3)
    if near:
        return phrase(
            "Word {place}, “{word}”, is not in the list. Did you mean: {words}?",
            place=place,
            word=shown,
            words=", ".join(near),
        )
    return phrase(
        "Word {place}, “{word}”, is not in the list. Please compare it with the card.",
        place=place,
        word=shown,
    )
