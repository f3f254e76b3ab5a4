"""Time served and parole, through their pages, with the known answers."""

import re
from collections.abc import Callable
from typing import Any

import pytest

Asks = Callable[..., Any]
Day = Callable[[str, str], dict[str, str]]
Typed = dict[str, str]

E6 = {"length_0": "3", "kind_1": "custody", "category": "grave"}


@pytest.fixture
def three_years(day: Day) -> dict[str, str]:
    """Taken on 4 March 2024, sentenced to three years, in force on 3 February 2025; custody all the time."""
    return {
        **E6,
        **day("in_force_on", "2025-02-03"),
        **day("from_1", "2024-03-04"),
        **day("on", "2025-03-01"),
    }


@pytest.mark.parametrize(
    ("regime", "release", "credit"),
    [
        ("general", "16 September 2026 (Wed)", "504 days"),
        ("settlement", "1 April 2026 (Wed)", "672 days"),
        ("strict", "3 March 2027 (Wed)", "336 days"),
    ],
)
def test_the_regime_decides_what_a_day_in_custody_is_worth(
    asks: Asks, three_years: Typed, regime: str, release: str, credit: str
) -> None:
    page = asks("served", {**three_years, "regime": regime})

    assert page.status == 200
    assert f"Release {release}" in page.answer
    assert f"Days credited from before {credit}" in page.answer


def test_the_same_in_russian(asks: Asks, three_years: Typed) -> None:
    page = asks("served", {**three_years, "regime": "general"}, "ru")

    assert "16 сентября 2026 (ср)" in page.answer
    assert "16 марта 2025 (вс)" in page.answer


def test_a_last_day_that_is_written_counts_like_one_left_empty(
    asks: Asks, day: Day, three_years: Typed
) -> None:
    left_empty = asks("served", {**three_years, "regime": "general"})

    written = asks("served", {**three_years, "regime": "general", **day("to_1", "2025-02-02")})

    assert "Release 16 September 2026 (Wed)" in written.answer
    assert (
        written.answer.partition("How it was reached")[0]
        == left_empty.answer.partition("How it was reached")[0]
    )


@pytest.mark.parametrize(
    ("start", "release"),
    [("2023-05-10", "8 May 2026 (Fri)"), ("2023-01-06", "30 December 2025 (Tue)")],
)
def test_release_moves_back_before_days_off(asks: Asks, day: Day, start: str, release: str) -> None:
    page = asks("served", {"length_0": "3", "regime": "strict", **day("counted_from", start)})

    assert f"Release {release}" in page.answer
    assert "falls on a day off" in page.answer


def test_house_arrest_after_the_reform_is_worth_half_a_day(asks: Asks, day: Day) -> None:
    typed = {"length_0": "2", "regime": "general", "kind_1": "house_arrest", "category": "medium"}
    days = {
        **day("in_force_on", "2024-01-10"),
        **day("from_1", "2023-10-02"),
        **day("crime_on", "2023-01-01"),
    }

    page = asks("served", {**typed, **days})

    assert "Days credited from before 50 days" in page.answer


def test_an_attempt_is_counted_by_the_article_that_was_attempted(asks: Asks, three_years: Typed) -> None:
    page = asks(
        "served", {**three_years, "regime": "general", "articles": "ч. 3 ст. 30 – п. «г» ч. 4 ст. 228.1"}
    )

    assert "Days credited from before 336 days" in page.answer


def test_what_remains_is_told_in_years_months_and_days(asks: Asks, day: Day) -> None:
    typed = {
        "length_0": "5",
        "regime": "general",
        **day("counted_from", "2012-11-23"),
        **day("on", "2015-08-25"),
    }

    page = asks("served", typed)

    assert "Left after 25 August 2015 (Tue) 2 years 2 months 28 days" in page.answer


def test_credit_over_the_whole_sentence_frees_him(asks: Asks, day: Day) -> None:
    typed = {"length_1": "6", "regime": "settlement", "kind_1": "custody"}
    days = {**day("in_force_on", "2025-02-03"), **day("from_1", "2024-03-04")}

    page = asks("served", {**typed, **days})

    assert "the court frees him from serving it" in page.answer


def test_a_life_sentence_has_no_last_day(asks: Asks, day: Day) -> None:
    page = asks("served", {"life": "on", "regime": "special", **day("in_force_on", "2025-02-03")})

    assert "There is no last day: the sentence is for life" in page.answer


