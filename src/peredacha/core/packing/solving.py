"""The best packing of a whole batch by a solver, with a bound that says how far from the best it is at most.

Import this module only in the process that packs: the solver takes tens of megabytes.

One whole number for each order and wish: its pieces. Their worth never rises from piece to piece, so each piece is a
variable between 0 and 1 of its own, and the dearer ones fill first by themselves. Of lots that go off, those who need
the strictest day may use the fewest; since what keeps longer keeps for the milder day too, it is enough that for each
day those who need at least that day find enough.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from ortools.linear_solver import pywraplp

from peredacha.core.packing.greedy import greedily, merged
from peredacha.core.packing.proposing import NotPacked, proposed
from peredacha.core.packing.rules import belongs, keeps, shut_out
from peredacha.core.packing.values import Order, Proposal, Store
from peredacha.core.packing.worth import worths

LONGEST = 20.0
"""After so long the best packing that was found is given, with its gap [s]."""
CLOSE = 0.004
"""A gap at which the solver stops: less than one in two hundred of what could be better at all."""
FEW = 5
"""Up to so many orders the best is proven."""
HINTS = "presolving/maxrounds = 1\n"
"""Looking longer for what can be left out takes half of the time and finds nothing here."""


def pack(orders: Sequence[Order], store: Store, *, longest: float = LONGEST) -> Proposal:
    """The best parcels for these orders out of this store. Raises ValueError for twin keys, and NotPacked.

    Where nothing better was found in time than what a careful packer would do by hand, that is given.
    """
    return proposed(orders, *solved(orders, store, longest=longest), store)


def solved(
    orders: Sequence[Order], store: Store, *, longest: float = LONGEST
) -> tuple[list[dict[str, int]], int]:
    """Pieces by good for each order, and what nothing can exceed [points]. Raises as ``pack`` does."""
    if len({order.key for order in orders}) < len(orders):
        raise ValueError("an order stands twice: give each key once")
    return Model(orders, store).solved(greedily(orders, store), longest)


class Model:
    """The batch as the solver sees it."""

    def __init__(self, orders: Sequence[Order], store: Store) -> None:
        """All pieces that may lie anywhere."""
        self.orders, self.store = orders, store
        self.solver = pywraplp.Solver.CreateSolver("SCIP")
        if self.solver is None:
            raise NotPacked("the solver is not there")
        self.pieces: list[dict[str, list[pywraplp.Variable]]] = [{} for _order in orders]
        self.objective = self.solver.Objective()
        self.objective.SetMaximization()
        for place, order in enumerate(orders):
            self._add_wishes(place, order)
            self._keep_rules(place, order)
        self._keep_store()

    def _add_wishes(self, place: int, order: Order) -> None:
        fit = [one for one in merged(order.wishes) if shut_out(order, self.store.goods.get(one.good)) is None]
        for wish, points in zip(fit, worths(order, fit) if fit else (), strict=True):
            variables = [self.solver.IntVar(0, 1, "") for _piece in points]
            for variable, value in zip(variables, points, strict=True):
                self.objective.SetCoefficient(variable, value)
            self.pieces[place][wish.good] = variables

    def _keep_rules(self, place: int, order: Order) -> None:
        rules, every = order.rules, tuple(self.store.goods)
        self._at_most(place, every, rules.room, by_weight=True)
        if rules.most_pieces is not None:
            self._at_most(place, every, rules.most_pieces, by_weight=False)
        for ceiling in rules.ceilings:
            of_it = [key for key in every if belongs(self.store.goods[key], ceiling.group)]
            if ceiling.grams is not None:
                self._at_most(place, of_it, ceiling.grams, by_weight=True)
            if ceiling.pieces is not None:
                self._at_most(place, of_it, ceiling.pieces, by_weight=False)

    def _at_most(self, place: int, goods: Sequence[str], most: int, *, by_weight: bool) -> None:
        row = self.solver.Constraint(0, most)
        for good in goods:
            for variable in self.pieces[place].get(good, ()):
                row.SetCoefficient(variable, self.store.goods[good].grams if by_weight else 1)

    def _keep_store(self) -> None:
        wanted: dict[str, dict[date, list[pywraplp.Variable]]] = defaultdict(lambda: defaultdict(list))
        for order, goods in zip(self.orders, self.pieces, strict=True):
            for good, variables in goods.items():
                wanted[good][order.rules.good_until] += variables
        for good, by_day in wanted.items():
            for day in by_day:
                there = sum(one.pieces for one in self.store.lots if one.good == good and keeps(one, day))
                row = self.solver.Constraint(0, there)
                for other, variables in by_day.items():
                    if other >= day:
                        for variable in variables:
                            row.SetCoefficient(variable, 1)

    def solved(
        self, by_hand: Sequence[Mapping[str, int]], longest: float
    ) -> tuple[list[dict[str, int]], int]:
        """Pieces by good for each order, and what no packing can be worth more than. Raises NotPacked."""
        limits = pywraplp.MPSolverParameters()
        limits.SetDoubleParam(limits.RELATIVE_MIP_GAP, CLOSE if len(self.orders) > FEW else 0.0)
        self.solver.SetTimeLimit(int(longest * 1000))
        self.solver.SetSolverSpecificParametersAsString(HINTS)
        self._begin_from(by_hand)
        status = self.solver.Solve(limits)
        if status not in (pywraplp.Solver.OPTIMAL, pywraplp.Solver.FEASIBLE):
            raise NotPacked(f"the solver stopped with status {status}")
        chosen = [
            {good: sum(round(one.solution_value()) for one in variables) for good, variables in goods.items()}
            for goods in self.pieces
        ]
        found = [{good: number for good, number in one.items() if number} for one in chosen]
        return found, int(self.objective.BestBound() + 1e-6)

    def _begin_from(self, by_hand: Sequence[Mapping[str, int]]) -> None:
        variables, values = [], []
        for goods, picked in zip(self.pieces, by_hand, strict=True):
            for good, each in goods.items():
                variables += each
                values += [float(number < picked.get(good, 0)) for number in range(len(each))]
        self.solver.SetHint(variables, values)
