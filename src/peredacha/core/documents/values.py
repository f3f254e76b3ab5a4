"""Facts as a template sees them: persons and titles in six cases, days, sums, lists; or why a fact cannot be used."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Any, Literal, TypeAlias

from peredacha.core.documents.card import Need
from peredacha.core.documents.tidying import foreign, tidy, tidy_paragraphs, unfinished
from peredacha.core.language import Phrase, phrase
from peredacha.core.language.russian import (
    DeclinedName,
    Forms,
    Gender,
    PersonName,
    decline_name,
    decline_title,
    kept_as,
)

Why: TypeAlias = Literal["missing", "wrong", "words", "letters", "declension"]
Kept: TypeAlias = Mapping[str, Sequence[str]]
NOTHING: Kept = MappingProxyType({})
GENDERS = {"m": Gender.MALE, "f": Gender.FEMALE}
MOST = 20_000
"""No single fact is longer [characters]."""


@dataclass(frozen=True, repr=False)
class Asked:
    """Something that must be told or looked at before the paper can be made.

    ``why``: it is missing, is no such thing, holds «и/или» or a gap (``words``), holds letters that no Russian office
    reads, or Russian allows more than one declension. Then ``key`` is the key under which the right six forms are
    kept, and ``offered`` are possible answers; an empty key asks for the gender.
    """

    need: Need
    why: Why
    said: Phrase
    key: str = ""
    offered: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, repr=False)
class PersonValue:
    """A person in a paper."""

    name: DeclinedName


@dataclass(frozen=True, repr=False)
class TitleValue:
    """A court, a body or a post in a paper."""

    forms: Forms


@dataclass(frozen=True, repr=False)
class Paragraphs:
    """A longer text in the person's own words."""

    lines: tuple[str, ...]


Value: TypeAlias = PersonValue | TitleValue | Paragraphs | str | int | bool | date | tuple[str, ...] | None


@dataclass(frozen=True, repr=False)
class Understood:
    """The value of one fact, or what has to be asked about it."""

    value: Value = None
    asked: tuple[Asked, ...] = field(default=())


def understood(need: Need, told: Any, kept: Kept = NOTHING) -> Understood:
    """One fact as told (text, number, truth, list, or a person's parts), as the template may use it."""
    if told is None or told in ("", [], {}):
        if need.may_be_missing:
            return Understood(False if need.kind == "yes_no" else None)
        return _asked(need, "missing", phrase("Please tell this: the paper cannot be made without it."))
    written = _texts(told)
    if any(len(one) > MOST for one in written):
        return _asked(need, "wrong", phrase("This is too long for a paper: keep what matters most."))
    for text in written:
        sign, letter = unfinished(text), foreign(text)
        if sign:
            says = phrase("Instead of “{sign}” write the words that are meant.", sign=sign)
            return _asked(need, "words", says)
        if letter:
            says = phrase("An office reads Russian only: write this in Russian letters.")
            return _asked(need, "letters", says)
    try:
        return READERS[need.kind](need, told, kept)
    except (ValueError, TypeError, KeyError, AttributeError, OverflowError):
        return _asked(need, "wrong", WRONG.get(need.kind, WRONG_WORDS))


WRONG_WORDS = phrase("Please write this in words.")
WRONG: Mapping[str, Phrase] = MappingProxyType(
    {
        "person": phrase("Please write the surname and the given name."),
        "day": phrase("Please give the day: day, month and year."),
        "number": phrase("Please write a whole number."),
        "money": phrase("Please write the sum in roubles."),
        "choice": phrase("Please choose one of the answers."),
        "list": phrase("Please write at least one line."),
    }
)


def _asked(need: Need, why: Why, said: Phrase) -> Understood:
    return Understood(None, (Asked(need, why, said),))


def _texts(told: Any) -> list[str]:
    if isinstance(told, Mapping):
        return [str(one) for one in told.values()]
    return [str(one) for one in told] if isinstance(told, list | tuple) else [str(told)]


def _line(need: Need, told: Any, kept: Kept) -> Understood:
    line = tidy(_text(told)).rstrip(".!?")
    return Understood(line) if line else _wrong(need)


def _text(told: Any) -> str:
    if not isinstance(told, str):
        raise TypeError
    return told


def _wrong(need: Need) -> Understood:
    return _asked(need, "wrong", WRONG.get(need.kind, WRONG_WORDS))


def _paragraphs(need: Need, told: Any, kept: Kept) -> Understood:
    lines = tidy_paragraphs(_text(told))
    return Understood(Paragraphs(lines)) if lines else _wrong(need)


def _list(need: Need, told: Any, kept: Kept) -> Understood:
    lines = told.split("\n") if isinstance(told, str) else [_text(one) for one in told]
    items = tuple(one for one in (tidy(line).rstrip(".!?") for line in lines) if one)
    return Understood(items) if items else _wrong(need)


def _day(need: Need, told: Any, kept: Kept) -> Understood:
    return Understood(told if isinstance(told, date) else date.fromisoformat(told))


def _number(need: Need, told: Any, kept: Kept) -> Understood:
    number = int(told)
    return Understood(number) if 0 <= number < 10**12 and not isinstance(told, float) else _wrong(need)


def _choice(need: Need, told: Any, kept: Kept) -> Understood:
    return Understood(str(told)) if told in {one.key for one in need.options} else _wrong(need)


def _yes(need: Need, told: Any, kept: Kept) -> Understood:
    return Understood(told) if isinstance(told, bool) else _wrong(need)


def _person(need: Need, told: Any, kept: Kept) -> Understood:
    parts = {part: tidy(str(told.get(part) or "")).rstrip(",") for part in ("surname", "given", "patronymic")}
    if not (parts["surname"] and parts["given"]):
        return _wrong(need)
    declined = decline_name(PersonName(**parts, gender=GENDERS.get(told.get("gender") or "")), kept)
    doubts = tuple(_doubt(need, parts, declined, part) for part in declined.doubtful())
    return Understood(PersonValue(declined), doubts)


def _doubt(need: Need, parts: Mapping[str, str], name: DeclinedName, part: str) -> Asked:
    if part == "gender":
        says = phrase("Is this a man or a woman? Russian needs it to write the name in its right case.")
        return Asked(need, "declension", says)
    forms: Forms = getattr(name, part)
    says = phrase("How does “{word}” change? Choose the right line or write it.", word=parts[part])
    return Asked(
        need, "declension", says, kept_as(part, parts[part], name.gender), (forms.six, *forms.others)
    )


def _title(need: Need, told: Any, kept: Kept) -> Understood:
    title = tidy(_text(told)).rstrip(".")
    if not title:
        return _wrong(need)
    forms = decline_title(title, kept)
    if forms.sure:
        return Understood(TitleValue(forms))
    says = phrase("How does “{word}” change? Choose the right line or write it.", word=title)
    return Understood(
        TitleValue(forms),
        (Asked(need, "declension", says, title.lower(), (forms.six, *forms.others)),),
    )


READERS: Mapping[str, Callable[[Need, Any, Kept], Understood]] = MappingProxyType(
    {
        "person": _person,
        "title": _title,
        "line": _line,
        "text": _paragraphs,
        "day": _day,
        "number": _number,
        "money": _number,
        "choice": _choice,
        "yes_no": _yes,
        "list": _list,
    }
)
