"""Nobody stays without only because few pairs were weighed: places change hands until no change helps.

The proposal weighs some pairs of each family. Here *all* possible pairs count: a family without goes to a veteran,
whose family goes to another, and so on, until a free place is reached; or else until a family of a later turn
gives way.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from peredacha.core.matching.edges import Edge
from peredacha.core.matching.planes import positions
from peredacha.core.matching.proposal import turn
from peredacha.core.matching.roster import Roster, allowed
from peredacha.core.matching.values import Family

Holding = tuple[int, int]
"""A family and its veteran, by their places in the lists."""


class Exchange:
    """Who holds whom, changing while families are brought in; ``families`` stand by turn, the first first."""

    def __init__(self, families: Sequence[Family], roster: Roster, chosen: Iterable[Edge]) -> None:
        self.families = families
        self.roster = roster
        self.veteran_of: dict[int, int] = {}
        self.families_of: dict[int, set[int]] = defaultdict(set)
        self.leads_nowhere = 0
        self.masks: dict[int, int] = {}
        self.with_room = sum(1 << place for place, one in enumerate(roster.veterans) if one.free)
        for edge in chosen:
            self.hold(edge.family, edge.veteran)

    def hold(self, family: int, veteran: int) -> None:
        """Give a place of the veteran to the family."""
        self.veteran_of[family] = veteran
        self.families_of[veteran].add(family)
        if len(self.families_of[veteran]) >= self.roster.veterans[veteran].free:
            self.with_room &= ~(1 << veteran)

    def possible(self, family: int) -> int:
        """The mask of all veterans whom no limit forbids to this family."""
        if family not in self.masks:
            self.masks[family] = allowed(self.roster, self.families[family])
        return self.masks[family]

    def bring_in(self, newcomer: int) -> None:
        """Find a place for a family without, when there is one. Call in the order of turns.

        A search that finds nothing marks what it saw: nothing there has a later turn, so no later search looks again.
        """
        came: dict[int, int] = {}
        asked, seen = [newcomer], self.leads_nowhere
        for family in asked:
            new = self.possible(family) & ~seen
            seen |= new
            came.update(dict.fromkeys(positions(new), family))
            if new & self.with_room:
                return self.shift(came, next(positions(new & self.with_room)))
            for veteran in positions(new):
                asked += sorted(self.families_of[veteran])
        last = max(asked)
        if turn(self.families[last]) < turn(self.families[newcomer]):
            veteran = self.veteran_of.pop(last)
            self.families_of[veteran].remove(last)
            return self.shift(came, veteran)
        self.leads_nowhere = seen

    def shift(self, came: dict[int, int], veteran: int) -> None:
        """Every family on the way takes the next veteran; the last veteran has a place."""
        while True:
            family = came[veteran]
            before = self.veteran_of.get(family)
            self.hold(family, veteran)
            if before is None:
                return
            self.families_of[before].remove(family)
            veteran = before


def exchanged(families: Sequence[Family], roster: Roster, chosen: Sequence[Edge]) -> list[Holding]:
    """Who holds whom when, over all possible pairs, nobody more can be helped and no earlier turn stays without."""
    exchange = Exchange(families, roster, chosen)
    for family in range(len(families)):
        if family not in exchange.veteran_of:
            exchange.bring_in(family)
    return sorted(exchange.veteran_of.items())
