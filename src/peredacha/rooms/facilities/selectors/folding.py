"""Text folded for search, the same way on every database.

SQLite compares Cyrillic letter by letter and knows no lower case for it, so the folding is done here, once
when a card is written and once when somebody asks. It folds case, ё, punctuation and spaces; it does not
know grammar: «Соснове» does not find «Соснов».
"""

import re
import unicodedata

_BREAKS = re.compile(r"[^0-9a-zа-я]+|(?<=[a-zа-я])(?=[0-9])|(?<=[0-9])(?=[a-zа-я])")


def folded(*texts: str) -> str:
    """The texts in lower case, ё as е, letters and figures apart, one space between words.

    >>> folded("СИЗО-1", "посёлок Верхний Брод")
    'сизо 1 поселок верхний брод'
    >>> folded("сизо1") == folded("СИЗО № 1")
    True
    >>> folded("«Сосно\u0301в»")
    'соснов'
    """
    joined = unicodedata.normalize("NFC", " ".join(texts)).casefold().replace("ё", "е")
    bare = "".join(letter for letter in joined if not unicodedata.combining(letter))
    return " ".join(_BREAKS.sub(" ", bare).split())
