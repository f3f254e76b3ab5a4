"""Measures the law engine in a fresh process: the pack from its files, plans, time served. Prints JSON.

law.py CHAPTER PLANS < rows.json
"""

import json
import sys
from datetime import date, datetime
from functools import partial
from pathlib import Path
from time import perf_counter

from answers import families
from cases import Row, as_case
from figures import Figures, timed

from peredacha.core.law.land import Land
from peredacha.core.law.served import Case, TimeServed, read_case, time_served, told_time_served
from peredacha.jurisdictions.load import pack


def main(chapter: Path, plans: int) -> None:
    """Print the figures, and the answers to compare."""
    rows: list[Row] = json.load(sys.stdin)
    before = perf_counter()
    land = pack("ru", chapter)
    figures = {"pack_s": perf_counter() - before}
    figures |= drawn(land, plans)
    answers, served = serve(land, rows)
    print(json.dumps({"figures": figures | served, "answers": answers}))


def drawn(land: Land, plans: int) -> Figures:
    """Plans for every family in turn, at this moment."""
    now = datetime.now().astimezone()
    zone = land.regions["RU-ZRC"].zone
    people = families(now.date())
    acts = [
        partial(land.drawer.draw, people[number % len(people)], now=now, zone=zone) for number in range(plans)
    ]
    if not all(act() for act in acts[: len(people)]):
        raise SystemExit("a family got no plan: bench/answers.py no longer fits the questions of the land")
    return timed(acts, "draw")


def serve(land: Land, rows: list[Row]) -> tuple[list[list[object]], Figures]:
    """Every case twice: from ready values, and from a mapping to plain values in Russian."""
    mappings = [as_case(row) for row in rows]
    cases = [read(mapping) for mapping in mappings]
    answers = [answer(land, case) for case in cases]
    bare = timed([partial(answer, land, case) for case in cases], "served")
    whole = timed([partial(told, land, mapping) for mapping in mappings], "served_told")
    return [said(one) for one in answers], bare | whole


def read(mapping: object) -> Case:
    """The case of a mapping; stops when the engine refuses it."""
    case = read_case(mapping)
    if isinstance(case, list):
        raise SystemExit(f"the engine refuses a case of bench/cases.py: {case[0]}")
    return case


def answer(land: Land, case: Case) -> TimeServed:
    """The whole answer with its derivation."""
    return time_served(land.served, land.calendar, land.conventions, case)


def told(land: Land, mapping: object) -> dict[str, object]:
    """The same from a mapping to what the command prints."""
    return told_time_served(answer(land, read(mapping)), land.acts, "ru")


def said(one: TimeServed) -> list[object]:
    """Credit and last day where they are settled; the ends of the range where they are not."""
    credit, last = one.credit_days, one.last_day
    if credit is None or last is None:
        return [None, None]
    settled = credit.least == credit.most and last.earliest == last.latest
    return [credit.most, plain(last.latest)] if settled else [[credit.least, credit.most], str(last)]


def plain(day: date) -> str:
    """The day in ISO."""
    return day.isoformat()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
