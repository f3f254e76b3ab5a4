"""Courts from a table: ``court_code,name,region_code,region,level,website``."""

import csv
from pathlib import Path

from peredacha.core.law.land import Court
from peredacha.jurisdictions.reading import Files, PackError

COLUMNS = ("court_code", "name", "region_code", "region", "level", "website")
LEVELS = {"regional": 0, "district_or_city": 1}


def read_courts(path: Path, files: Files) -> tuple[Court, ...]:
    """The courts of a table, the regional ones first, then by name; wrong rows become errors."""
    if not path.exists():
        return ()
    name = str(path.relative_to(files.folder.parent))
    with path.open(encoding="utf-8-sig", newline="") as table:
        reader = csv.DictReader(table)
        if tuple(reader.fieldnames or ()) != COLUMNS:
            files.errors.append(PackError(name, 1, f"the columns must be {','.join(COLUMNS)}"))
            return ()
        courts = []
        for line, row in enumerate(reader, 2):
            if not (row["court_code"] and row["name"] and row["region_code"]):
                files.errors.append(
                    PackError(name, line, "a court needs a code, a name and a region: fill them in")
                )
                continue
            courts.append(
                Court(row["court_code"], row["name"], row["region_code"], row["level"], row["website"] or "")
            )
    return tuple(sorted(courts, key=lambda one: (one.region, LEVELS.get(one.level, 2), one.name)))
