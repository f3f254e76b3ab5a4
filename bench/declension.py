"""Measures who declines names rightly: declension.py [--peers PYTHON] [--keep] [--wrong PEER].

The list is tests/core/language/names.csv. Each peer runs in a process of its own, so that its memory can be told: ours
with the interpreter of the house, the others with that of ``--peers`` (by default .venv-bench). A peer that is not
installed is left out. ``--keep`` puts the table into docs/reference/declension.md, ``--wrong`` prints
the words that a peer has otherwise than the list.

What is right: a cell of the list may hold several answers, parted by ``/``. An ё that stands only in an ending
(Ковалём) may be written as е; an ё of the name itself must stay. A full name is right when all its words are, in all
six cases.
"""

import argparse
import csv
import json
import re
import resource
import subprocess
import sys
from collections.abc import Callable, Sequence
from itertools import takewhile
from pathlib import Path
from time import perf_counter

ROOT = Path(__file__).parents[1]
LIST = ROOT / "tests/core/language/names.csv"
PAGE = ROOT / "docs/reference/declension.md"
KEPT = re.compile(r"(?<=<!-- table -->\n).*?(?=<!-- end of table -->)", re.DOTALL)
CASES = ("nominative", "genitive", "dative", "accusative", "instrumental", "prepositional")
PARTS = ("surname", "given", "patronymic")
LAST = "Third list"
Declines = Callable[[str, str, str], Sequence[str]]
"""(part, word, gender) -> six forms."""


def prepared(name: str) -> None:
    """What a server holds anyway is not counted as more memory."""
    if name == "ours":
        import peredacha.core.language  # noqa: F401, PLC0415


def ours() -> Declines:
    from peredacha.core.language.russian import Gender, PersonName, decline_name  # noqa: PLC0415

    def decline(part: str, word: str, gender: str) -> Sequence[str]:
        name = decline_name(PersonName(**{part: word}, gender=Gender(gender)))
        return getattr(name, part).six

    return decline


def pymorphy3() -> Declines:
    import pymorphy3  # noqa: PLC0415

    analyser = pymorphy3.MorphAnalyzer()
    grammemes = {"surname": "Surn", "given": "Name", "patronymic": "Patr"}
    cases = ("nomn", "gent", "datv", "accs", "ablt", "loct")
    genders = {"m": ("masc", "ms-f", "GNdr"), "f": ("femn", "ms-f", "GNdr")}

    def one(part: str, word: str, gender: str) -> Sequence[str]:
        parses = [p for p in analyser.parse(word) if "nomn" in p.tag and "plur" not in p.tag]
        fits = [p for p in parses if any(mark in str(p.tag) for mark in genders[gender])]
        named = [p for p in fits if grammemes[part] in p.tag]
        others = parses if gender == "m" else []  # a woman called Гоголь keeps her name
        chosen = next(iter(named or fits or others), None)
        if chosen is None:
            return [word] * 6
        forms = [chosen.inflect({case}) for case in cases]
        return [word, *(capitals(word, form.word if form else word.lower()) for form in forms[1:])]

    return by_halves(one)


def pytrovich() -> Declines:
    from pytrovich.enums import Case, Gender, NamePart  # noqa: PLC0415
    from pytrovich.maker import PetrovichDeclinationMaker  # noqa: PLC0415

    maker = PetrovichDeclinationMaker()
    parts = dict(zip(PARTS, (NamePart.LASTNAME, NamePart.FIRSTNAME, NamePart.MIDDLENAME), strict=True))
    genders = {"m": Gender.MALE, "f": Gender.FEMALE}
    cases = (Case.GENITIVE, Case.DATIVE, Case.ACCUSATIVE, Case.INSTRUMENTAL, Case.PREPOSITIONAL)

    def decline(part: str, word: str, gender: str) -> Sequence[str]:
        return [word, *(maker.make(parts[part], genders[gender], case, word) for case in cases)]

    return decline


def petrovich() -> Declines:
    from petrovich.enums import Case, Gender  # noqa: PLC0415
    from petrovich.main import Petrovich  # noqa: PLC0415

    maker = Petrovich()
    methods = dict(zip(PARTS, (maker.lastname, maker.firstname, maker.middlename), strict=True))
    genders = {"m": Gender.MALE, "f": Gender.FEMALE}
    cases = (Case.GENITIVE, Case.DATIVE, Case.ACCUSATIVE, Case.INSTRUMENTAL, Case.PREPOSITIONAL)

    def decline(part: str, word: str, gender: str) -> Sequence[str]:
        return [word, *(methods[part](word, case, genders[gender]) for case in cases)]

    return decline


