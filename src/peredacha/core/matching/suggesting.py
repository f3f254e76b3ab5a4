"""The best few for one family; when nobody fits, what would have to be set aside; else why not."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from peredacha.core.language import Phrase
from peredacha.core.matching.limits import Limit, Refusal, counted, refusals
from peredacha.core.matching.scoring import Fit, score
from peredacha.core.matching.values import Family, Veteran
from peredacha.core.matching.words import INTERPRETER, ONE_MORE, SET_ASIDE


@dataclass(frozen=True)
class Suggestion:
    """The best fits, the best first. ``relaxed`` says what each of them needs set aside: nothing, where all is well.

    Without any fit ``why_not`` counts every veteran once, under the hardest limit that forbids.
    """

    family: str
    fits: tuple[Fit, ...] = ()
    relaxed: tuple[Phrase, ...] = ()
    why_not: tuple[Phrase, ...] = ()


def suggest(family: Family, veterans: Iterable[Veteran], *, limit: int = 3) -> Suggestion:
    """At most ``limit`` veterans; among equals the smaller key first, whatever the order of ``veterans``.

    All suggested need the same set aside, and it is the least of all: wishes from the last to the first, then a
    common language, then one family above the capacity; each alone before two together.
    """
    broken = [(veteran, refusals(family, veteran)) for veteran in veterans]
    priced = [(price(family, found, veteran), veteran) for veteran, found in broken]
    possible = [(cost, veteran) for cost, veteran in priced if cost is not None]
    if not possible:
        return Suggestion(family.key, why_not=counted(Counter(found[0].limit for _veteran, found in broken)))
    least = min(cost for cost, _veteran in possible)
    fits = [score(family, veteran) for cost, veteran in possible if cost == least]
    best = sorted(fits, key=lambda fit: (-fit.points, fit.veteran))[:limit]
    return Suggestion(family.key, tuple(best), relaxed=set_aside(family, least))


def price(family: Family, broken: tuple[Refusal, ...], veteran: Veteran) -> int | None:
    """What a match needs set aside, as a sum of powers of two in the stated order; None when it must not be."""
    order = list(reversed(family.wished))
    total = 0
    for refusal in broken:
        if refusal.wish:
            total += 1 << order.index(refusal.wish)
        elif refusal.limit is Limit.LANGUAGE:
            total += 1 << len(order)
        elif refusal.limit is Limit.CAPACITY and takes_one_more(veteran):
            total += 2 << len(order)
        else:
            return None
    return total


def takes_one_more(veteran: Veteran) -> bool:
    """Whether one family above the capacity may be asked: not of who takes nobody, and not twice."""
    return bool(veteran.capacity) and veteran.holds == veteran.capacity


def set_aside(family: Family, cost: int) -> tuple[Phrase, ...]:
    """The sentences of a price, in the stated order."""
    said = [*(SET_ASIDE[wish] for wish in reversed(family.wished)), INTERPRETER, ONE_MORE]
    return tuple(sentence for place, sentence in enumerate(said) if cost >> place & 1)
