"""A person's name as somebody typed it, taken apart: surname, given name, patronymic, year of birth."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from peredacha.core.linkage.given import known_forms
from peredacha.core.linkage.letters import fold
from peredacha.core.linkage.patronymics import APART, cannot_be_surname, is_patronymic
from peredacha.core.linkage.surnames import has_shape

BORN = re.compile(
    r"\b(?:\d{1,2}[./-]\d{1,2}[./-](?P<last>\d{4}|\d{2})|(?P<first>(?:19|20)\d\d)-\d\d?-\d\d?|(?P<bare>(?:19|20)\d\d))"
    r"(?!\d)(?:\s*(?:года|год|г)\b\.?)?(?:\s*(?:рожд\w*|р)\b\.?)?",
    re.IGNORECASE,
)
NOISE = re.compile(
    r"\b\d{1,3}\s*(?:лет|года?|г\.|л\.|y\.?o)(?!\w)"
    r"|\b(?:гр-(?:н|ка)\b|г\.?\s?р\b|г/р\b|гр\.|гражданин\w*|гражданк\w+|род\.|родил\w+|рожд\w*|born\b)",
    re.IGNORECASE,
)
SIGNS = re.compile(r"[\d()\[\]«»\"“”?!*_№#:;=+<>|~{}]+")
FORMER = re.compile(r"\(\s*(?:урожд\w*\.?\s*|ранее\s+|née\s+)?([^\W\d_]{3,}(?:-[^\W\d_]+)?)\s*\)")
TOKEN = re.compile(r"[^\W\d_]+(?:['ʼ’‘ʻ`-][^\W\d_]+)*\.?")
KOREAN_AND_LIKE = "ли ан юн ни хо им ше ге хе те эм ри со ян ем ву чу цо ко но го"
SHORT_SURNAMES = frozenset(map(fold, KOREAN_AND_LIKE.split()))
OLDEST_OF_2000S = 29
LONGEST = 200


@dataclass(frozen=True, repr=False)
class Named:
    """A name in parts, each as it was written and empty where it was not; ``raw`` is the whole text.

    A given name or patronymic of one letter, or with a point, is an initial. A former surname stands
    behind the surname in brackets. ``repr`` tells nothing, so that no log and no error page shows a person.
    """

    surname: str = ""
    given: str = ""
    patronymic: str = ""
    birth_year: int | None = None
    raw: str = ""


def read_name(text: str) -> Named:
    """The name in a line of text; never fails: what is not understood stays in the surname.

    Order is guessed by patronymics, by the list of given names and by the shape of surnames; where
    nothing helps, the surname stands first, as in papers. Only the first 200 characters are read.

    >>> one = read_name("П.С. Иванов, 12.03.1987")
    >>> one.surname, one.given, one.patronymic, one.birth_year
    ('Иванов', 'П', 'С', 1987)
    """
    year, rest = _year_apart(text[:LONGEST])
    former = FORMER.search(rest)
    if former:
        rest = rest[: former.start()] + " " + rest[former.end() :]
    rest = SIGNS.sub(" ", NOISE.sub(" ", rest))
    head, comma, _tail = rest.partition(",")
    surname, given, patronymic = _parts(_tokens(rest), surname_apart=bool(comma) and len(head.split()) == 1)
    if former and surname:
        surname = f"{surname} ({former[1]})"
    return Named(surname, given, patronymic, year, text)


def _year_apart(text: str) -> tuple[int | None, str]:
    """The year of birth [A.D.] and the text without its date."""
    found = BORN.search(text)
    if not found:
        return None, text
    digits = found["last"] or found["first"] or found["bare"]
    year = int(digits)
    if len(digits) == 2:
        year += 2000 if year <= OLDEST_OF_2000S else 1900
    rest = text[: found.start()] + " , " + text[found.end() :]
    return (year if 1900 <= year <= 2039 else None), rest


def _tokens(text: str) -> list[str]:
    """Words in their order; «оглы» and its like stay with the father's name before them."""
    tokens: list[str] = []
    for word in TOKEN.findall(text):
        if tokens and APART.fullmatch(fold(word)):
            tokens[-1] = f"{tokens[-1]} {word}"
        elif len(word) == 2 and len(tokens) == 1 and len(tokens[0]) > 2 and _two_initials(word):
            tokens.extend(word)
        else:
            tokens.append(word)
    return tokens


