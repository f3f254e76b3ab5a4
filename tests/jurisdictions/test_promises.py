"""What the plan told Vera is in the paper that Larisa hands in."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.jurisdictions.keeping import facts, paper, readable

from peredacha.core.documents import Filing, Need
from peredacha.core.law.plan import Guide, Promise, StepRule
from peredacha.jurisdictions.filings import filings, read_filings
from peredacha.jurisdictions.load import FOLDER, pack
from peredacha.jurisdictions.promises import broken_promises, lost_papers
from peredacha.jurisdictions.reading import PackErrors

GUIDE, RUSSIAN = pack("ru").guide, filings("ru")
PROMISED = [
    pytest.param(step, promise, id=f"{step.id}-{promise.filing}")
    for step in GUIDE.steps
    for promise in step.papers
]
MARK = "сто семь белых журавлей"
OLGA = {"surname": "Журавлёва", "given": "Ольга", "patronymic": "Ивановна"}


def another(need: Need, told: Any) -> Any:
    """A fact of the same kind that nobody told."""
    match need.kind:
        case "person":
            return OLGA
        case "title":
            return "прокуратура Курской области"
        case "day":
            return "2026-02-07"
        case "number" | "money":
            return told + 100
        case "yes_no":
            return not told
        case "choice":
            return next(one.key for one in need.options if one.key != told)
        case "list":
            return [MARK]
        case _:
            return MARK


def every_paper(filing: Filing) -> Iterator[str]:
    """The paper with each answer of each choice."""
    yield readable(paper(filing))
    for need in filing.card.needs:
        for one in need.options:
            yield readable(paper(filing, **{need.name: one.key}))


def test_most_steps_that_speak_of_a_paper_name_it() -> None:
    assert len({step.id for step in GUIDE.steps if step.papers}) >= 70
    assert len({promise.filing for step in GUIDE.steps for promise in step.papers}) >= 40


@pytest.mark.parametrize(("step", "promise"), PROMISED)
def test_a_promised_paper_is_of_the_stage_and_holds_what_was_promised(
    step: StepRule, promise: Promise
) -> None:
    filing = RUSSIAN[promise.filing]

    assert set(step.stages) <= set(filing.card.stages)
    for name in promise.holds:
        fact = another(filing.needs[name], facts(filing)[name])
        said = readable(paper(filing, **{name: fact}))
        assert said != readable(paper(filing)), name
        if filing.needs[name].kind in ("line", "text", "list"):
            assert MARK in said.lower(), name
    for words in promise.says:
        assert any(words in said for said in every_paper(filing)), words


def broken(promise: Promise, folder: Path = FOLDER / "ru") -> list[tuple[str, int, str]]:
    """The errors of one step that promises only this."""
    step = replace(next(one for one in GUIDE.steps if one.id == "cell_complaint"), papers=(promise,))
    return [
        (one.file, one.line, one.says)
        for one in broken_promises(folder, Guide((), GUIDE.stages, (step,)), RUSSIAN)
    ]


def test_a_broken_promise_is_told_with_the_step_its_file_and_line() -> None:
    lines = (FOLDER / "ru" / "plan" / "cell.yaml").read_text("utf-8").splitlines()
    line = lines.index("- id: cell_complaint") + 1

    for promise, says in (
        (Promise("cell_complaints"), "there is no such filing"),
        (Promise("jury_request"), "is not for `cell`"),
        (Promise("cell_complaint", ("witness",)), "does not ask for it"),
    ):
        [(file, at, said)] = broken(promise)
        assert (file, at) == ("ru/plan/cell.yaml", line)
        assert "`cell_complaint` promises" in said and says in said
    assert not broken(Promise("cell_complaint", ("wrong",)))


def test_a_filing_that_was_taken_away_is_missed_and_one_with_a_slip_is_not(tmp_path: Path) -> None:
    shutil.copytree(FOLDER / "ru" / "filings", tmp_path / "ru" / "filings")
    for name in ("un_committee.yaml", "un_committee.txt", "whom_to_tell.txt", "whom_to_tell.yaml"):
        (tmp_path / "ru" / "filings" / name).unlink()
    (tmp_path / "ru" / "filings" / "cassation.txt").write_text("# А\n", "utf-8")

    with pytest.raises(PackErrors) as found:
        read_filings(tmp_path / "ru", pack("ru"))
    promises = [one.says for one in found.value.errors if "promises" in one.says]
    assert len(promises) == 1 and "`verdict_whom_to_tell` promises `whom_to_tell`" in promises[0]


def test_a_page_of_advice_names_only_filings_that_there_are(tmp_path: Path) -> None:
    refused = pack("ru").pages["refused"]
    named = {key for section in refused.sections for key in section.papers}
    assert len(named) >= 8 and named <= set(RUSSIAN)
    assert all(section.papers and section.norms for section in refused.sections)

    shutil.copytree(FOLDER / "ru" / "pages", tmp_path / "ru" / "pages")
    less = {key: one for key, one in RUSSIAN.items() if key != "read_the_file"}
    [lost] = lost_papers(tmp_path / "ru", {"refused": refused}, less)
    line = (FOLDER / "ru/pages/refused.yaml").read_text("utf-8").splitlines()[lost.line - 1]
    assert "read_the_file" in lost.says and "read_the_file" in line
    assert lost.file == "ru/pages/refused.yaml"
