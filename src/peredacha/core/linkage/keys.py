"""What two names are compared by: stems, roots, initials and sex, reckoned once for each name."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from peredacha.core.linkage.given import Bearers, bearers, sex_of
from peredacha.core.linkage.letters import alike, cyrillic
from peredacha.core.linkage.names import Named
from peredacha.core.linkage.patronymics import root_of, sex_of_child
from peredacha.core.linkage.surnames import Surname, stem, surname_of

FIRST_LETTERS: Mapping[str, str] = {"щ": "ш", "э": "е", "ё": "е", "й": "и", "я": "и", "ю": "и", "ы": "и"}


@dataclass(frozen=True, repr=False)
class Word:
    """A given name or a patronymic: its key, its first letter, whether no more than that is known."""

    key: str = ""
    initial: str = ""
    is_initial: bool = False

    @property
    def is_full(self) -> bool:
        """Whether it is written out."""
        return bool(self.key) and not self.is_initial


@dataclass(frozen=True, repr=False)
class Keys:
    """A name ready for comparing.

    ``stems`` begins with the whole surname and is empty where there is none; ``plain`` is the folded surname
    with its ending, which a slip may have spoilt.
    """

    stems: tuple[str, ...]
    plain: str
    given: Word
    names: Bearers
    initials: frozenset[str]
    patronymic: Word
    root: str
    sex: str
    birth_year: int | None

    @property
    def given_as_surname(self) -> str:
        """The stem of the given name, for a name whose parts were taken for each other; empty for an initial."""
        return stem(self.given.key) if self.given.is_full else ""

    @property
    def whole(self) -> str:
        """The stem of the whole surname, empty where there is none."""
        return self.stems[0] if self.stems else ""


class Reckoner:
    """Reckons keys, each word once; it remembers names, so let it go with the work it was made for."""

    def __init__(self) -> None:
        self._words: dict[str, Word] = {}
        self._surnames: dict[str, Surname] = {}

    def keys_of(self, named: Named) -> Keys:
        """The keys of a name."""
        surname = self._surname(named.surname)
        given, patronymic = self._word(named.given), self._word(named.patronymic)
        sex = sex_of_child(patronymic.key) if patronymic.is_full else ""
        names = bearers(given.key, sex) if given.is_full else frozenset()
        return Keys(
            stems=surname.stems,
            plain=surname.plain,
            given=given,
            names=names,
            initials=frozenset({given.initial, *(full[0] for full, _sex in names)} - {""}),
            patronymic=patronymic,
            root=root_of(patronymic.key) if patronymic.is_full else "",
            sex=sex or sex_of(names) or surname.sex,
            birth_year=named.birth_year,
        )

    def _word(self, written: str) -> Word:
        if written not in self._words:
            self._words[written] = _word(written)
        return self._words[written]

    def _surname(self, written: str) -> Surname:
        if written not in self._surnames:
            self._surnames[written] = surname_of(written)
        return self._surnames[written]


def patronymic_as_surname(keys: Keys) -> Keys:
    """The keys of Роман Абрамович, read as given name and patronymic, for the other reading."""
    key = keys.patronymic.key
    return replace(keys, stems=(key,), plain=key, patronymic=Word(), root="")


def keys_of(named: Named) -> Keys:
    """The keys of one name."""
    return Reckoner().keys_of(named)


def _word(written: str) -> Word:
    letters = cyrillic(written)
    key = alike(letters)
    if not key:
        return Word()
    first = next(sign for sign in letters if "а" <= sign <= "я" or sign == "ё")
    is_initial = len(written) == 1 or written.endswith(".")
    return Word(key, FIRST_LETTERS.get(first, first), is_initial)
