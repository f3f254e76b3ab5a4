"""What a chapter adds to its land: a region of its own and that region's courts."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from peredacha.core.law.land import Land, Region
from peredacha.jurisdictions.courts import read_courts
from peredacha.jurisdictions.reading import Files, PackErrors


def with_chapter(land: Land, folder: Path) -> Land:
    """``land`` with the region of the chapter in ``folder`` first, and its courts.

    Raises PackErrors when ``chapter.yaml`` or the courts' table are wrong.
    """
    files = Files(folder)
    document = files.read(folder / "chapter.yaml")
    courts = read_courts(folder / "courts.csv", files)
    if files.errors or document is None:
        raise PackErrors(files.errors)
    region = chapter_region(document.values)
    return replace(
        land,
        regions={region.code: region, **land.regions},
        courts=(*courts, *land.courts),
    )


def chapter_region(values: dict[str, Any]) -> Region:
    """The region that ``chapter.yaml`` states."""
    region = values["region"]
    zones = region.get("zones") or [region["zone"]]
    return Region(region["code"], region["name"], tuple(zones), str(region.get("courts", "00")))
