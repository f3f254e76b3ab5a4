"""Facts and a filing become a paper, or the list of what must be asked first."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Any

from peredacha.core.documents.blocks import Paper
from peredacha.core.documents.card import Edition, Filing
from peredacha.core.documents.filters import CASES
from peredacha.core.documents.flaws import FlawedPaper, flaws
from peredacha.core.documents.marks import paper_of
from peredacha.core.documents.template import Use, rendered, uses
from peredacha.core.documents.values import NOTHING, Asked, Kept, understood


@dataclass(frozen=True, repr=False)
class Recipe:
    """All that is needed to make the same paper again; a room keeps it sealed."""

    filing: str
    edition: Edition
    facts: Mapping[str, Any]
    day: date
    kept: Kept = field(default_factory=lambda: NOTHING)


def fill(
    filing: Filing, facts: Mapping[str, Any], day: date, kept: Kept = NOTHING
) -> Paper | tuple[Asked, ...]:
    """The paper dated ``day``, or everything that must be asked, in the order of the card.

    ``facts`` are plain values by the names of the card: text; ``{"surname", "given", "patronymic", "gender"}`` with
    ``"m"``, ``"f"`` or nothing for a person; a day as ISO text; a whole number; kopecks; true or false; a list of
    lines. Others are not looked at. ``kept`` are forms of names that a person chose. Raises BrokenTemplate and
    FlawedPaper, which say nothing of the facts, for a filing that the check of the land would refuse.
    """
    bent, gendered = _bent(uses(filing.template))
    found = {name: understood(need, facts.get(name), kept) for name, need in filing.needs.items()}
    asked = tuple(
        one
        for name, fact in found.items()
        for one in fact.asked
        if one.why != "declension" or name in (bent if one.key else bent | gendered)
    )
    if asked:
        return asked
    text = rendered(filing.template, MappingProxyType({name: fact.value for name, fact in found.items()}))
    paper = paper_of(text, day)
    wrong = flaws(paper)
    if wrong:
        raise FlawedPaper(filing.key, wrong)
    return paper


def recipe(filing: Filing, facts: Mapping[str, Any], day: date, kept: Kept = NOTHING) -> Recipe:
    """What to keep of a paper that was made: only the facts that it asked for."""
    told = {name: facts[name] for name in filing.needs if name in facts}
    return Recipe(filing.key, filing.edition, told, day, kept)


def _bent(found: tuple[Use, ...]) -> tuple[set[str], set[str]]:
    """The facts that stand in an oblique case somewhere, and those whose gender matters."""
    bent, gendered = set[str](), set[str]()
    for use in found:
        for name, words in use.filters:
            cases = CASES & {name, *(str(word) for word in words)}
            if cases - {"nominative"}:
                bent.add(use.name)
            if name == "by_gender":
                gendered.add(use.name)
    return bent, gendered
