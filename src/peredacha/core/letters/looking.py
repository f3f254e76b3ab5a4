"""The ways of looking: each gives the places in a text [start, end) where something was found."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from itertools import groupby
from typing import TypeAlias

from peredacha.core.letters.rules import Ban, Looks

Place: TypeAlias = tuple[int, int]
WORD = re.compile(r"[^\W\d_]+")
DATE = re.compile(r"(?<!\d)\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})(?!\d)")
FIGURES = re.compile(r"\d(?:[ \u00a0,.;:/-]{0,3}\d){7,}")
CONTACTS = re.compile(
    r"[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{2,64}"
    r"|(?:https?://|www\.)\S{1,200}"
    r"|(?<![\w.-])[\w-]{1,64}\.(?:ru|com|org|net|info|me|io|рф|su|by|ua)(?:/\S{0,200})?(?!\w)"
    r"|(?<![\w@])@\w{3,40}"
    r"|(?<![\w+])(?:\+\d{1,3}|8)[ \u00a0(-]{0,3}\d{3}[ \u00a0)-]{0,3}\d{3}[ \u00a0-]?\d{2}[ \u00a0-]?\d{2}(?!\d)"
    r"|(?<!\w)(?:ул\.|улиц[аеуы]|проспекте?|пр-т|пер\.|переул(?:ок|ке)|шоссе|бульваре?)[ \u00a0]{1,3}[\w-]{2,40}"
    r"(?:[ \u00a0]{1,2}[\w-]{2,40})?,?[ \u00a0]{0,3}(?:д\.|дом)?[ \u00a0]{0,3}\d{1,4}",
    re.IGNORECASE,
)
ART = re.compile(r"[/\\|_^<>*=#~+@&%{}\[\]]{4,200}")
PLAIN = frozenset("№°§©®^`")
"""Signs beside letters that every printer and every censor knows."""
HIDDEN = ("Cc", "Cf", "Co", "Cs", "Cn")
PICTURES = ("So", "Sk")
SOUNDS = frozenset("аеёиоуыэюяіїєaeiouyäöüáéíóú")
LONGEST_WORD, MUTE_WORD, SWITCHES, LONE = 30, 7, 3, 6
MIXED = frozenset({"cyrillic", "latin"})
SMALL_WORDS = frozenset("аивкосуяжбaio")
"""Letters that are words by themselves."""


def folded(text: str) -> str:
    """The text in small letters, ё as е, every sign in its place."""
    return "".join(low if len(low := sign.lower()) == 1 else sign for sign in text).replace("ё", "е")


def alphabet_of(sign: str) -> str:
    """To which alphabet a letter belongs: ``cyrillic``, ``latin``, or another one."""
    name = unicodedata.name(sign, "")
    return next((one.lower() for one in ("CYRILLIC", "LATIN") if name.startswith(one)), "other")


def words(text: str, ban: Ban) -> Iterator[Place]:
    """Words of the list, one after another as there."""
    found = [(one.group(), one.span()) for one in WORD.finditer(folded(text))]
    for listed in ban.words:
        wanted = folded(listed).split()
        for at in range(len(found) - len(wanted) + 1):
            part = found[at : at + len(wanted)]
            if all(fits(told, word) for told, (word, _span) in zip(wanted, part)):
                yield part[0][1][0], part[-1][1][1]


def fits(told: str, word: str) -> bool:
    """Whether a word is the one told, or begins so where a star stands at its end."""
    return word.startswith(told[:-1]) if told.endswith("*") else word == told


def digits(text: str, _ban: Ban) -> Iterator[Place]:
    """Eight figures or more in a row, or in groups; a day with its month and year is none."""
    bare = DATE.sub(lambda one: "x" * len(one.group()), text)
    for one in FIGURES.finditer(bare):
        yield one.span()


def cipher(text: str, _ban: Ban) -> Iterator[Place]:
    """Words that nobody can read aloud: no vowel, endless, large and small letters in turns, two alphabets in one;
    and single letters in a row."""
    lone: list[Place] = []
    for one in WORD.finditer(text):
        word = one.group()
        if is_cipher(word):
            yield one.span()
        near = not lone or one.start() - lone[-1][1] <= 2
        if len(word) == 1 and near:
            lone.append(one.span())
            continue
        yield from together(text, lone)
        lone = [one.span()] if len(word) == 1 else []
    yield from together(text, lone)


def together(text: str, lone: list[Place]) -> Iterator[Place]:
    """Single letters as one place, if they are many and not only small words."""
    odd = sum(1 for start, _end in lone if text[start].lower() not in SMALL_WORDS)
    if len(lone) >= LONE and odd > 1:
        yield lone[0][0], lone[-1][1]


def is_cipher(word: str) -> bool:
    """Whether a word looks like no word."""
    switches = sum(1 for _high, _run in groupby(word, str.isupper)) - 1
    mute = len(word) >= MUTE_WORD and not SOUNDS & set(word.lower())
    mixed = {alphabet_of(sign) for sign in word} >= MIXED
    return mute or mixed or len(word) > LONGEST_WORD or switches > SWITCHES


def letters(text: str, ban: Ban) -> Iterator[Place]:
    """Words in letters of other alphabets than those let through; one Latin letter alone, as in °C, is none."""
    for one in WORD.finditer(text):
        strange = {alphabet_of(sign) for sign in one.group() if sign.isalpha()} - set(ban.alphabets)
        if strange and (len(one.group()) > 1 or "other" in strange):
            yield one.span()


def drawings(text: str, _ban: Ban) -> Iterator[Place]:
    """Little pictures, signs that nobody sees, and drawings made of strokes."""
    at = 0
    for drawn, run in groupby(text, is_drawn):
        length = sum(1 for _sign in run)
        if drawn:
            yield at, at + length
        at += length
    for one in ART.finditer(text):
        if len(set(one.group())) > 1:
            yield one.span()


def is_drawn(sign: str) -> bool:
    """Whether a sign is a little picture, or is not seen at all."""
    kind = unicodedata.category(sign)
    return sign not in "\n\t" and sign not in PLAIN and (kind in PICTURES or kind in HIDDEN)


def contacts(text: str, _ban: Ban) -> Iterator[Place]:
    """Telephones, addresses of mail, of pages and of houses."""
    for one in CONTACTS.finditer(text):
        yield one.span()


WAYS: dict[Looks, Callable[[str, Ban], Iterator[Place]]] = {
    "words": words,
    "digits": digits,
    "cipher": cipher,
    "letters": letters,
    "drawings": drawings,
    "contacts": contacts,
}
