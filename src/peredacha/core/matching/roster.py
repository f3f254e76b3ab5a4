"""All veterans of a chapter by fact, so that ten thousand families are scored against thousands in a second.

The points are those of :func:`peredacha.core.matching.scoring.score`, reached in another way; tests hold them together.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from peredacha.core.matching.limits import Limit
from peredacha.core.matching.planes import add
from peredacha.core.matching.scoring import strength
from peredacha.core.matching.values import Family, Veteran, Wished
from peredacha.core.matching.weights import POINTS

Mark = tuple[str, str]
"""A kind of fact and its key: ``("place", "sizo-1")``."""


@dataclass(frozen=True, repr=False)
class Roster:
    """Veterans in the order of their keys; ``has`` is the mask of those with a mark, ``planes`` their own points."""

    veterans: tuple[Veteran, ...]
    has: Mapping[Mark, int]
    planes: tuple[int, ...]

    @property
    def everybody(self) -> int:
        """The mask of all."""
        return (1 << len(self.veterans)) - 1

    def any_of(self, kind: str, keys: Iterable[str]) -> int:
        """The mask of those with at least one of the keys."""
        mask = 0
        for key in keys:
            mask |= self.has.get((kind, key), 0)
        return mask


def roster_of(veterans: Iterable[Veteran]) -> Roster:
    """The roster, the same whatever the order of ``veterans``."""
    ordered = tuple(sorted(veterans, key=lambda veteran: veteran.key))
    has: dict[Mark, int] = defaultdict(int)
    planes: list[int] = []
    for position, veteran in enumerate(ordered):
        bit = 1 << position
        for mark in marks(veteran):
            has[mark] |= bit
        add(planes, bit, sum(reason.points for reason in strength(veteran)))
    return Roster(ordered, dict(has), tuple(planes))


def marks(veteran: Veteran) -> Iterator[Mark]:
    """Every mark of one veteran; ``told`` marks what is known at all."""
    kinds = {
        "key": {veteran.key},
        "place": veteran.facilities,
        "article": veteran.whole_articles,
        "part": veteran.parts,
        "group": veteran.groups,
        "stage": veteran.stages,
        "topic": veteran.topics,
        "kin": veteran.kin,
        "regime": veteran.regimes,
        "region": {veteran.region} - {""},
        "town": {veteran.town} - {""},
        "language": veteran.languages,
        "never": veteran.never,
        "conflict": veteran.conflict_tags,
        "gender": {veteran.gender} - {""},
        "inside": set() if veteran.inside is None else {str(veteran.inside)},
    }
    for kind, keys in kinds.items():
        yield from ((kind, key) for key in keys)
        if keys:
            yield "told", kind
    if veteran.paused:
        yield "is", "paused"
    if not veteran.free:
        yield "is", "full"


def forbidden(roster: Roster, family: Family) -> dict[Limit, int]:
    """For each limit the mask of those whom it forbids."""
    strangers = roster.any_of("told", ["language"]) & ~roster.any_of("language", family.languages)
    wrong = 0
    for wish, must in family.wished.items():
        wrong |= divided(roster, family, wish)[1] if must else 0
    return {
        Limit.EXCLUDED: roster.any_of("key", family.excluded),
        Limit.CONFLICT: roster.any_of("conflict", family.conflict_tags),
        Limit.NEVER: roster.any_of("never", family.touched),
        Limit.PAUSED: roster.any_of("is", ["paused"]),
        Limit.LANGUAGE: strangers if family.languages else 0,
        Limit.WISH: wrong,
        Limit.CAPACITY: roster.any_of("is", ["full"]),
    }


def allowed(roster: Roster, family: Family) -> int:
    """The mask of those whom no limit forbids."""
    mask = roster.everybody
    for wrong in forbidden(roster, family).values():
        mask &= ~wrong
    return mask


def refused(roster: Roster, family: Family) -> dict[Limit, int]:
    """How many each limit forbids, every veteran counted once under the hardest."""
    rest, numbers = roster.everybody, {}
    for limit, wrong in forbidden(roster, family).items():
        numbers[limit] = (rest & wrong).bit_count()
        rest &= ~wrong
    return numbers


def divided(roster: Roster, family: Family, wish: Wished) -> tuple[int, int]:
    """The masks of those who meet a wish and of those who do not; who has not told is in neither."""
    if wish in (Wished.WOMAN, Wished.MAN):
        told, met = "gender", roster.any_of("gender", [wish.value])
    elif wish is Wished.OTHER_TOWN:
        told = "town"
        met = roster.any_of("told", [told]) & ~roster.any_of("town", [family.town])
    else:
        told, met = "inside", roster.any_of("inside", [str(wish is Wished.WAS_INSIDE)])
    known = roster.any_of("told", [told])
    if wish is Wished.OTHER_TOWN and not family.town:
        known = met = 0
    return met, known & ~met


def points_of(roster: Roster, family: Family) -> list[int]:
    """The points of every veteran for this family, as planes."""
    planes = list(roster.planes)
    articles = roster.any_of("article", family.whole_articles)
    rows = {
        "place": roster.any_of("place", family.facilities),
        "article": articles,
        "part": roster.any_of("part", family.parts),
        "group": roster.any_of("group", family.groups) & ~articles,
        "stage": roster.any_of("stage", family.stages),
        "topic": roster.any_of("topic", family.topics),
        "kin": roster.any_of("kin", family.kin),
        "regime": roster.any_of("regime", family.regimes),
        "region": roster.any_of("region", [family.region]),
        "language": roster.any_of("language", family.languages),
    }
    for row, mask in rows.items():
        add(planes, mask, POINTS[row])
    for wish in family.wished:
        add(planes, divided(roster, family, wish)[0], POINTS["wish"])
    return planes
