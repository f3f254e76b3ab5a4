"""Larisa reads every paper as plain text; a word that changes is a line of a diff."""

import pytest
from tests.jurisdictions.keeping import FOLDER, TOLD, facts, kept, paper, readable

from peredacha.core.documents import flaws
from peredacha.jurisdictions.filings import filings

RUSSIAN = filings("ru")
EITHER = {"un_committee": {"no_consent", "other"}}
"""Facts that another fact makes needless: with his consent nobody says why there is none."""


def test_every_filing_and_no_other_has_a_kept_text() -> None:
    assert len(RUSSIAN) >= 30
    assert {one.stem for one in FOLDER.glob("*.txt")} == set(RUSSIAN)
    assert set(TOLD) - {"all"} == set(RUSSIAN)


@pytest.mark.parametrize("key", RUSSIAN)
def test_with_everything_told_it_is_whole_and_says_what_larisa_read(key: str) -> None:
    filing = RUSSIAN[key]
    made = paper(filing)

    assert set(filing.needs) - set(facts(filing)) <= EITHER.get(key, set())
    assert not flaws(made)
    assert readable(made) == kept(key).read_text("utf-8")


@pytest.mark.parametrize("key", RUSSIAN)
def test_it_stands_whole_with_every_answer_of_every_choice(key: str) -> None:
    filing = RUSSIAN[key]
    choices = [
        (need.name, answer)
        for need in filing.card.needs
        for answer in (*(one.key for one in need.options), *((True, False) if need.kind == "yes_no" else ()))
    ]

    assert not [(name, answer) for name, answer in choices if flaws(paper(filing, **{name: answer}))]


@pytest.mark.parametrize("key", RUSSIAN)
def test_a_woman_is_spoken_of_as_a_woman(key: str) -> None:
    filing = RUSSIAN[key]
    if "detained" not in filing.needs:
        return
    olga = {"surname": "Ким", "given": "Ольга", "patronymic": "Ивановна"}
    speaks = {"role": "мать"} if "role" in filing.needs else {}
    said = readable(paper(filing, detained=olga, **speaks))

    assert "Ким" in said and "Лебедев П" not in said
    wrong = (
        "осуждённого\n",
        "подсудимого\n",
        "он направлен",
        "я признан виновным",
        "Осуждённый\n",
        "согласенна",
    )
    assert not [word for word in wrong if word in said]