def _two_initials(word: str) -> bool:
    """Whether two letters without points are initials, as in Иванов ПС."""
    return word.isalpha() and fold(word) not in SHORT_SURNAMES and not _is_known(word)


def _parts(tokens: Sequence[str], *, surname_apart: bool) -> tuple[str, str, str]:
    initials = [token for token in tokens if _is_initial(token)]
    words = [token.rstrip(".") for token in tokens if token not in initials]
    if not words:
        return " ".join(token.rstrip(".") for token in tokens[:1]), *_two(initials[1:])
    if initials:
        return _with_initials(words, initials)
    if surname_apart and len(words) > 1:
        return words[0], words[1], " ".join(words[2:])
    place = _place_of_patronymic(words)
    if place is not None:
        return _around_patronymic(words, place)
    return _by_shape(words)


def _is_initial(token: str) -> bool:
    """One letter, or two or three of a Latin digraph with a point: П. Yu. Sh."""
    bare = token.rstrip(".")
    return len(bare) == 1 or (token.endswith(".") and len(bare) <= 3 and len(fold(bare)) <= 2)


def _bare(initial: str) -> str:
    """An initial as it is kept: one letter without its point, Yu. with it."""
    return initial.rstrip(".") if len(initial) < 3 else initial


def _two(letters: Sequence[str]) -> tuple[str, str]:
    given, patronymic = [*map(_bare, letters[:2]), "", ""][:2]
    return given, patronymic


def _with_initials(words: Sequence[str], initials: Sequence[str]) -> tuple[str, str, str]:
    """Иванов П. С., or Пётр С. Иванов with the given name written out."""
    if len(words) == 1 or len(initials) > 1:
        return " ".join(words), *_two(initials)
    surname, given, _rest = _by_shape(words)
    return surname, given, _bare(initials[0])


def _place_of_patronymic(words: Sequence[str]) -> int | None:
    """Where the patronymic stands; the last word of its shape that comes after a given name."""
    shaped = [place for place, word in enumerate(words) if is_patronymic(fold(word))]
    for place in reversed(shaped):
        sure = cannot_be_surname(fold(words[place]))
        if len(words) == 1:
            return place if sure else None
        if len(words) > 2 and place and (sure or len(shaped) > 1 or place == len(words) - 1):
            return place
        if sure and place:
            return place
    return None


def _around_patronymic(words: Sequence[str], place: int) -> tuple[str, str, str]:
    """The given name stands right before the patronymic; the surname is what is left."""
    if len(words) == 2 and place and has_shape(fold(words[0])) and not _is_known(words[0]):
        return words[0], "", words[1]
    given = words[place - 1] if place else ""
    left = [word for at, word in enumerate(words) if at not in (place, place - 1)]
    return " ".join(left), given, words[place]


def _is_known(word: str) -> bool:
    """Whether the list of given names holds the word, or the first half of a double name."""
    return fold(word) in known_forms() or ("-" in word and fold(word.partition("-")[0]) in known_forms())


def _by_shape(words: Sequence[str]) -> tuple[str, str, str]:
    """Words without patronymic and initials."""
    keys = [fold(word) for word in words]
    known = [_is_known(word) for word in words]
    if len(words) == 1:
        return ("", words[0], "") if known[0] and not has_shape(keys[0]) else (words[0], "", "")
    given_first = known[0] and not known[-1]
    if known[0] == known[-1]:
        given_first = has_shape(keys[-1]) and not has_shape(keys[0])
    if given_first:
        return words[-1], words[0], " ".join(words[1:-1])
    return words[0], words[1], " ".join(words[2:])
