"""Measures papers: papers.py [--count N] [--peers PYTHON].

Fills and prints the appeal against custody: to blocks and to a page inside the server, to PDF and DOCX inside one
renderer, and both through a process of its own as the server does it. The linter runs over the whole pack. The peer
is docxtpl (with ``--peers``, a Python that has it) and LibreOffice for its PDF; what is not on the machine is told and
left out. Every time is of one process after a first warm run; p50 and p95 in milliseconds, and papers per second.
"""

import argparse
import importlib.util
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from tests.core.documents.world import TODAY, everything  # noqa: E402

from peredacha.core.documents import Paper, fill, html, plain  # noqa: E402
from peredacha.core.documents.linting import faults  # noqa: E402
from peredacha.core.documents.pdf import pdf  # noqa: E402
from peredacha.core.documents.word import docx  # noqa: E402
from peredacha.gateways.printing import print_papers  # noqa: E402
from peredacha.jurisdictions.filings import filings, read_filings  # noqa: E402
from peredacha.jurisdictions.load import FOLDER, pack  # noqa: E402

PEER = """
import io, json, re, sys, time
from docx import Document
from docxtpl import DocxTemplate
told = json.load(sys.stdin)
made = Document()
for line in told["lines"]:
    for name, words in told["facts"].items():
        line = line.replace(words, "{{ " + name + " }}")
    made.add_paragraph(line)
held = io.BytesIO(); made.save(held)
def letter():
    one = DocxTemplate(io.BytesIO(held.getvalue())); one.render(told["facts"]); out = io.BytesIO(); one.save(out)
    return out.getvalue()
says = [one.text for one in Document(io.BytesIO(letter())).paragraphs]
assert says == told["lines"], "the peer must write the same letter"
for turn in range(int(sys.argv[1])):
    begun = time.perf_counter(); body = letter(); print(time.perf_counter() - begun)
open(sys.argv[2], "wb").write(body)
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
    """docxtpl and LibreOffice with the words of this letter, where they are."""
    with tempfile.TemporaryDirectory() as name:
        letter = Path(name) / "letter.docx"
        rows = docxtpl_rows(python, paper, count, letter)
        if not letter.exists():
            letter.write_bytes(docx(paper))
        return rows + office_rows(letter, max(3, count // 10))


def docxtpl_rows(python: str | None, paper: Paper, count: int, letter: Path) -> list[str]:
    """The same letter by docxtpl: its lines with places for the names, filled; the last one is kept."""
    has = python and subprocess.run([python, "-c", "import docxtpl"], capture_output=True, check=False)
    if not python or not has or has.returncode:
        return ["docxtpl is not on this machine"]
    told = {
        "lines": [line for line in plain(paper).splitlines() if line.strip()],
        "facts": {"court": "Центрального районного суда", "person": "Лебедева Петра Ильича"},
    }
    done = subprocess.run(
        [python, "-c", PEER, str(count + 1), str(letter)],
        input=json.dumps(told), text=True, capture_output=True, check=True,
    )  # fmt: skip
    return [row("docxtpl, template to DOCX", [float(line) for line in done.stdout.split()][1:])]


def office_rows(letter: Path, few: int) -> list[str]:
    """LibreOffice prints a DOCX: one in a process, and twenty in one."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if not office:
        return ["LibreOffice is not on this machine"]
    batch = [letter, *(letter.with_name(f"{n}.docx") for n in range(19))]
    for one in batch[1:]:
        shutil.copy(letter, one)
    profile = f"-env:UserInstallation={(letter.parent / 'profile').as_uri()}"

    def prints(files: list[Path]) -> None:
        into = ["--convert-to", "pdf", "--outdir", str(letter.parent)]
        subprocess.run(
            [office, profile, "--headless", *into, *map(str, files)], check=True, capture_output=True
        )

    return [
        row("LibreOffice, one DOCX to PDF in a process", measured(lambda: prints([letter]), few)),
        row("LibreOffice, 20 DOCX to PDF in a process", measured(lambda: prints(batch), few), len(batch)),
    ]


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
