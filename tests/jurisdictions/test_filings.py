"""Every filing of Russia: read, filled with all and with the least, the same on paper, in Word, on the page."""

import shutil
from dataclasses import fields, replace
from datetime import date
from pathlib import Path

import pytest
from tests.core.documents.world import (
    LARISA,
    SON,
    TODAY,
    bare,
    everything,
    made,
    the_least,
    words_of_docx,
    words_of_html,
    words_of_pdf,
)

from peredacha.core.documents import Card, CitedNorm, Need, Option, Paper, cover_note, fill, html, plain
from peredacha.core.documents.filters import FILTERS
from peredacha.core.documents.pdf import pdf
from peredacha.core.documents.word import docx
from peredacha.jurisdictions.filings import filings, read_filings
from peredacha.jurisdictions.load import FOLDER, lands, pack
from peredacha.jurisdictions.reading import PackErrors

RUSSIAN = filings("ru")
WAYS = [(key, told, option) for key in RUSSIAN for told in (everything, the_least) for option in (0, 1)]


def text(paper: Paper) -> str:
    return plain(paper).replace("\u00a0", " ").replace("\u2011", "-")


def test_there_are_filings_and_a_land_may_have_none() -> None:
    assert len(RUSSIAN) >= 6
    assert {"appeal_custody", "lawyer_acts", "keep_footage", "whereabouts_enquiry", "complaint_124"} <= set(
        RUSSIAN
    )
    assert not filings("example") and "example" in lands()


@pytest.mark.parametrize(("key", "told", "option"), WAYS)
def test_every_filing_becomes_a_paper_that_says_the_same_everywhere(
    key: str, told: object, option: int
) -> None:
    paper = made(RUSSIAN[key], told(RUSSIAN[key], option))  # type: ignore[operator]
    said = bare(plain(paper))

    assert len(said) > 300
    assert words_of_html(html(paper)) == said == words_of_docx(docx(paper))
    assert words_of_pdf(pdf(paper)) == said


@pytest.mark.parametrize("key", RUSSIAN)
def test_without_one_fact_exactly_that_fact_is_asked(key: str) -> None:
    whole = the_least(RUSSIAN[key])

    for name in whole:
        got = fill(RUSSIAN[key], {one: value for one, value in whole.items() if one != name}, TODAY)
        assert not isinstance(got, Paper) and [one.need.name for one in got] == [name]


@pytest.mark.parametrize("key", RUSSIAN)
@pytest.mark.parametrize("language", ["ru", "en"])
def test_what_nobody_confirmed_stands_on_the_cover_and_never_in_the_paper(key: str, language: str) -> None:
    filing = RUSSIAN[key]
    cover = plain(cover_note(filing, TODAY, language)).replace("\u00a0", " ")
    paper = text(made(filing, everything(filing)))
    doubts = [norm.norm for norm in filing.norms if not norm.confirmed]

    assert all(norm in cover.replace("\u2011", "-") for norm in doubts)
    assert "адвокат" not in paper or "провер" not in paper.partition("адвокат")[2][:20]
    assert "unconfirmed" not in paper and "A lawyer must check" not in paper


def test_larisas_appeal_names_the_court_the_order_and_the_three_days() -> None:
    paper = text(made(RUSSIAN["appeal_custody"], everything(RUSSIAN["appeal_custody"])))

    assert paper.startswith(
        "В Тверской областной суд\nчерез Центральный районный суд г. Твери\nот адвоката Орловой Ларисы"
    )
    assert "Постановлением Центрального районного суда г. Твери от 20 ноября 2026 г." in paper
    assert "руководствуясь ч. 11 ст. 108" in paper and paper.endswith("Адвокат\nОрлова Л. И.")
    assert RUSSIAN["appeal_custody"].card.deadline == "appeal_custody_order"


def test_the_appeal_of_a_woman_who_is_a_suspect_speaks_of_her() -> None:
    filing = RUSSIAN["appeal_custody"]
    told = {
        **everything(filing),
        "status": "suspect",
        "detained": {"surname": "Ким", "given": "Ольга", "patronymic": "Ивановна"},
    }

    paper = text(made(filing, told))

    assert "в защиту подозреваемой\nКим Ольги Ивановны" in paper and "вменяет ей" in paper
    assert SON["surname"] not in paper and LARISA["surname"] in paper


def test_a_changed_word_is_another_edition(tmp_path: Path) -> None:
    before, after = (read_filings(folder(tmp_path, name), pack("ru")) for name in ("a", "b"))
    change(
        tmp_path / "b" / "filings" / "visit_permission.txt", "Прошу разрешить", "Прошу немедленно разрешить"
    )
    changed = read_filings(tmp_path / "b", pack("ru"))

    assert before["visit_permission"].edition == after["visit_permission"].edition
    assert changed["visit_permission"].edition.hash != before["visit_permission"].edition.hash


