"""Patronymics: which words are, of whose name they are made, and whether a son or a daughter bears them."""

import re

from peredacha.core.linkage.given import LAST_VOWELS, known_roots

SON, DAUGHTER = "(?:оглу|огли|угли|улу|ули)", "(?:кизи|гизи)"
APART = re.compile(f"{SON}|{DAUGHTER}")
MADE = re.compile(
    rf"(?P<root>.{{2,}}?)(?:(?P<son>(?:ов|ев)?ич(?:а|у|ем|е)?|{SON})"
    rf"|(?P<daughter>(?:ов|ев|ич|инич)н(?:а|и|е|у|ои)|{DAUGHTER}))"
)


def is_patronymic(key: str) -> bool:
    """Whether the folded word has the shape of a patronymic; a surname such as Абрамович has it too."""
    return MADE.fullmatch(key) is not None


def cannot_be_surname(key: str) -> bool:
    """Whether the word is a daughter's patronymic, or is made of a name of the list."""
    made = MADE.fullmatch(key)
    return made is not None and (bool(made["daughter"]) or root_of(key) in known_roots())


def root_of(key: str) -> str:
    """The father's name without its end, so that Сергеевич, Сергеевна and Сергей oglu fall together."""
    made = MADE.fullmatch(key)
    return LAST_VOWELS.sub("", made["root"] if made else key)


def sex_of_child(key: str) -> str:
    """``m``, ``f`` or empty."""
    made = MADE.fullmatch(key)
    return "" if not made else "m" if made["son"] else "f"
