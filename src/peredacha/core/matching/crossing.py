"""Two families who fight for each other: each has what the other needs."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from peredacha.core.language import Phrase, phrase
from peredacha.core.matching.values import NOTHING, Family, Keys, Reason
from peredacha.core.matching.weights import CROSS_POINTS

NEEDED = ("place", "article", "passed")
"""The rows of which each side must give at least one."""

GIVES: Mapping[str, Phrase] = {
    "place": phrase("Knows the same place."),
    "article": phrase("Knows the same article."),
    "passed": phrase("Has already been through this stage."),
    "stage": phrase("Is at the same stage now."),
    "language": phrase("They have a common language."),
}

Shared = Mapping[str, Keys]
"""What one side gives the other: for each row the shared keys, often none."""


@dataclass(frozen=True)
class Pair:
    """Two families, the smaller key first; what the first gives the second, and what it gets."""

    one: str
    other: str
    gives: tuple[Reason, ...]
    gets: tuple[Reason, ...]

    @property
    def points(self) -> int:
        """The sum of both directions."""
        return sum(reason.points for reason in self.gives + self.gets)

    @property
    def weaker(self) -> int:
        """The points of the direction that gives less: a pair is as good as this."""
        return min(sum(reason.points for reason in way) for way in (self.gives, self.gets))


def cross_help(families: Iterable[Family]) -> tuple[Pair, ...]:
    """Pairs in which each family stands at most once, the best first, whatever the order of ``families``.

    Stable: no two families would both rather have each other than those whom they got. A pair is worth its weaker
    direction, then the sum, then the wait of both. Meant for the
    families of a chapter who wish it: hundreds in a moment, two thousand in about ten seconds.
    """
    ordered = sorted(families, key=lambda family: family.key)
    worths = [
        (worth, one, other)
        for one, other in candidates(ordered)
        if (worth := worth_of(ordered[one], ordered[other]))
    ]
    worths.sort(key=lambda found: ([-number for number in found[0]], *found[1:]))
    busy: set[int] = set()
    best: list[Pair] = []
    for _worth, one, other in worths:
        if not busy & {one, other}:
            busy |= {one, other}
            best.append(paired(ordered[one], ordered[other]))
    return tuple(best)


def candidates(families: Sequence[Family]) -> list[tuple[int, int]]:
    """The places in the list of every two who share a place or an article, once, in order."""
    by_key: dict[tuple[str, str], list[int]] = defaultdict(list)
    for place, family in enumerate(families):
        for key in family.facilities | family.passed_facilities:
            by_key["place", key].append(place)
        for key in family.whole_articles:
            by_key["article", key].append(place)
    return sorted({two for places in by_key.values() for two in combinations(places, 2)})


def worth_of(one: Family, other: Family) -> tuple[int, int, int] | None:
    """The weaker direction, the sum, the wait of both; None when they may not, or one would give nothing."""
    if one.conflict_tags & other.conflict_tags or other.key in one.excluded or one.key in other.excluded:
        return None
    if one.languages and other.languages and not one.languages & other.languages:
        return None
    ways = given(one, other), given(other, one)
    if not any(way["place"] or way["article"] for way in ways):
        return None
    if not all(any(way[row] for row in NEEDED) for way in ways):
        return None
    sums = [sum(points for row, points in CROSS_POINTS.items() if way[row]) for way in ways]
    return min(sums), sum(sums), one.waiting_days + other.waiting_days


def given(giver: Family, taker: Family) -> Shared:
    """What the giver knows that the taker needs now."""
    passed = giver.passed_stages & taker.stages
    return {
        "place": (giver.facilities | giver.passed_facilities) & taker.facilities,
        "article": giver.whole_articles & taker.whole_articles,
        "passed": passed,
        "stage": NOTHING if passed else giver.stages & taker.stages,
        "language": giver.languages & taker.languages,
    }


def paired(one: Family, other: Family) -> Pair:
    """The pair with its reasons."""
    return Pair(one.key, other.key, told(given(one, other)), told(given(other, one)))


def told(shared: Shared) -> tuple[Reason, ...]:
    """The reasons of one direction, in the order of the table."""
    return tuple(
        Reason(row, CROSS_POINTS[row], GIVES[row], tuple(sorted(keys)))
        for row, keys in shared.items()
        if keys
    )
