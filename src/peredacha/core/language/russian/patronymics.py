"""Patronymics in six cases, and whether a son or a daughter bears one."""

import re

from peredacha.core.language.russian.cases import Forms, Gender, same
from peredacha.core.language.russian.given import decline_given
from peredacha.core.language.russian.patterns import by_names

SON = re.compile(r".+ич")
STRESSED = re.compile(r"(?:иль|кузьм|лук|фом)ич")
DAUGHTER = re.compile(r".*(?:[ое]вна|ична)")
FATHERS = re.compile(r".+(?:[ое]в|ин)")
SON_APART = re.compile(r".*(?:оглы|оглу|огли|угли|улы|уулу)")
DAUGHTER_APART = re.compile(r".*(?:кызы|гызы|кизи|гизи)")


def decline_patronymic(patronymic: str, gender: Gender) -> Forms:
    """The patronymic in six cases; Гейдар оглы stays, and so does a father's bare name, of which it is not sure.

    >>> decline_patronymic("Ильич", Gender.MALE).six[4], decline_patronymic("Никитич", Gender.MALE).six[4]
    ('Ильичом', 'Никитичем')
    """
    lower = patronymic.lower()
    known = gender_of_patronymic(patronymic)
    if not patronymic or SON_APART.fullmatch(lower) or DAUGHTER_APART.fullmatch(lower):
        return same(patronymic)
    if known is Gender.MALE:
        forms = by_names(patronymic, "hard" if STRESSED.fullmatch(lower) else "hiss")
    elif known is Gender.FEMALE:
        forms = by_names(patronymic, "a")
    else:
        return _bare(patronymic, gender)
    return Forms(forms.six, known is gender, forms.others)


def _bare(name: str, gender: Gender) -> Forms:
    """A father's name without an ending of a son or a daughter: what papers do with it is not one."""
    as_surname = FATHERS.fullmatch(name.lower())
    declined = by_names(name, "ov") if as_surname else decline_given(name, Gender.MALE)
    still = same(name)
    if declined.six == still.six:
        return still
    if gender is Gender.FEMALE:
        return Forms(still.six, False)
    return Forms(declined.six, False, (still.six,))


def gender_of_patronymic(patronymic: str) -> Gender | None:
    """Whether a son or a daughter; none for another shape."""
    lower = patronymic.lower()
    if SON.fullmatch(lower) or SON_APART.fullmatch(lower):
        return Gender.MALE
    if DAUGHTER.fullmatch(lower) or DAUGHTER_APART.fullmatch(lower):
        return Gender.FEMALE
    return None
