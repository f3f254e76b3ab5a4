"""Every file of every land read and checked, and known answers run against the engine."""

import argparse
import sys
from pathlib import Path

from peredacha.config.commands.law.wrong import WrongWords
from peredacha.jurisdictions.aid import aid_papers
from peredacha.jurisdictions.cautions import cautions
from peredacha.jurisdictions.filings import filings
from peredacha.jurisdictions.known_answers import Verdict, verdicts
from peredacha.jurisdictions.letters import letter_law
from peredacha.jurisdictions.load import lands, pack
from peredacha.jurisdictions.parcels import parcel_law
from peredacha.jurisdictions.reading import PackErrors
from peredacha.jurisdictions.visits import visit_law


def check(given: argparse.Namespace) -> int:
    """Print every error of every file; 1 when there is one."""
    errors = 0
    for code in lands():
        try:
            land = pack(code)
            papers = filings(code)
            cautions(code)
            for more in (parcel_law, visit_law, letter_law, aid_papers):
                more(code)
        except PackErrors as found:
            errors += len(found.errors)
            print(found)
            continue
        print(
            f"{code}: {len(land.deadlines)} deadlines, {len(land.statements)} statements, "
            f"{len(land.guide.steps)} steps, {len(land.guide.questions)} questions, "
            f"{len(papers)} filings, {len(land.regions)} regions, {len(land.courts)} courts: no error"
        )
    return 1 if errors else 0


def test(given: argparse.Namespace) -> int:
    """Run the cases of every file; prints what failed, then ``N passed, N failed``."""
    found: list[Verdict] = []
    for name in given.files:
        path = Path(name)
        if not path.is_file():
            raise WrongWords([f"FILE: there is no file “{name}”: check its name."])
        found += verdicts(path, pack(land_for(path, given.jurisdiction)))
    failed = [one for one in found if not one.passed]
    for one in failed:
        print(one, file=sys.stderr)
    print(f"{len(found) - len(failed)} passed, {len(failed)} failed")
    return 1 if failed or not found else 0


def land_for(path: Path, named: str | None) -> str:
    """The land that was named, else the land in whose folder the file lies, else Russia."""
    if named:
        if named not in lands():
            raise WrongWords(
                [f"--jurisdiction: there is no land “{named}”; there are: {', '.join(lands())}."]
            )
        return named
    return next((part for part in reversed(path.resolve().parts) if part in lands()), "ru")
