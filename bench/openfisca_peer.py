"""The same credit law in OpenFisca-core: dated parameters, inputs, two formulas. Prints JSON.

Runs in its own environment (requirements/bench.txt): openfisca_peer.py ONE_AT_A_TIME COPIES < rows.json
"""

import json
import sys
from datetime import date
from functools import partial
from importlib.metadata import version

import numpy
from cases import REFORM, REGIMES, Row
from figures import Figures, timed
from openfisca_core.entities import build_entity
from openfisca_core.indexed_enums import Enum
from openfisca_core.parameters import ParameterNode
from openfisca_core.periods import DateUnit
from openfisca_core.simulations import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

PERIOD = "2026"
BEFORE, AFTER = "1998-01-01", REFORM.isoformat()
OLD_LAW = "2018-07-13"
ASKED = ("credit", "last_day")
PERSON = build_entity("person", "persons", "A convicted person", is_person=True)


class Regime(Enum):
    """Where the term is served."""

    strict = "strict"
    general = "general"
    settlement = "settlement"


INPUTS = {
    "regime": {"value_type": Enum, "possible_values": Regime, "default_value": Regime.strict},
    "crime_on": {"value_type": date},
    "custody_days": {"value_type": int},
    "house_arrest_days": {"value_type": int},
    "in_force_on": {"value_type": date},
    "months": {"value_type": int},
}


class credit(Variable):
    """Days credited: custody by the better of the two laws, house arrest by the law of the crime's day."""

    value_type = float
    entity = PERSON
    definition_period = DateUnit.YEAR
    label = "Days credited"

    def formula(person, period, parameters):
        old, new = parameters(OLD_LAW), parameters(period)
        regime = person("regime", period)
        better = [max(getattr(old.custody, name), getattr(new.custody, name)) for name in REGIMES]
        custody = numpy.select([regime == Regime[name] for name in REGIMES], better)
        earlier = person("crime_on", period) < numpy.datetime64(AFTER)
        arrest = numpy.where(earlier, old.house_arrest, new.house_arrest)
        return person("custody_days", period) * custody + person("house_arrest_days", period) * arrest


class last_day(Variable):
    """The last day of the term: the same number after its months, less one day, less the credit."""

    value_type = date
    entity = PERSON
    definition_period = DateUnit.YEAR
    label = "Last day"

    def formula(person, period):
        start = person("in_force_on", period)
        month = start.astype("datetime64[M]")
        end = (month + person("months", period)).astype("datetime64[D]") + (start - month)
        return end - 1 - person("credit", period).astype(int)


def system() -> TaxBenefitSystem:
    """The parameters before and after the reform, the inputs and the two formulas."""

    def dated(old: float, new: float) -> dict[str, object]:
        return {"values": {BEFORE: {"value": old}, AFTER: {"value": new}}}

    custody = {"strict": dated(1, 1), "general": dated(1, 1.5), "settlement": dated(1, 2)}
    found = TaxBenefitSystem([PERSON])
    found.parameters = ParameterNode("", data={"custody": custody, "house_arrest": dated(1, 0.5)})
    shared = {"entity": PERSON, "definition_period": DateUnit.ETERNITY}
    for name, kind in INPUTS.items():
        found.add_variable(type(name, (Variable,), {**shared, **kind, "label": name}))
    found.add_variable(credit)
    found.add_variable(last_day)
    return found


def main(one_at_a_time: int, copies: int) -> None:
    """Print the figures, and the answers to compare: each way must give the same."""
    rows: list[Row] = json.load(sys.stdin)
    law = system()
    columns = arrays(rows)
    answers = plain(*batch(law, columns))
    singly = [plain(*alone(law, row))[0] for row in rows[:one_at_a_time]]
    if singly != answers[:one_at_a_time]:
        raise SystemExit("the peer disagrees with itself: one at a time is not what the batch says")
    figures = timed([partial(alone, law, row) for row in rows[:one_at_a_time]], "peer")
    figures |= rate(law, columns, "peer_batch")
    many = {name: numpy.tile(column, copies) for name, column in columns.items()}
    figures |= rate(law, many, "peer_large_batch")
    print(json.dumps({"figures": figures, "answers": answers, "version": version("openfisca-core")}))


def arrays(rows: list[Row]) -> dict[str, numpy.ndarray]:
    """Each input as one array."""
    found = {name: numpy.array([row[name] for row in rows]) for name in INPUTS}
    days = {name: found[name].astype("datetime64[D]") for name in ("crime_on", "in_force_on")}
    return found | days | {"regime": numpy.array([Regime[row["regime"]].index for row in rows])}


def batch(law: TaxBenefitSystem, columns: dict[str, numpy.ndarray]) -> list[numpy.ndarray]:
    """Every case at once, from ready arrays."""
    simulation = SimulationBuilder().build_default_simulation(law, len(columns["months"]))
    for name, column in columns.items():
        simulation.set_input(name, PERIOD, column)
    return [simulation.calculate(name, PERIOD) for name in ASKED]


def alone(law: TaxBenefitSystem, row: Row) -> list[numpy.ndarray]:
    """One case from a mapping, as a web service of theirs would answer it."""
    person = {name: {"ETERNITY": value} for name, value in row.items()}
    simulation = SimulationBuilder().build_from_dict(law, {"persons": {"he": person}})
    return [simulation.calculate(name, PERIOD) for name in ASKED]


def rate(law: TaxBenefitSystem, columns: dict[str, numpy.ndarray], name: str) -> Figures:
    """Cases per second of the batch: the median of five."""
    took = timed([partial(batch, law, columns)] * 5, name)[f"{name}_p50_ms"]
    return {f"{name}_per_s": len(columns["months"]) / took * 1000, f"{name}_size": len(columns["months"])}


def plain(credit: numpy.ndarray, last: numpy.ndarray) -> list[list[object]]:
    """Credit and last day of each case."""
    return [[float(days), str(day)] for days, day in zip(credit, last, strict=True)]


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
