"""How likely two names mean one person: field by field, with a sentence for everything that counted."""

import math
from dataclasses import dataclass
from enum import Enum, unique
from typing import Literal, TypeAlias

from peredacha.core.language import Phrase, phrase
from peredacha.core.linkage.distance import one_slip, slipped
from peredacha.core.linkage.given import known_roots
from peredacha.core.linkage.keys import Keys, keys_of, patronymic_as_surname
from peredacha.core.linkage.names import Named

Kind: TypeAlias = Literal["same", "likely", "namesake", "different"]

BANDS: dict[Kind, tuple[float, float]] = {
    "same": (0.85, 0.99),
    "likely": (0.30, 0.84),
    "namesake": (0.05, 0.29),
    "different": (0.0, 0.04),
}
MIDDLE = 4.0


@dataclass(frozen=True)
class Likeness:
    """What a comparison found.

    ``odds`` is 0..1 and orders likenesses; it was not measured on real people. ``kind`` is ``same`` (name and
    a second mark agree), ``likely`` (what is known agrees), ``namesake`` (the name agrees, a mark speaks
    against), ``different``. ``reasons`` say why and hold no name.
    """

    odds: float
    kind: Kind
    reasons: tuple[Phrase, ...]


@unique
class Finding(Enum):
    """What one field says: its points for one person, and its sentence."""

    SURNAME = (3.0, phrase("The surname is the same."))
    SURNAME_PART = (2.0, phrase("One of two surnames is the same."))
    SURNAME_SLIP = (1.5, phrase("The surnames differ by one letter."))
    SURNAME_MISSING = (0.5, phrase("One has no surname."))
    SURNAMES_MISSING = (0.4, phrase("Neither has a surname."))
    CHANGED_ROUND = (-0.3, phrase("Surname and given name stand the other way round."))
    GIVEN = (2.2, phrase("The given name is the same."))
    GIVEN_FORM = (1.9, phrase("Two forms of one given name."))
    GIVEN_SLIP = (1.4, phrase("The given names differ by one letter."))
    GIVEN_INITIAL = (1.0, phrase("The initial of the given name agrees."))
    PATRONYMIC = (2.2, phrase("The patronymic is the same."))
    PATRONYMIC_SLIP = (1.5, phrase("The patronymics differ by one letter."))
    PATRONYMIC_INITIAL = (1.0, phrase("The initial of the patronymic agrees."))
    PATRONYMIC_DIFFERS = (-5.0, phrase("The patronymics differ."))
    YEAR = (2.2, phrase("The year of birth is the same."))
    YEAR_NEAR = (1.2, phrase("The years of birth differ by one."))
    YEAR_SLIP = (0.8, phrase("Two figures of the year of birth stand the other way round."))
    YEAR_DIFFERS = (-5.0, phrase("The years of birth differ."))
    SEX_DIFFERS = (-4.0, phrase("One name is a man's, the other a woman's."))
    NOTHING = (0.0, None)

    def __init__(self, points: float, says: Phrase | None) -> None:
        self.points = points
        self.says = says


AGAINST = {Finding.PATRONYMIC_DIFFERS, Finding.YEAR_DIFFERS, Finding.SEX_DIFFERS}
GIVEN_IN_FULL = {Finding.GIVEN, Finding.GIVEN_FORM}
SECOND_MARKS = {Finding.PATRONYMIC, Finding.YEAR}
SLIPS = {Finding.SURNAME_SLIP, Finding.GIVEN_SLIP, Finding.PATRONYMIC_SLIP, Finding.YEAR_SLIP}
OTHER_SURNAME = Likeness(0.0, "different", (phrase("The surnames differ."),))
OTHER_GIVEN = Likeness(0.0, "different", (phrase("The given names differ."),))


def compare(a: Named, b: Named) -> Likeness:
    """How likely the two are one person; the same whichever is named first."""
    return compare_keys(keys_of(a), keys_of(b))


def compare_keys(a: Keys, b: Keys) -> Likeness:
    """As :func:`compare`, for keys reckoned before."""
    a, b = _surname_found(a, b), _surname_found(b, a)
    surname = _surnames(a, b)
    if surname is not None:
        given = _givens(a, b)
        if given is None:
            return OTHER_GIVEN
        return _weighed(surname, given, _patronymics(a, b), _years(a, b), _sexes(a, b))
    if _changed_round(a, b):
        whole = (Finding.SURNAME, Finding.GIVEN, Finding.CHANGED_ROUND)
        return _weighed(*whole, _patronymics(a, b), _years(a, b))
    return OTHER_SURNAME


