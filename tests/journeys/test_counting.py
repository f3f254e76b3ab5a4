"""Vera counts a term by herself: the answer stands above the form, with its law, and the address tells nothing."""

import re

import pytest
from tests.journeys.conftest import Meet
from tests.journeys.house import COUNTED, KINDS, visit
from tests.journeys.vera import Vera

DAY = re.compile(r"\b\d{1,2} \w+ 20\d\d\b")


@pytest.fixture(scope="module", params=["ru", "en"])
def vera(request: pytest.FixtureRequest, meet_for_long: Meet) -> Vera:
    return meet_for_long(request.param, javascript=False)


@pytest.mark.parametrize("name", COUNTED)
def test_an_answer_comes_with_its_law_and_its_address_tells_nothing(vera: Vera, name: str) -> None:
    kind = next(kind for kind in KINDS if kind.typed is COUNTED[name])

    visit(vera, kind)

    words = vera.text(vera.page.get_by_role("main"))
    assert vera.at == f"/calculators/{name}/"
    assert "УПК" in words or "УК" in words or "103-ФЗ" in words or "CPC" in words or "103-FZ" in words
    assert DAY.search(words) or name == "parcels"
    for field, value in kind.typed.items():
        assert vera.page.locator(f"main [name={field}][value='{value}']").count() >= 1, (
            "what she typed is gone"
        )


def test_three_hours_after_half_past_eleven_in_the_evening_are_tomorrow(vera: Vera) -> None:
    visit(vera, next(kind for kind in KINDS if kind.typed is COUNTED["deadline/detention_record"]))

    words = vera.text(vera.page.get_by_role("main"))

    assert "02:30" in words
    assert {"ru": "2 сентября 2025", "en": "2 September 2025"}[vera.language] in words
