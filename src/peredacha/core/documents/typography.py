"""No-break spaces and hyphens of a court paper, the same for every output."""

import re

from peredacha.core.language import bound

NO_BREAK, HYPHEN = "\u00a0", "\u2011"
RULES = (
    (re.compile(r"(?<!\w)([А-ЯЁA-Z]\.) (?=[А-ЯЁA-Z]\.|[А-ЯЁA-Z][а-яёa-z])"), "\\1" + NO_BREAK),
    (
        re.compile(r"(?<!\w)((?:ст|ч|п|пп|л|д|т|кв|г|обл|р|с|кв|стр|корп|им|гр)\.) ?(?=[\dА-ЯЁ«])"),
        "\\1" + NO_BREAK,
    ),
    (re.compile(r"№ ?(?=\S)"), "№" + NO_BREAK),
    (re.compile(r"\b(УПК|УИК|УК|КАС|НК|ГПК|КоАП) (?=РФ\b)"), "\\1" + NO_BREAK),
    (re.compile(r"(?<=\d)-(?=(?:ФЗ|ФКЗ|П|О|й|я|е|го|му|м)\b)"), HYPHEN),
    (re.compile(r"\b(СИЗО|ИК|ИВС|КП|ЛИУ|ПФРСИ|Т)-(?=\d)"), "\\1" + HYPHEN),
    (re.compile(r"(?<=\d) (?=(?:г|гг|руб|коп|кг|м|л)\.?\b)"), NO_BREAK),
)


def set_well(text: str) -> str:
    """The text with the places bound at which a line must not break.

    >>> set_well("ч. 11 ст. 108 УПК РФ, 103-ФЗ, И. И. Иванов").replace(NO_BREAK, "~").replace(HYPHEN, "=")
    'ч.~11 ст.~108 УПК~РФ, 103=ФЗ, И.~И.~Иванов'
    """
    text = bound(text)
    for pattern, by in RULES:
        text = pattern.sub(by, text)
    return text
