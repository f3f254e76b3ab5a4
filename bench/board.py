"""Measures the board of the packers: board.py [--parcels N] [--seconds S].

A chapter with N open parcels, each of a matter of its own, every card sealed under the card key (`board_world.py`); a
real server, Pavel's cookie, five requests a second. The first page and a later one; in the same run, beside them, the
queue of the reception with N matters. The board of one place and the list of places open every card: they are asked
for once a second, because five a second are more than two cores can do.
"""

import argparse
import json
import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from family import HEADERS
from figures import Figures
from load import Target, at_rate
from processes import Spent
from server import HOST, environment_of, serving

PARCELS, SECONDS, RATE = 10_000, 15, 5
RARE = {"place": 1, "places": 1}
"""So often [1/s] a page is asked for that opens every card."""
BENCH = Path(__file__).parent
ROWS = {
    "board": "the board, first page",
    "later": "the board, a later page",
    "place": "the board of one place",
    "places": "the list of places",
    "queue": "the queue of the reception",
}


def main() -> None:
    """Make the chapter, ask for every page, print a line each."""
    told = argparse.ArgumentParser(description=__doc__)
    told.add_argument("--parcels", type=int, default=PARCELS)
    told.add_argument("--seconds", type=float, default=SECONDS)
    asked = told.parse_args()
    print(
        f"{asked.parcels} open parcels and matters, {RATE} requests a second, 1 where every card is opened [ms]"
    )
    print(f"{'':<28} {'p50':>7} {'p95':>7} {'p99':>7} {'processor':>10} {'errors':>7} {'others':>7}")
    with TemporaryDirectory() as folder, serving(Path(folder), "--demo") as site:
        made = world(Path(folder), asked.parcels)
        headers = {**HEADERS, "Cookie": f"{made['cookie']}={made['token']}"}
        for name, path in made["pages"].items():
            target = Target(HOST, site.port, path, headers)
            rate = RARE.get(name, RATE)
            at_rate(target, rate, 1, "warm")
            before = Spent.now(site.pid)
            found = at_rate(target, rate, asked.seconds, name)
            shown(name, found | Spent.now(site.pid).since(before, found[f"{name}_sent"], name))


def world(folder: Path, parcels: int) -> Any:
    """The chapter, made in a process of its own: the cookie, and the addresses of the pages."""
    done = subprocess.run(
        [sys.executable, str(BENCH / "board_world.py"), str(parcels)],
        env=os.environ | environment_of(folder), capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        sys.exit(f"the board could not be measured:\n{done.stderr[-2000:]}")
    return json.loads(done.stdout.strip().splitlines()[-1])


def shown(name: str, found: Figures) -> None:
    """One line: the percentiles, processor time of one, requests without a page, the share other programs took."""
    took = "".join(f" {found[f'{name}_p{share}_ms']:>7.1f}" for share in (50, 95, 99))
    errors, strangers = found[f"{name}_errors"], found[f"{name}_strangers_share"]
    print(f"{ROWS[name]:<28}{took} {found[f'{name}_cpu_ms']:>10.1f} {errors:>7.0f} {strangers:>6.0%}")


if __name__ == "__main__":
    main()