def _weighed(*found: Finding) -> Likeness:
    """The likeness of what was found: the kind by rule, the odds by points inside the band of the kind."""
    kind = _kind(set(found))
    least, most = BANDS[kind]
    points = sum(one.points for one in found)
    share = 1 / (1 + math.exp(-(points - MIDDLE) / 2))
    reasons = tuple(one.says for one in found if one.says is not None)
    return Likeness(round(least + (most - least) * share, 3), kind, reasons)


def _kind(found: set[Finding]) -> Kind:
    """The rules in words stand in docs/methods/linkage.md."""
    full, second = found & GIVEN_IN_FULL, found & SECOND_MARKS
    if Finding.SURNAME_MISSING in found and not (full and second):
        return "different"
    if Finding.SURNAME_SLIP in found and not (full or Finding.YEAR in found or Finding.PATRONYMIC in found):
        return "different"
    if found & AGAINST:
        return "different" if found & SLIPS - {Finding.YEAR_SLIP} or len(found & AGAINST) > 1 else "namesake"
    if found & {Finding.SURNAME} and full and second and not found & SLIPS:
        return "same"
    return "likely"


def _surnames(a: Keys, b: Keys) -> Finding | None:
    """What the surnames say; nothing where they differ."""
    if not a.stems and not b.stems:
        return Finding.SURNAMES_MISSING if _has_any(a) and _has_any(b) else None
    if not a.stems or not b.stems:
        return Finding.SURNAME_MISSING if a.given.is_full and b.given.is_full else None
    if a.whole == b.whole:
        return Finding.SURNAME
    if not set(a.stems).isdisjoint(b.stems):
        return Finding.SURNAME_PART
    if slipped(a.whole, b.whole) or slipped(a.plain, b.plain):
        return Finding.SURNAME_SLIP
    return None


def _surname_found(keys: Keys, other: Keys) -> Keys:
    """The keys; where they have no surname and the other's is their patronymic, read in that way."""
    found = not keys.stems and keys.patronymic.is_full and keys.patronymic.key in other.stems
    return patronymic_as_surname(keys) if found else keys


def _has_any(keys: Keys) -> bool:
    return bool(keys.given.key or keys.patronymic.key)


def _changed_round(a: Keys, b: Keys) -> bool:
    """Whether the surname of each is the given name of the other."""
    return bool(a.whole and b.whole) and (a.whole, a.given_as_surname) == (b.given_as_surname, b.whole)


def _givens(a: Keys, b: Keys) -> Finding | None:
    """What the given names say; nothing where they differ."""
    one, other = a.given, b.given
    if not one.key or not other.key:
        return Finding.NOTHING
    if one.is_initial or other.is_initial:
        return None if a.initials.isdisjoint(b.initials) else Finding.GIVEN_INITIAL
    if one.key == other.key:
        return Finding.GIVEN
    if not a.names.isdisjoint(b.names):
        return Finding.GIVEN_FORM
    both_known = a.names and b.names
    return Finding.GIVEN_SLIP if not both_known and slipped(one.key, other.key) else None


def _patronymics(a: Keys, b: Keys) -> Finding:
    one, other = a.patronymic, b.patronymic
    if not one.key or not other.key:
        return Finding.NOTHING
    if one.is_initial or other.is_initial:
        return Finding.PATRONYMIC_INITIAL if one.initial == other.initial else Finding.PATRONYMIC_DIFFERS
    if a.root == b.root:
        return Finding.PATRONYMIC
    both_known = a.root in known_roots() and b.root in known_roots()
    near = not both_known and slipped(one.key, other.key)
    return Finding.PATRONYMIC_SLIP if near else Finding.PATRONYMIC_DIFFERS


def _years(a: Keys, b: Keys) -> Finding:
    if a.birth_year is None or b.birth_year is None:
        return Finding.NOTHING
    apart = abs(a.birth_year - b.birth_year)
    if apart <= 1:
        return Finding.YEAR_NEAR if apart else Finding.YEAR
    one, other = str(a.birth_year), str(b.birth_year)
    return (
        Finding.YEAR_SLIP if sorted(one) == sorted(other) and one_slip(one, other) else Finding.YEAR_DIFFERS
    )


def _sexes(a: Keys, b: Keys) -> Finding:
    return Finding.SEX_DIFFERS if a.sex and b.sex and a.sex != b.sex else Finding.NOTHING
