"""Posts, ranks, courts and bodies in six cases: the head and what agrees with it change, the rest stays.

«Старший следователь по особо важным делам СО по г. Твери капитан юстиции» has two heads, следователь and капитан;
everything behind a head stays (it is in the genitive already, or stands in quotes) until another living noun
begins in the nominative.
"""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise, takewhile
from types import MappingProxyType

from peredacha.core.language.russian.adjectives import decline_adjective, gender_of_adjective
from peredacha.core.language.russian.cases import Forms, Gender, joined, recased, same
from peredacha.core.language.russian.nouns import Noun, guessed_noun, known_noun

NOTHING: Mapping[str, Sequence[str]] = MappingProxyType({})
TOKEN = re.compile(r"«[^»]*»|\"[^\"]*\"|“[^”]*”|[\w.№-]+(?:/\w+)*|[^\w\s]", re.UNICODE)
WORD = re.compile("[А-Яа-яЁё]")
ABBREVIATION = re.compile(r"[А-ЯЁ]{2,}[а-я]?[А-ЯЁ]*(?:-\w+)*|[А-ЯЁ]\d+")
SHORT_HEADS = frozenset(["зам.", "пом.", "нач.", "рук.", "пред.", "дир.", "зав."])
ACTING = re.compile(r"(?:и\.\s?о\.|вр\.?\s?и\.\s?о\.|врио|врид)(?!\w)", re.IGNORECASE)
NUMBERED = re.compile(r"(?P<number>\d+)-(?P<end>й|ый|ой|я|ая|е|ое)", re.IGNORECASE)
NUMBERED_ENDS = MappingProxyType(
    {"m": ("го", "му", "й", "м", "м"), "f": ("й", "й", "ю", "й", "й"), "n": ("го", "му", "е", "м", "м")}
)
_HEADS_LIKE_ADJECTIVES = """
уполномоченный оперуполномоченный дежурный рядовой обвиняемый обвиняемая подозреваемый подозреваемая
подсудимый подсудимая осуждённый осуждённая осужденный осужденная заключённый заключённая заключенный
заключенная потерпевший потерпевшая задержанный задержанная арестованный арестованная понятой понятая
присяжный заведующий заведующая управляющий управляющая исполняющий исполняющая командующий поверенный
часовой караульный выводной доверенный военнослужащий служащий приёмная дежурная уполномоченная
несовершеннолетний несовершеннолетняя учащийся
"""
HEADS_LIKE_ADJECTIVES = frozenset(_HEADS_LIKE_ADJECTIVES.split())


def decline_title(title: str, kept: Mapping[str, Sequence[str]] = NOTHING) -> Forms:
    """A post, a rank, a court or a body in six cases; ``kept`` holds six forms by the title in lower case.

    It is not sure where the head is a word that neither the list nor a safe ending knows.

    >>> decline_title("Басманный районный суд города Москвы").six[1]
    'Басманного районного суда города Москвы'
    >>> decline_title("старший следователь СО по г. Твери капитан юстиции").six[4]
    'старшим следователем СО по г. Твери капитаном юстиции'
    """
    by_hand = kept.get(title.lower())
    if by_hand is not None:
        return Forms(tuple(recased(title, form) for form in by_hand))
    found = list(TOKEN.finditer(title))
    if not found or ACTING.match(title):
        return same(title)
    words = [one[0] for one in found]
    gaps = [title[one.end() : other.start()] for one, other in pairwise(found)]
    forms, headed = _declined(words)
    whole = joined(forms, gaps)
    if not headed and any(WORD.match(one) for one in words):
        whole = Forms(whole.six, False)
    lead, tail = title[: found[0].start()], title[found[-1].end() :]
    return joined([same(lead), whole, same(tail)], ["", ""]) if lead or tail else whole


def _declined(words: Sequence[str]) -> tuple[list[Forms], bool]:
    """The forms of each word in turn, and whether a head was found; what stands between heads stays."""
    forms: list[Forms] = []
    headed = False
    while len(forms) < len(words):
        opening = not any(WORD.match(one) for one in words[: len(forms)])
        group = _group(words[len(forms) :], first=opening)
        headed = headed or group is not None
        forms += group or [same(words[len(forms)])]
    return forms, headed


def _group(words: Sequence[str], first: bool) -> list[Forms] | None:
    """The forms of the adjectives and the head that open ``words``; None where no head begins here."""
    skipped = list(takewhile(lambda one: one.lower() in ("ст.", "мл.", "гл."), words)) if first else []
    rest = words[len(skipped) :]
    adjectives = list(takewhile(_agrees, rest))
    after = rest[len(adjectives)] if len(adjectives) < len(rest) else ""
    head = _head(adjectives, after, first)
    if head is None:
        return None
    forms = [same(one) for one in skipped]
    if isinstance(head, Noun):
        return [*forms, *(_adjective(one, head) for one in adjectives), head.forms]
    return [*forms, *(_adjective(one, None, alive=head == "alive") for one in adjectives)] or None


def _head(adjectives: Sequence[str], after: str, first: bool) -> Noun | str | None:
    """The noun behind the adjectives, or ``alive``/``still`` where the last adjective is the head itself."""
    like_adjective = bool(adjectives) and adjectives[-1].lower() in HEADS_LIKE_ADJECTIVES
    noun = known_noun(after) if after else None
    if noun and (first or (noun.alive and noun.listed)) and _fits(adjectives, noun):
        return noun
    if like_adjective:
        return "alive"
    if not first:
        return None
    if ABBREVIATION.fullmatch(after) or after in SHORT_HEADS:
        return Noun(same(after), _gender(adjectives), False)
    guess = guessed_noun(after)
    if guess and _fits(adjectives, guess):
        return guess
    return "still" if adjectives else None


def _agrees(word: str) -> bool:
    return bool(NUMBERED.fullmatch(word) or gender_of_adjective(word)) and known_noun(word) is None


def _fits(adjectives: Sequence[str], noun: Noun) -> bool:
    return all(_kind(one) == noun.gender for one in adjectives)


def _kind(word: str) -> str:
    numbered = NUMBERED.fullmatch(word)
    if numbered:
        return {"й": "m", "я": "f", "е": "n"}[numbered["end"][-1].lower()]
    return gender_of_adjective(word)


def _gender(adjectives: Sequence[str]) -> Gender:
    return next((Gender(_kind(one)) for one in adjectives if _kind(one) in tuple(Gender)), Gender.MALE)


def _adjective(word: str, noun: Noun | None, alive: bool = False) -> Forms:
    living = noun.alive if noun else alive
    numbered = NUMBERED.fullmatch(word)
    if not numbered:
        return Forms(decline_adjective(word, living), bool(noun) or living)
    kind = _kind(word)
    ends = list(NUMBERED_ENDS[kind])
    if living and kind == "m":
        ends[2] = ends[0]
    return Forms((word, *(f"{numbered['number']}-{end}" for end in ends)))
