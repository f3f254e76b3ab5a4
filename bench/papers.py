"""Measures papers: papers.py [--count N] [--peers PYTHON].

Fills and prints the appeal against custody: to blocks and to a page inside the server, to PDF and DOCX inside one
renderer, and both through a process of its own as the server does it. The linter runs over the whole pack. The peer
is docxtpl (with ``--peers``, a Python that has it) and LibreOffice for its PDF; what is not on the machine is told and
left out. Every time is of one process after a first warm run; p50 and p95 in milliseconds, and papers per second.
"""

import argparse
import importlib.util
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from tests.core.documents.world import TODAY, everything  # noqa: E402

from peredacha.core.documents import Paper, fill, html  # noqa: E402
from peredacha.core.documents.linting import faults  # noqa: E402
from peredacha.core.documents.pdf import pdf  # noqa: E402
from peredacha.core.documents.word import docx  # noqa: E402
from peredacha.gateways.printing import print_papers  # noqa: E402
from peredacha.jurisdictions.filings import filings, read_filings  # noqa: E402
from peredacha.jurisdictions.load import FOLDER, pack  # noqa: E402

PEER = """
import io, sys, time
from docx import Document
from docxtpl import DocxTemplate
made = Document()
for line in sys.stdin.read().split("\\n"):
    made.add_paragraph(line + " {{ name }}")
held = io.BytesIO(); made.save(held)
for turn in range(int(sys.argv[1]) + 1):
    begun = time.perf_counter()
    one = DocxTemplate(io.BytesIO(held.getvalue())); one.render({"name": "А. А."}); one.save(io.BytesIO())
    if turn: print(time.perf_counter() - begun)
"""


def measured(act: Callable[[], object], count: int) -> list[float]:
    """Seconds of each run, after one that warms up."""
    act()
    times = []
    for _ in range(count):
        begun = perf_counter()
        act()
        times.append(perf_counter() - begun)
    return times


def row(name: str, times: list[float], papers: int = 1) -> str:
    """One line of the table."""
    ordered = sorted(times)
    half, most = ordered[len(ordered) // 2], ordered[min(len(ordered) - 1, len(ordered) * 95 // 100)]
    return f"{name:<46}{half * 1000:>9.1f}{most * 1000:>9.1f}{papers * len(times) / sum(times):>11.1f}"


def peer_rows(python: str | None, paper: Paper, count: int) -> list[str]:
    """docxtpl and LibreOffice, where they are."""
    rows = []
    if (
        python
        and subprocess.run([python, "-c", "import docxtpl"], capture_output=True, check=False).returncode == 0
    ):
        words = "\n".join(str(getattr(block, "text", "")) for block in paper.blocks)
        done = subprocess.run(
            [python, "-c", PEER, str(count)], input=words, text=True, capture_output=True, check=True
        )
        rows.append(row("docxtpl, DOCX", [float(line) for line in done.stdout.split()]))
    else:
        rows.append("docxtpl is not on this machine")
    office = shutil.which("soffice") or shutil.which("libreoffice")
    rows.append(f"LibreOffice: {office}" if office else "LibreOffice is not on this machine")
    return rows


def main() -> None:
    """Print the table."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--count", type=int, default=50)
    asked.add_argument("--peers")
    given = asked.parse_args()
    held, count = filings("ru"), given.count
    one = held["appeal_custody"]
    facts = everything(one)
    paper = fill(one, facts, TODAY)
    assert isinstance(paper, Paper)
    batch = [paper] * 20
    print(f"{'':<46}{'p50 ms':>9}{'p95 ms':>9}{'papers/s':>11}")
    print(row("facts to blocks", measured(lambda: fill(one, facts, TODAY), count)))
    print(row("blocks to a page", measured(lambda: html(paper), count)))
    print(row("blocks to PDF", measured(lambda: pdf(paper), count)))
    print(row("blocks to DOCX", measured(lambda: docx(paper), count)))
    few = max(3, count // 10)
    for form in ("pdf", "docx"):
        print(row(f"one {form} in a process", measured(lambda form=form: print_papers([paper], form), few)))
        print(
            row(
                f"20 {form} in a process",
                measured(lambda form=form: print_papers(batch, form), few),
                len(batch),
            )
        )
    lint = [(filing.template, filing.needs) for filing in held.values()]
    print(
        row(f"linter, {len(lint)} texts", measured(lambda: [faults(*each) for each in lint], few), len(lint))
    )
    print(
        row(
            "all files of the filings read",
            measured(lambda: read_filings(FOLDER / "ru", pack("ru")), few),
            len(lint),
        )
    )
    peers = given.peers or (sys.executable if importlib.util.find_spec("docxtpl") else None)
    print("\n".join(peer_rows(peers, paper, count)))


if __name__ == "__main__":
    main()
