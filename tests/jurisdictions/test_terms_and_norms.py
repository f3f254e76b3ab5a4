"""A date without its law is a rumour: no term stands in a plan's words without a row beside it."""

import re

from peredacha.jurisdictions.load import pack

RU = pack("ru")
TERM = re.compile(r"\d+\s*(?:час|сут|дн|день|мес|лет|год|кг)")


def test_a_stage_that_names_a_term_names_its_rows():
    named = [stage for stage in RU.guide.stages if TERM.search(stage.about["ru"])]

    assert len(named) >= 4
    assert [stage.id for stage in named if not stage.norms] == []


def test_a_step_that_names_a_term_names_its_rows_or_its_deadline():
    named = [
        step
        for step in RU.guide.steps
        if any(TERM.search(t["ru"]) for t in (step.what, step.why, step.missed) if t)
    ]

    assert len(named) > 50
    assert [step.id for step in named if not step.norms and not step.by] == []


def test_a_page_that_names_a_term_names_its_rows():
    for page in RU.pages.values():
        for section in page.sections:
            texts = [text["ru"] for text in (*section.text, *section.points)]
            stands_on = page.norms or section.norms
            assert stands_on or not any(TERM.search(text) for text in texts), (page.id, section.title)
