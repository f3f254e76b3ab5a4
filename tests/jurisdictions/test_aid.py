"""Larisa reads the two papers about aid to a place: whole with all that can be told, and with the least."""

import pytest
from tests.core.documents.world import TODAY, everything, made, the_least

from peredacha.core.documents import cover_note, flaws, plain
from peredacha.jurisdictions.aid import OFFER, REFUSAL, aid_papers
from peredacha.jurisdictions.filings import filings

PAPERS = aid_papers("ru")
LINES = {
    "to": "Начальнику ФКУ ИК-6 УФСИН России по Тверской области",
    "place": "ФКУ ИК-6 УФСИН России по Тверской области",
    "giver": "инициативная группа «Передача»",
    "weight": "40 кг",
    "goods": ["чай чёрный, 40 шт., 4 кг", "мыло, 100 шт., 10 кг"],
    "signer": "Л. И. Орлова",
    "role": "координатор",
}
WAYS = [(key, told, option) for key in PAPERS for told in (everything, the_least) for option in range(4)]


def text(key: str, told: object, option: int, **more: object) -> str:
    facts = told(PAPERS[key], option)  # type: ignore[operator]
    known = {name: value for name, value in LINES.items() if name in facts}
    paper = made(PAPERS[key], facts | known | more)
    assert not flaws(paper)
    return plain(paper).replace("\u00a0", " ").replace("\u2011", "-")


def test_the_land_has_both_and_families_are_offered_neither() -> None:
    assert set(PAPERS) == {OFFER, REFUSAL}
    assert not set(PAPERS) & set(filings("ru"))
    assert aid_papers("example") == {}


@pytest.mark.parametrize(("key", "told", "option"), WAYS)
def test_each_stands_whole_with_every_answer(key: str, told: object, option: int) -> None:
    assert len(text(key, told, option)) > 800


def test_the_offer_names_goods_weight_and_no_prisoner() -> None:
    said = text(OFFER, everything, 1)

    assert "чай чёрный, 40 шт., 4 кг" in said and "Общий вес: 40 кг" in said
    assert "для больных" in said and "не адресованы отдельным лицам" in said
    assert "№ 188-р" in said and "ст. 582 ГК РФ" in said
    assert "detained" not in PAPERS[OFFER].needs


@pytest.mark.parametrize(
    ("what", "says"), [("written", "письменным отказом"), ("oral", "устно"), ("silent", "до сих пор нет")]
)
def test_the_complaint_says_what_the_place_answered(what: str, says: str) -> None:
    assert says in text(REFUSAL, the_least, 0, what=what)


def test_only_the_prosecutor_is_asked_for_measures_of_a_prosecutor() -> None:
    assert "прокурорского реагирования" in text(REFUSAL, the_least, 0, body="prosecutor")
    assert "прокур" not in text(REFUSAL, the_least, 0, body="territorial")


@pytest.mark.parametrize("key", PAPERS)
def test_what_no_lawyer_read_stands_on_the_cover_and_not_in_the_letter(key: str) -> None:
    filing = PAPERS[key]
    note = cover_note(filing, TODAY, "ru")

    assert [norm for norm in filing.norms if not norm.confirmed]
    assert "582" in plain(note)
    assert filing.card.answer == "answer_to_appeal"