PEERS: dict[str, Callable[[], Declines]] = {
    "ours": ours,
    "pymorphy3": pymorphy3,
    "pytrovich": pytrovich,
    "petrovich": petrovich,
}


def by_halves(one: Declines) -> Declines:
    """A peer that knows single words only, for double names too."""

    def decline(part: str, word: str, gender: str) -> Sequence[str]:
        pieces = re.split(r"([-\s])", word)
        columns = [[piece] * 6 if piece in "- " else one(part, piece, gender) for piece in pieces]
        return ["".join(column[at] for column in columns) for at in range(6)]

    return decline


def capitals(word: str, form: str) -> str:
    """A form with the capital of the word."""
    return form.capitalize() if word[:1].isupper() else form


def same(pair: tuple[str, str]) -> bool:
    return pair[0] == pair[1]


def accepted(nominative: str, cell: str) -> set[str]:
    """Every right spelling of a cell."""
    answers = set(cell.split("/"))
    kept = {one: len(list(takewhile(same, zip(one, nominative, strict=False)))) for one in answers}
    return answers | {one[:at] + one[at:].replace("ё", "е") for one, at in kept.items()}


def measured(name: str) -> dict[str, object]:
    """The shares of one peer, with its time and memory, and the words that it has otherwise."""
    rows = list(csv.DictReader(LIST.open(encoding="utf-8")))
    prepared(name)
    before, started = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, perf_counter()
    decline = PEERS[name]()
    decline("surname", "Иванов", "m")
    loaded, started = perf_counter() - started, perf_counter()
    right: dict[str, int] = dict.fromkeys(("names", "words", "last", "last_rows"), 0)
    words, wrong = 0, []
    for row in rows:
        bad = 0
        written = row["nominative"].split(" | ")
        for at, (part, word) in enumerate(zip(PARTS, written, strict=False)):
            forms = decline(part, word, row["gender"])
            cells = [row[case].split(" | ")[at] for case in CASES]
            if all(form in accepted(word, cell) for form, cell in zip(forms, cells, strict=True)):
                right["words"] += 1
            else:
                bad += 1
                wrong.append((row["gender"], *forms, "!=", *cells[1:]))
            words += 1
        right["names"] += not bad
        right["last_rows"] += row["group"].startswith(LAST)
        right["last"] += not bad and row["group"].startswith(LAST)
    took = perf_counter() - started
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return {
        "names": right["names"] / len(rows),
        "words": right["words"] / words,
        "last": right["last"] / right["last_rows"],
        "rows": len(rows),
        "word_rows": words,
        "us": took / words * 1e6,
        "ms": loaded * 1000,
        "mb": (after - before) / 1024,
        "wrong": sorted(set(wrong)),
    }


def line(name: str, found: dict[str, float]) -> str:
    shares = " | ".join(f"{found[key]:.1%}" for key in ("names", "words", "last"))
    return f"| {name} | {shares} | {found['us']:.0f} | {found['ms']:.0f} | {found['mb']:.1f} |"


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--keep", action="store_true")
    arguments.add_argument("--wrong", choices=PEERS)
    arguments.add_argument("--one", choices=PEERS)
    arguments.add_argument("--peers", default=str(ROOT / ".venv-bench/bin/python"))
    chosen = arguments.parse_args()
    if chosen.one:
        print(json.dumps(measured(chosen.one)))
        return
    found = {}
    for name in PEERS:
        done = subprocess.run(
            [chosen.peers if name != "ours" else sys.executable, __file__, "--one", name],
            capture_output=True,
            text=True,
            check=False,
            env={"PYTHONPATH": str(ROOT / "src")},
        )
        if done.returncode == 0:
            found[name] = json.loads(done.stdout)
        else:
            print(f"{name} is left out: {done.stderr.strip().splitlines()[-1]}", file=sys.stderr)
    if chosen.wrong:
        print("\n".join(" ".join(one) for one in found[chosen.wrong]["wrong"]))
        return
    table = "\n".join(
        (
            "| who | full names right | words right | names of the third list | µs a word | ms to load | MB more |",
            "|---|---|---|---|---|---|---|",
            *(line(name, one) for name, one in found.items()),
        )
    )
    print(table)
    if chosen.keep:
        PAGE.write_text(KEPT.sub(lambda _: table + "\n", PAGE.read_text("utf-8")), "utf-8")


if __name__ == "__main__":
    main()
