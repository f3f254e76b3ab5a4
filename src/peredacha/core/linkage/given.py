"""Given names: the full names that a form may stand for, and whether men or women bear them."""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from peredacha.core.linkage.letters import fold

LIST = Path(__file__).parent / "given_names.txt"
SEXES = frozenset("mf")
CASE_ENDING = re.compile("(?:иа|иу|ом|ем|ои|еи|а|у|е|и)$")
NOMINATIVES = ("", "а", "и", "иа")
LAST_VOWELS = re.compile("[аеиоу]+$")

Bearers = frozenset[tuple[str, str]]
"""Full names as keys, each with the sex of who bears it: ``{("александр", "m"), ("александра", "f")}``."""


@cache
def known_forms() -> Mapping[str, Bearers]:
    """The list of given names: key of a form -> the full names that it may stand for."""
    found: dict[str, set[tuple[str, str]]] = {}
    for line in LIST.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            sex, full, *forms = line.split()
            for form in (full, *forms):
                found.setdefault(fold(form), set()).add((fold(full), sex))
    return MappingProxyType({form: frozenset(names) for form, names in found.items()})


@cache
def known_roots() -> frozenset[str]:
    """Roots of men's names of the list, as they stand in a patronymic: серг, андр, никит."""
    return frozenset(
        LAST_VOWELS.sub("", full) for names in known_forms().values() for full, sex in names if sex == "m"
    )


def bearers(key: str, sex: str = "") -> Bearers:
    """The full names for a folded form, of ``sex`` where it is known; empty where the list has none.

    A form in another case is found too (Петра -> Пётр, Павла -> Павел), where it is no name as it stands.
    """
    forms = known_forms()
    root = CASE_ENDING.sub("", key)
    nominatives = [root + end for end in NOMINATIVES] + [root[:-1] + "е" + root[-1:]]
    for form in (key, *(nominatives if root != key and len(root) >= 2 else ())):
        found = frozenset(one for one in forms.get(form, ()) if sex in ("", one[1]))
        if found:
            return found
    return frozenset()


def sex_of(names: Bearers) -> str:
    """``m`` or ``f`` where all the names agree, empty where they do not or there are none."""
    sexes = {sex for _full, sex in names}
    return sexes.pop() if len(sexes) == 1 else ""