def test_every_answer_says_who_counts_in_the_end_and_that_no_lawyer_confirmed_it(
    asks: Asks, three_years: Typed
) -> None:
    page = asks("served", {**three_years, "regime": "general"})

    assert "special registry department" in page.answer
    assert "Not yet confirmed by a lawyer" in page.answer
    assert "[art. 72(3.1)" in page.answer


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"length_0": ""}, "Write the length of the sentence"),
        ({"length_0": "five"}, "Write years, months and days as whole numbers"),
        ({"length_0": "900"}, "longer than any court can give"),
        (
            {"in_force_on_0": "", "in_force_on_1": "", "in_force_on_2": ""},
            "Write the day the sentence came into force",
        ),
        ({"kind_1": ""}, "Choose how he was held"),
        ({"from_1_0": "", "from_1_1": "", "from_1_2": ""}, "Write the first day of this stretch."),
        ({"to_1_0": "1", "to_1_1": "1", "to_1_2": "2024"}, "The last day lies before the first one."),
        ({"to_1_0": "1", "to_1_1": "1", "to_1_2": ""}, "as numbers"),
        ({"articles": "кража"}, "Write the number of the article"),
        ({"articles": "228," * 60}, "This is too long"),
        ({"kind_3": "colony", "from_3_0": "1", "from_3_1": "3", "from_3_2": "2026"}, "Write the last day"),
    ],
)
def test_a_wrong_row_gets_one_sentence_and_nothing_typed_is_lost(
    asks: Asks, three_years: Typed, wrong: Typed, sentence: str
) -> None:
    typed = {**three_years, "articles": "291.1", **wrong}

    page = asks("served", typed)

    assert page.status == 422
    assert page.answer.count(sentence) == 1
    for name, text in typed.items():
        chosen = " selected" if name.startswith(("kind", "regime")) else ""
        assert not text or re.search(
            rf'name="{name}"[^>]* value="{re.escape(text)}"|value="{re.escape(text)}"{chosen}', page.form
        )
    assert re.search(r'value="grave"[^>]* checked', page.form)


def test_an_open_line_stays_open_when_it_was_used(asks: Asks, day: Day, three_years: Typed) -> None:
    typed = {
        **three_years,
        "kind_2": "house_arrest",
        **day("from_2", "2024-02-01"),
        **day("to_2", "2024-03-03"),
    }

    page = asks("served", typed)

    assert '<details class="more" open>' in page.form


def test_parole_after_half_of_the_term(asks: Asks, day: Day) -> None:
    typed = {"length_0": "3", "regime": "general", "category": "grave"}
    days = {**day("in_force_on", "2025-02-03"), **day("custody_from", "2024-03-04")}

    page = asks("parole", {**typed, **days})

    assert "The first day to ask for parole 16 March 2025 (Sun)" in page.answer
    assert "the request can be handed in" in page.answer


def test_parole_when_the_term_runs_from_the_arrest(asks: Asks, day: Day) -> None:
    typed = {"length_0": "2", "regime": "general", "category": "grave", **day("counted_from", "2012-03-03")}

    page = asks("parole", typed)

    assert "The first day to ask for parole 2 March 2013 (Sat)" in page.answer


def test_an_unknown_gravity_gives_a_range_and_asks_to_look_it_up(asks: Asks, day: Day) -> None:
    typed = {"length_0": "9", "regime": "strict", "category": "?", **day("in_force_on", "2026-02-03")}

    page = asks("parole", typed)

    assert "between 2 February 2029 (Fri) and" in page.answer
    assert "Nobody said how grave the crime is" in page.answer


def test_the_age_of_the_victim_and_of_the_person_decide_the_share(asks: Asks, day: Day) -> None:
    typed = {"length_0": "10", "regime": "strict", "category": "especially_grave", "articles": "131 ч. 4"}
    start = day("in_force_on", "2026-02-03")

    child = asks("parole", {**typed, **start, "victim": "child"})
    young = asks("parole", {**typed, **start, "articles": "105 ч. 1", "juvenile": "on"})

    assert "The first day to ask for parole 2 February 2034 (Thu)" in child.answer
    assert "2/3" in young.answer


def test_custody_after_the_term_began_is_refused_in_one_sentence(asks: Asks, day: Day) -> None:
    typed = {"length_0": "2", **day("in_force_on", "2025-02-03"), **day("custody_from", "2025-02-04")}

    page = asks("parole", typed)

    assert page.status == 422
    assert page.answer.count("This day is later than the first day of the term.") == 1
