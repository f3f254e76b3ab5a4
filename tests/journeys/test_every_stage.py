"""Whatever happened, and however little the family knows: a plan comes, and it fits one sheet of paper."""

import re

import pytest
from django.conf import settings
from tests.journeys.conftest import Meet
from tests.journeys.vera import UNKNOWN, Vera, read_steps

from peredacha.jurisdictions.load import pack

PAGE_OF_PDF = re.compile(rb"/Type\s*/Page\b(?!s)")
STAGES = [(one.door, one.id) for one in pack("ru", settings.CHAPTER).guide.stages]
SAID = [pytest.param(door, stage, id=stage) for door, stage in STAGES]
SAID += [pytest.param(door, UNKNOWN, id=f"{door}-unknown") for door in ("detained", "inside")]
FORMS = ("/answers/", "/where/", "/letters/", "/plan/sheet/", "/plan/file/", "/plan/calendar/")


@pytest.fixture(scope="module")
def vera(meet_for_long: Meet) -> Vera:
    return meet_for_long("ru", javascript=False)


def test_both_doors_show_every_stage_of_the_way(vera: Vera) -> None:
    shown = set()

    for door in ("detained", "inside"):
        vera.goes_through(door)
        values = [radio.get_attribute("value") for radio in vera.page.get_by_role("radio").all()]
        shown |= {(door, value) for value in values if value != UNKNOWN}

    assert shown == set(STAGES)


@pytest.mark.parametrize(("door", "stage"), SAID)
def test_who_knows_only_what_happened_still_gets_a_plan(vera: Vera, door: str, stage: str) -> None:
    vera.forgets()
    vera.goes_through(door)
    vera.answers({"stage": stage})
    assert vera.at == "/answers/"
    vera.taps_link("Show the plan")
    assert vera.at == "/plan/"

    for language in ("en", "ru"):
        shows_a_whole_plan(vera, language)


def shows_a_whole_plan(vera: Vera, language: str) -> None:
    """The plan of these answers in a language, with its forms and the questions that led to it."""
    vera.language = language
    vera.opens("/plan/")
    assert len(read_steps(vera)) >= 3
    assert vera.page.get_by_text(vera.reads("What to do now"), exact=True).count() == 1
    todos = vera.page.get_by_role("region", name=vera.reads("Find out")).get_by_role("listitem")
    assert todos.count() == len(vera.not_known)

    for path in (*FORMS, *(f"/questions/{question}/" for question in vera.not_known)):
        answer = vera.page.request.get(f"{vera.site.address}{vera.path(path)}", max_redirects=0)
        assert answer.status == 200, path

    vera.opens("/plan/sheet/")
    pages = len(PAGE_OF_PDF.findall(vera.page.pdf(format="A4")))
    assert pages == 1, f"the sheet in “{language}” needs {pages} pages"
