"""Measures everything in one run and prints one table with ratios: run.py [--quick] [--rounds N] [--keep].

``--quick`` runs one tiny round, to see that it works; ``--keep`` also puts the table into bench/README.md.
"""

import argparse
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import machine
from browser import browser_weight
from cases import rows
from family import walked
from figures import Figures, medians
from load import Target, as_fast_as_it_goes, at_rate
from people import DEMO, helpers_pages, intakes, kills
from processes import Spent, memory
from report import parts
from server import HOST, ROOT, environment_of, serving
from table import drawn
from weight import page_weight

BENCH = Path(__file__).parent
OURS = ROOT / ".venv/bin/python"
PEER = ROOT / ".venv-bench/bin/python"
README = BENCH / "README.md"
KEPT = re.compile(r"(?<=<!-- table -->\n```text\n).*?(?=\n```)", re.DOTALL)
CONNECTIONS = 8
FULL = {
    "rounds": 3, "plans": 2100, "pages": 350, "rows": 1000, "alone": 500, "copies": 200,
    "rate": 50, "seconds": 15, "others": 5, "burst": 5,
    "asks": 120, "matters": 10000, "messages": 200, "reads": 5, "reading": 15, "kills": 5,
    "families": 10000, "veterans": 2000,
}  # fmt: skip
QUICK = {
    "rounds": 1, "plans": 70, "pages": 21, "rows": 100, "alone": 50, "copies": 10,
    "rate": 20, "seconds": 2, "others": 1, "burst": 1,
    "asks": 8, "matters": 300, "messages": 20, "reads": 5, "reading": 2, "kills": 1,
    "families": 300, "veterans": 60,
}  # fmt: skip


def main() -> None:
    """Measure, compare the answers, print."""
    asked = arguments()
    sizes = QUICK if asked.quick else FULL | {"rounds": asked.rounds}
    head = machine.told(sizes["rounds"])
    print(head, flush=True)
    found: list[Figures] = []
    version = ""
    for number in range(sizes["rounds"]):
        print(f"round {number + 1} …", file=sys.stderr, flush=True)
        figures, version = one_round(sizes)
        found.append(figures)
    print("killing …", file=sys.stderr, flush=True)
    with TemporaryDirectory(prefix="peredacha-bench-") as name:
        found[0] |= kills(Path(name), sizes)
    table = drawn(parts(medians(found), version, sizes))
    print(f"\n{table}")
    if asked.keep:
        text = README.read_text()
        README.write_text(KEPT.sub(lambda _: f"{head}\n\n{table}", text))


def arguments() -> argparse.Namespace:
    """What the caller asked for."""
    parser = argparse.ArgumentParser(description="Measure the house beside its peers and aims.")
    parser.add_argument("--quick", action="store_true", help="one tiny round, to see that it works")
    parser.add_argument("--rounds", type=int, default=FULL["rounds"], help="how many; three when not said")
    parser.add_argument("--keep", action="store_true", help="put the table into bench/README.md")
    return parser.parse_args()


def one_round(sizes: dict[str, int]) -> tuple[Figures, str]:
    """Every figure once, and the version of the peer."""
    with TemporaryDirectory(prefix="peredacha-bench-") as name:
        folder = Path(name)
        cases = json.dumps(rows(sizes["rows"]))
        chapter = str(ROOT / "chapters/demo")
        ours = asked_of(OURS, "law.py", [chapter, str(sizes["plans"])], cases)
        chapter_of = asked_of(OURS, "matching.py", [str(sizes["families"]), str(sizes["veterans"])], "")
        peer = asked_of(PEER, "openfisca_peer.py", [str(sizes["alone"]), str(sizes["copies"])], cases)
        same_answers(ours["answers"], peer["answers"])
        pages = asked_of(OURS, "pages.py", [str(sizes["pages"])], "", environment_of(folder))
        figures = ours["figures"] | peer["figures"] | pages["figures"] | served(folder, sizes)
        figures |= chapter_of["figures"] | peopled(folder, sizes)
    return figures, peer["version"]


def asked_of(
    python: Path, script: str, words: list[str], given: str, more: dict[str, str] | None = None
) -> Any:
    """What a script of this folder prints, run in a fresh process of its own environment."""
    command = [str(python), str(BENCH / script), *words]
    environment = os.environ | (more or {})
    done = subprocess.run(
        command, input=given, env=environment, stdout=subprocess.PIPE, text=True, check=True
    )
    return json.loads(done.stdout)


def same_answers(ours: list[object], peers: list[object]) -> None:
    """Stop when the two engines disagree: then their speeds say nothing."""
    differing = [(number, one, other) for number, (one, other) in enumerate(zip(ours, peers)) if one != other]
    if differing or len(ours) != len(peers):
        raise SystemExit(
            f"{len(differing)} of {len(ours)} answers differ, first (case, ours, peer): {differing[:3]}"
        )


def served(folder: Path, sizes: dict[str, int]) -> Figures:
    """A server of its own: warmed, loaded at a fixed rate, loaded in bursts, then weighed."""
    with serving(folder, DEMO) as site:
        browser, question = walked(HOST, site.port)
        paths = {"plan": "/plan/", "question": question, "start": "/"}
        targets = {name: Target(HOST, site.port, path, browser.headers) for name, path in paths.items()}
        found: Figures = {"start_s": site.start_s}
        for target in targets.values():
            at_rate(target, sizes["rate"], 1, "warm")
        before = Spent.now(site.pid)
        found |= at_rate(targets["plan"], sizes["rate"], sizes["seconds"], "plan")
        found |= Spent.now(site.pid).since(before, found["plan_sent"], "plan")
        for name in ("question", "start"):
            found |= at_rate(targets[name], sizes["rate"], sizes["others"], name)
        for name, target in targets.items():
            found |= as_fast_as_it_goes(target, CONNECTIONS, sizes["burst"], name)
        found |= memory(site.pid)
        return found | page_weight(HOST, site.port) | browser_weight(f"http://localhost:{site.port}/")


def peopled(folder: Path, sizes: dict[str, int]) -> Figures:
    """A chapter with people: its intakes, then its queue and a long talk, each on a database of its own."""
    asking, working = folder / "asking", folder / "working"
    asking.mkdir()
    working.mkdir()

    def script(name: str, words: list[str], more: dict[str, str]) -> Any:
        return asked_of(OURS, name, words, "", more)

    return intakes(asking, sizes, script) | helpers_pages(working, sizes, script)


if __name__ == "__main__":
    main()
