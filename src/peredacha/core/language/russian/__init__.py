"""Russian that is right: names, posts, numbers, sums, terms and days in the case that the sentence asks for.

Everything comes from rules and short lists beside this file; no dictionary is loaded. Where Russian allows two
answers, the forms say that they are not sure, and the page asks.
"""

from peredacha.core.language.russian.amounts import (
    COPY,
    DAY,
    HOUR,
    KOPECK,
    MONTH,
    ROUBLE,
    SHEET,
    YEAR,
    counted,
    figure,
    short_day,
    spelt_day,
    sum_in_words,
    term_in_words,
)
from peredacha.core.language.russian.cases import Case, Forms, Gender
from peredacha.core.language.russian.given import gender_of_given
from peredacha.core.language.russian.names import (
    DeclinedName,
    PersonName,
    decline_name,
    found_gender,
    kept_as,
)
from peredacha.core.language.russian.numbers import Counted, cardinal, form_for
from peredacha.core.language.russian.ordinals import ordinal
from peredacha.core.language.russian.patronymics import gender_of_patronymic
from peredacha.core.language.russian.titles import decline_title
from peredacha.core.language.russian.translit import passport_latin, russian_candidates

__all__ = [
    "COPY",
    "DAY",
    "HOUR",
    "KOPECK",
    "MONTH",
    "ROUBLE",
    "SHEET",
    "YEAR",
    "Case",
    "Counted",
    "DeclinedName",
    "Forms",
    "Gender",
    "PersonName",
    "cardinal",
    "counted",
    "decline_name",
    "decline_title",
    "figure",
    "form_for",
    "found_gender",
    "gender_of_given",
    "gender_of_patronymic",
    "kept_as",
    "ordinal",
    "passport_latin",
    "russian_candidates",
    "short_day",
    "spelt_day",
    "sum_in_words",
    "term_in_words",
]
