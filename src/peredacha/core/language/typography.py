"""Places at which a line must not break: after «ст.», «№», «г.», before a dash or «-то»; one for every text."""

import re

NO_BREAK_SPACE = "\u00a0"
NO_BREAK_HYPHEN = "\u2011"

AFTER_SHORT = re.compile(r"(?<!\w)((?:ст|ч|п|г|ул|д|тел|art|para|No)\.|№) (?=[\w«])")
LONG_NUMBER = re.compile(r"(?<=\d) (?=(?:час|дн|день|сут|год|лет|месяц|кг|мин)\w*)")
PARTICLE = re.compile(r"(?<=\w)-(?=(?:то|либо|нибудь|таки|ка|за|под)\b)", re.IGNORECASE)
LAW_NUMBER = re.compile(r"(?<=\d)-(?=ФЗ\b)")


def bound(text: str) -> str:
    """The text with no-break spaces and hyphens where a line must not break.

    >>> bound("ст. 96 УПК")
    'ст.\\xa096 УПК'
    >>> bound("кто-нибудь")
    'кто\u2011нибудь'
    """
    text = text.replace(" – ", NO_BREAK_SPACE + "– ")
    text = AFTER_SHORT.sub(r"\1" + NO_BREAK_SPACE, text)
    text = LONG_NUMBER.sub(NO_BREAK_SPACE, text)
    return LAW_NUMBER.sub(NO_BREAK_HYPHEN, PARTICLE.sub(NO_BREAK_HYPHEN, text))
