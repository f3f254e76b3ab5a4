"""What the guide promises is in the paper: a step that names a filing names one of its stage, with its facts.

A page of advice names filings that there are.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from peredacha.core.documents.card import Filing
from peredacha.core.law.land import Page
from peredacha.core.law.plan import Guide, Promise, StepRule
from peredacha.jurisdictions.reading import PackError


def broken_promises(folder: Path, guide: Guide, found: Mapping[str, Filing]) -> Iterator[PackError]:
    """An error for each promise of a step that no filing of ``found`` keeps.

    A filing that stands in ``folder`` and could not be read is not told again: its own errors are.
    """
    unread = {path.stem for path in (folder / "filings").glob("*.*")} - set(found)
    for step in guide.steps:
        for promise in step.papers:
            if promise.filing not in unread:
                for says in _faults(step, promise, found.get(promise.filing)):
                    yield PackError(*_place(folder, step.id), f"step `{step.id}` promises {says}")


def lost_papers(folder: Path, pages: Mapping[str, Page], found: Mapping[str, Filing]) -> Iterator[PackError]:
    """An error for each filing that a page of advice names and that is not among ``found``."""
    unread = {path.stem for path in (folder / "filings").glob("*.*")}
    for name, page in pages.items():
        path = folder / "pages" / f"{name}.yaml"
        named = [key for section in page.sections for key in section.papers]
        for key in named:
            if key not in found and key not in unread:
                lines = path.read_text("utf-8").splitlines()
                at = next((number for number, line in enumerate(lines, 1) if key in line), 1)
                says = f"there is no filing `{key}`: correct its key or write it"
                yield PackError(f"{folder.name}/pages/{path.name}", at, says)


def _faults(step: StepRule, promise: Promise, filing: Filing | None) -> Iterator[str]:
    if filing is None:
        yield f"`{promise.filing}`, and there is no such filing: correct its key or write it"
        return
    lost = [stage for stage in step.stages if stage not in filing.card.stages]
    if lost:
        yield f"`{promise.filing}`, which is not for `{', '.join(lost)}`: add it to its `stages`, or take it away"
    for name in promise.holds:
        if name not in filing.needs:
            yield f"`{name}` in `{promise.filing}`, and its card does not ask for it: add it to `needs`"


def _place(folder: Path, step: str) -> tuple[str, int]:
    """The file and the line in which a step begins; the first line of the plan where it is not found."""
    begins = re.compile(rf"-?\s*id:\s*[\"']?{re.escape(step)}[\"']?\s*$")
    for path in sorted((folder / "plan").glob("*.yaml")):
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            if begins.match(line.strip()):
                return f"{folder.name}/plan/{path.name}", number
    return f"{folder.name}/plan", 1