APPEAL, NORM = "appeal_custody.yaml", '{norm: "УПК 97", from: unknown, confirmed: false}'
SLIPS = [
    ("visit_permission.yaml", "about:", "abuot:", "there is no key `abuot`"),
    (APPEAL, "deadline: appeal_custody_order", "deadline: appeal_custody", "there is no deadline"),
    (APPEAL, "row: PRE-14", "row: PRE-999", "there is no rule `PRE-999`"),
    (APPEAL, "row: PRE-14", "row: CRT-13", "held until 2023-01-08"),
    (APPEAL, NORM, '{norm: "УПК 97", confirmed: false}', "`from: 2002"),
    (APPEAL, NORM, '{norm: "УПК 97", from: unknown}', "`confirmed: false`"),
    (APPEAL, NORM, NORM.replace("УПК", "УХК"), "`УХК` is not in land.yaml"),
    (APPEAL, NORM, NORM.replace("false", "true"), "confirmed_by"),
    (APPEAL, "stages: [detention", "stages: [heaven", "there is no stage `heaven`"),
    (APPEAL, "kind: title", "kind: tittle", "`kind: tittle` is not known"),
    (APPEAL, 'en: "Appeal against a custody order"', 'en: ""', "`en` is empty"),
    (APPEAL, "counts_from: order_day", "counts_from: court", "`counts_from` names a need of the kind `day`"),
    ("visit_permission.yaml", "[no_answer]", "[no_anser]", "`no_anser` is no other filing"),
    ("appeal_custody.txt", "ст. 97 УПК РФ", "ст. 98 УПК РФ", "art. 98 УПК stands in the text"),
    ("appeal_custody.txt", "от {{ order_day | day }}", "от {{ order_dey | day }}", "`order_dey` is not asked"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "right", "wrong", "says"), SLIPS, ids=lambda one: one[:40])
def test_a_slip_of_the_pack_is_told_with_file_and_line(
    tmp_path: Path, file: str, right: str, wrong: str, says: str
) -> None:
    land = folder(tmp_path, "ru")
    line = change(land / "filings" / file, right, wrong)

    with pytest.raises(PackErrors) as found:
        read_filings(land, pack("ru"))
    mine = [one for one in found.value.errors if says in one.says]
    assert mine and mine[0].file == f"ru/filings/{file}"
    assert abs(mine[0].line - line) <= 1, (mine[0].line, line)


def test_every_error_of_every_file_comes_in_one_run(tmp_path: Path) -> None:
    land = folder(tmp_path, "ru")
    for file, right, wrong, _ in SLIPS[1:3]:
        change(land / "filings" / file, right, wrong)
    (land / "filings" / "lost.txt").write_text("# А\n", "utf-8")
    (land / "filings" / "keep_footage.txt").unlink()

    with pytest.raises(PackErrors) as found:
        read_filings(land, pack("ru"))
    assert {one.file for one in found.value.errors} == {
        *("ru/filings/appeal_custody.yaml", "ru/filings/lost.txt", "ru/filings/keep_footage.txt")
    }  # fmt: skip


def test_a_norm_that_ended_before_the_day_of_the_paper_is_told_on_the_cover() -> None:
    filing = RUSSIAN["visit_permission"]
    ended = replace(filing, norms=(replace(filing.norms[0], to=date(2026, 11, 21)),))

    assert "no longer held" in plain(cover_note(ended, TODAY, "en"))
    assert "no longer held" not in plain(cover_note(ended, date(2026, 11, 21), "en"))


def folder(tmp_path: Path, name: str) -> Path:
    """A copy of the filings of Russia that may be spoilt."""
    shutil.copytree(FOLDER / "ru" / "filings", tmp_path / name / "filings")
    return tmp_path / name


def change(path: Path, right: str, wrong: str) -> int:
    """Put ``wrong`` for the first ``right``; the line on which it stands."""
    written = path.read_text("utf-8")
    assert right in written
    path.write_text(written.replace(right, wrong, 1), "utf-8")
    return written[: written.index(right)].count("\n") + 1


def test_every_key_of_a_card_is_explained_to_a_lawyer() -> None:
    page = (Path(__file__).parents[2] / "docs" / "reference" / "filings.md").read_text("utf-8")
    keys = {one.name.rstrip("_") for shape in (Card, CitedNorm, Need, Option) for one in fields(shape)}

    assert len(keys) > 25
    assert not [name for name in sorted(keys) if f"`{name}`" not in page]
    assert not [name for name in FILTERS if name not in page]
