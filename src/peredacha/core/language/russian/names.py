"""A person's whole name in six cases: who is it, whose, to whom.

What a family corrected by hand comes in as ``kept`` and goes before every rule. A room keeps it sealed: it
is a person's name.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from peredacha.core.language.russian.cases import Case, Forms, Gender, Six, recased, same
from peredacha.core.language.russian.given import decline_given, gender_of_given
from peredacha.core.language.russian.patronymics import decline_patronymic, gender_of_patronymic
from peredacha.core.language.russian.surnames import decline_surname

NO_BREAK = "\u00a0"
NOTHING: Mapping[str, Sequence[str]] = MappingProxyType({})
INITIAL = re.compile(r"[^\W\d_]{1,2}\.(?:[-\s]*[^\W\d_]{1,2}\.)*|[^\W\d_]")
MAN = re.compile(r".{2,}(?:[оеё]в|[иы]н|[сц]к[ио]й|ый|[сц]кой)")
WOMAN = re.compile(r".{2,}(?:[оеё]ва|ына|[сц]кая|[^аеёиоуыэюя]ая|яя)|.{3,}ина")


@dataclass(frozen=True, repr=False)
class PersonName:
    """A name in parts as it stands in a paper, in the nominative; an initial with its point is a part too.

    ``gender`` may be left out: then it is found where the name tells it.
    """

    surname: str = ""
    given: str = ""
    patronymic: str = ""
    gender: Gender | None = None


@dataclass(frozen=True, repr=False)
class DeclinedName:
    """The parts in six cases and the gender by which they were declined.

    ``gender_known`` is false where neither the caller nor the name told it; then a man's forms are given.
    """

    surname: Forms
    given: Forms
    patronymic: Forms
    gender: Gender
    gender_known: bool

    @property
    def sure(self) -> bool:
        """Whether nobody has to be asked."""
        return not self.doubtful()

    def doubtful(self) -> tuple[str, ...]:
        """The parts to ask about: ``gender``, ``surname``, ``given``, ``patronymic``; in that order."""
        parts = {"surname": self.surname, "given": self.given, "patronymic": self.patronymic}
        doubts = tuple(name for name, forms in parts.items() if not forms.sure)
        return doubts if self.gender_known else ("gender", *doubts)

    def full(self, case: Case) -> str:
        """Surname, given name and patronymic in one case, as papers have them."""
        parts = (one.in_case(case) for one in (self.surname, self.given, self.patronymic))
        return " ".join(part for part in parts if part)

    def short(self, case: Case) -> str:
        """The surname in one case with the initials behind it, not to be torn apart: Иванову И. И."""
        letters = [_initial(one.in_case(Case.NOMINATIVE)) for one in (self.given, self.patronymic)]
        return NO_BREAK.join(part for part in (self.surname.in_case(case), *letters) if part)


def decline_name(name: PersonName, kept: Mapping[str, Sequence[str]] = NOTHING) -> DeclinedName:
    """The name in six cases. ``kept`` holds six forms by :func:`kept_as`; they are taken as they are.

    >>> someone = decline_name(PersonName("Иванова", "Любовь", "Ильинична"))
    >>> someone.full(Case.DATIVE), someone.short(Case.INSTRUMENTAL)
    ('Ивановой Любови Ильиничне', 'Ивановой\\xa0Л.\\xa0И.')
    >>> decline_name(PersonName("Заяц", "Пётр")).doubtful()
    ('surname',)
    """
    known = name.gender or found_gender(name)
    parts = _parts(name, known or Gender.MALE, kept)
    told = known is not None or _six(parts) == _six(_parts(name, Gender.FEMALE, kept))
    return DeclinedName(*parts, gender=known or Gender.MALE, gender_known=told)


def found_gender(name: PersonName) -> Gender | None:
    """The gender that the patronymic tells, else the given name, else the surname; none where none does."""
    surname = name.surname.lower().rpartition("-")[2]
    told = MAN.fullmatch(surname) and Gender.MALE
    return (
        gender_of_patronymic(name.patronymic)
        or (None if INITIAL.fullmatch(name.given) or not name.given else gender_of_given(name.given))
        or told
        or (Gender.FEMALE if WOMAN.fullmatch(surname) else None)
    )


def kept_as(part: str, word: str, gender: Gender) -> str:
    """The key under which six forms of a ``word`` are kept; ``part`` is surname, given or patronymic.

    >>> kept_as("surname", "Заяц", Gender.MALE)
    'surname m заяц'
    """
    return f"{part} {gender} {word.lower()}"


def _parts(name: PersonName, gender: Gender, kept: Mapping[str, Sequence[str]]) -> tuple[Forms, Forms, Forms]:
    def one(part: str, word: str, decline: Callable[[str, Gender], Forms]) -> Forms:
        by_hand = kept.get(kept_as(part, word, gender))
        if by_hand is not None:
            return Forms(tuple(recased(word, form) for form in by_hand))
        return same(word) if INITIAL.fullmatch(word) else decline(word, gender)

    return (
        one("surname", name.surname, decline_surname),
        one("given", name.given, decline_given),
        one("patronymic", name.patronymic, decline_patronymic),
    )


def _six(parts: Sequence[Forms]) -> list[Six]:
    return [one.six for one in parts]


def _initial(written: str) -> str:
    """И. for Иван, Ж.-Ж. for Жан-Жак; what is already an initial stays."""
    if not written or "." in written:
        return written
    first, *rest = written.split("-")
    return "-".join(f"{part[:1]}." for part in (first, *(one for one in rest if one[:1].isupper())))
