"""What forbids a match, whatever the score: each limit says one sentence."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from peredacha.core.language import Phrase, phrase
from peredacha.core.matching.values import Family, Veteran, Wished
from peredacha.core.matching.words import COUNTED, DENIED


class Limit(StrEnum):
    """The limits, the hardest first; the first four are never set aside."""

    EXCLUDED = "excluded"
    CONFLICT = "conflict"
    NEVER = "never"
    PAUSED = "paused"
    LANGUAGE = "language"
    WISH = "wish"
    CAPACITY = "capacity"


@dataclass(frozen=True)
class Refusal:
    """One limit that is broken, in words; ``wish`` says which wish it was."""

    limit: Limit
    says: Phrase
    wish: Wished | None = None


def refusals(family: Family, veteran: Veteran) -> tuple[Refusal, ...]:
    """Every limit that forbids this match, the hardest first; nothing that is merely unknown forbids."""
    return tuple(broken(family, veteran))


def broken(family: Family, veteran: Veteran) -> Iterator[Refusal]:
    """The limits one after another."""
    if veteran.key in family.excluded:
        yield Refusal(Limit.EXCLUDED, phrase("The family has declined this helper."))
    if family.conflict_tags & veteran.conflict_tags:
        yield Refusal(
            Limit.CONFLICT, phrase("Both are tied to the same case: a talk could harm one of them.")
        )
    if family.touched & veteran.never:
        yield Refusal(Limit.NEVER, phrase("It would touch what this helper never wants to meet again."))
    if veteran.paused:
        yield Refusal(Limit.PAUSED, phrase("This helper has paused."))
    if family.languages and veteran.languages and not family.languages & veteran.languages:
        yield Refusal(Limit.LANGUAGE, phrase("They have no common language."))
    for wish, must in family.wished.items():
        if must and is_met(wish, family, veteran) is False:
            yield Refusal(Limit.WISH, DENIED[wish], wish)
    if not veteran.free:
        yield Refusal(Limit.CAPACITY, phrase("This helper has no free place."))


def is_met(wish: Wished, family: Family, veteran: Veteran) -> bool | None:
    """Whether a wish is met; None when it is not known."""
    if wish in (Wished.WOMAN, Wished.MAN):
        return veteran.gender == wish if veteran.gender else None
    if wish is Wished.OTHER_TOWN:
        return family.town != veteran.town if family.town and veteran.town else None
    if veteran.inside is None:
        return None
    return veteran.inside is (wish is Wished.WAS_INSIDE)


def counted(numbers: Mapping[Limit, int]) -> tuple[Phrase, ...]:
    """One sentence for each limit, the hardest first; or that there is nobody at all."""
    said = tuple(COUNTED[limit](numbers[limit]) for limit in Limit if numbers.get(limit))
    return said or (phrase("There is no helper here yet."),)
