"""The facts on which quotas of parcels and visits depend."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, get_args

Place = Literal["colony", "remand"]
Regime = Literal["general", "strict", "special", "prison", "settlement", "juvenile"]
Conditions = Literal["ordinary", "eased", "privileged", "strict"]
Cell = Literal["punishment_cell", "cell_block"]
Sex = Literal["man", "woman"]
Health = Literal["medical_conclusion", "disabled_1_2"]
Trait = Literal["woman", "juvenile", "pregnant", "small_child", "medical_conclusion", "disabled_1_2"]
Counted = Literal["parcels", "packets", "short_visits", "long_visits"]

PLACES: tuple[Place, ...] = get_args(Place)
REGIMES: tuple[Regime, ...] = get_args(Regime)
CONDITIONS: tuple[Conditions, ...] = get_args(Conditions)
CELLS: tuple[Cell, ...] = get_args(Cell)
SEXES: tuple[Sex, ...] = get_args(Sex)
HEALTH: tuple[Health, ...] = get_args(Health)
COUNTED: tuple[Counted, ...] = get_args(Counted)


@dataclass(frozen=True)
class QuotaCase:
    """Where he is, under which regime and conditions, what is used already; asked for the day ``on``.

    ``year_from`` is the day of admission, from which a colony counts its years. In a prison ``conditions``
    ordinary is its general regime and strict its strict one. ``used_weight_g`` is what came this month [g].
    """

    on: date
    place: Place = "colony"
    regime: Regime | None = None
    conditions: Conditions | None = None
    cell: Cell | None = None
    sex: Sex | None = None
    juvenile: bool = False
    pregnant: bool = False
    small_child: bool = False
    health: frozenset[Health] = frozenset()
    year_from: date | None = None
    used: Mapping[Counted, int] = field(default_factory=dict)
    used_weight_g: int = 0
    jurisdiction: str = ""

    @property
    def effective_regime(self) -> Regime | None:
        """The regime; that of young people, where only the age is known."""
        return "juvenile" if self.regime is None and self.juvenile else self.regime

    @property
    def traits(self) -> frozenset[Trait]:
        """What the law looks at in the person."""
        given: dict[Trait, bool] = {
            "woman": self.sex == "woman",
            "juvenile": self.juvenile,
            "pregnant": self.pregnant,
            "small_child": self.small_child and self.sex != "man",
            "medical_conclusion": "medical_conclusion" in self.health,
            "disabled_1_2": "disabled_1_2" in self.health,
        }
        return frozenset(trait for trait, holds in given.items() if holds)
