"""Measures what a case needs, in one run: case.py [--keep].

Papers beside docxtpl and LibreOffice, names in six cases beside their peers, feeds beside icalendar, the binder with
its reader, parcels beside a careful packer, slips beside an office program, the last places of the counter, the board
of the packers beside the queue. Each part is a script of its own and says by itself what is not on the machine.
``--keep`` puts the tables into bench/README.md.
"""

import argparse
import re
import subprocess
import sys
from pathlib import Path

import machine

BENCH = Path(__file__).parent
README = BENCH / "README.md"
KEPT = re.compile(r"(?<=<!-- case -->\n```text\n).*?(?=\n```)", re.DOTALL)
PEERS = BENCH.parent / ".venv-bench/bin/python"
PARTS = {
    "papers.py": ("--count", "50", "--peers", str(PEERS)),
    "declension.py": (),
    "feeds.py": (),
    "binding.py": (),
    "packing.py": (),
    "printing.py": (),
    "slots.py": (),
    "board.py": (),
}


def main() -> None:
    """Measure part by part, print, keep where asked."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--keep", action="store_true")
    told = [machine.told(1)]
    for script, more in PARTS.items():
        print(f"{script} …", file=sys.stderr, flush=True)
        done = subprocess.run(
            [sys.executable, str(BENCH / script), *more], capture_output=True, text=True, check=False
        )
        if done.returncode:
            sys.exit(f"{script} could not be measured:\n{done.stderr}")
        told.append("\n".join((script, done.stdout.strip("\n"))))
    table = "\n\n".join(told)
    print(table)
    if asked.parse_args().keep:
        text = README.read_text("utf-8")
        README.write_text(KEPT.sub(lambda _found: table, text), "utf-8")


if __name__ == "__main__":
    main()
