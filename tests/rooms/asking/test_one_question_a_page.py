"""Vera asks for a person: one question a page, few pages, and nothing is sent before the last one."""

import re
from typing import Any

import pytest
from tests.people import Visitor, igor, vera
from tests.rooms.asking.world import ALONE, BY_MAIL, BY_PHONE, LAST, NAME, WORDS, answers_all, step_at
from tests.rooms.matters.world import reception

from peredacha.rooms.matters.models import Matter

pytestmark = pytest.mark.django_db
FIRST, STORY = "/ask/", "/ask/story/"


@pytest.fixture
def mother() -> Visitor:
    """Vera, at a site on which Pavel reads what comes."""
    reception()
    return vera()


def seen(visitor: Visitor, path: str) -> str:
    """A page that opens."""
    answer = visitor.opens(path)
    assert answer.status_code == 200, path
    return answer.content.decode()


def checked(visitor: Visitor, path: str) -> list[str]:
    """The options that are chosen on a page."""
    return [line for line in seen(visitor, path).splitlines() if "checked" in line]


def answers_up_to(visitor: Visitor, step: str, **given: Any) -> None:
    """Every question before this one."""
    path = FIRST
    while step_at(path) != step:
        path = visitor.sends(path, answer=given[step_at(path)]).url.removeprefix("/en")


def test_who_wants_no_contact_is_at_her_own_words_on_the_fourth_page_and_done_on_the_sixth(
    mother: Visitor,
) -> None:
    passed = answers_all(mother, **ALONE)

    assert [step_at(path) for path in passed] == ["needs", "danger", "reach", "story", "name"]


@pytest.mark.parametrize(
    ("told", "asked"),
    [
        (BY_PHONE, ["contact", "safe"]),
        ({**BY_PHONE, "reach": "messenger"}, ["contact", "safe"]),
        (BY_MAIL, ["contact", "notices"]),
    ],
)
def test_every_other_way_asks_only_what_belongs_to_it(
    mother: Visitor, told: dict[str, Any], asked: list[str]
) -> None:
    passed = [step_at(path) for path in answers_all(mother, **told)]

    assert passed == ["needs", "danger", "reach", *asked, "story", "name"]
    assert passed.index("story") + 1 <= 6, "her own words stand on the sixth page at the latest"


def test_nothing_is_kept_on_the_server_before_the_last_page(mother: Visitor) -> None:
    answers_all(mother, **BY_MAIL)
    seen(mother, LAST)

    assert not Matter.objects.exists()


@pytest.mark.parametrize(
    "step", ["danger", "reach", "contact", "safe", "notices", "story", "name", "readers", "send"]
)
def test_nobody_begins_in_the_middle(mother: Visitor, step: str) -> None:
    stranger = igor()

    assert stranger.opens(f"/ask/{step}/").url == FIRST
    assert stranger.sends(f"/ask/{step}/", answer="yes").url == FIRST
    mother.sends(FIRST, answer=["person"])
    assert step == "danger" or mother.opens(f"/ask/{step}/").url == "/ask/danger/"


def test_what_does_not_apply_is_not_there(mother: Visitor) -> None:
    answers_all(mother, **ALONE)

    assert [mother.opens(f"/ask/{step}/").url for step in ("contact", "safe", "notices")] == [LAST] * 3


def test_the_way_back_holds_what_was_given(mother: Visitor) -> None:
    answers_all(mother, **BY_PHONE, readers="")

    assert BY_PHONE["contact"] in seen(mother, "/ask/contact/")
    assert WORDS in seen(mother, STORY)
    assert ['value="phone"' in line for line in checked(mother, "/ask/reach/")] == [True]
    for step, before in (("danger", FIRST), ("story", "/ask/safe/"), ("readers", LAST), ("needs", "/plan/")):
        page = seen(mother, FIRST if step == "needs" else f"/ask/{step}/")
        assert f'class="back" href="{before}"' in page, step


def test_the_first_choices_cost_no_tap_and_danger_is_never_guessed(mother: Visitor) -> None:
    assert ['value="person"' in line for line in checked(mother, FIRST)] == [True]
    mother.sends(FIRST, answer=["person"])
    assert checked(mother, "/ask/danger/") == []
    mother.sends("/ask/danger/", answer="no")
    assert ['value="none"' in line for line in checked(mother, "/ask/reach/")] == [True]


@pytest.mark.parametrize(
    ("step", "typed"),
    [
        ("needs", []),
        ("needs", ["everything"]),
        ("danger", ""),
        ("reach", "pigeon"),
        ("contact", ""),
        ("contact", "vera.example.org"),
        ("contact", "v" * 201),
        ("notices", ""),
        ("name", "В" * 61),
        ("story", "Ж" * 2_001),
    ],
)
def test_a_wrong_answer_is_one_sentence_and_nothing_typed_is_lost(
    mother: Visitor, step: str, typed: Any
) -> None:
    answers_up_to(mother, step, **BY_MAIL)
    path = FIRST if step == "needs" else f"/ask/{step}/"

    answer = mother.sends(path, answer=typed)

    page = answer.content.decode()
    assert answer.status_code == 422 and page.count('role="alert"') == 1
    assert not isinstance(typed, str) or step in ("reach",) or typed in page


def test_a_story_too_long_for_the_browser_is_told_and_stays_on_the_page(mother: Visitor) -> None:
    dense = "".join(chr(0x4E00 + number * 7 % 20_000) for number in range(1_900))
    answers_up_to(mother, "story", **ALONE)

    answer = mother.sends(STORY, answer=dense)

    assert answer.status_code == 422 and dense in answer.content.decode()
    assert mother.sends(STORY, answer=WORDS).url == "/ask/name/"


def test_two_thousand_letters_of_a_mother_fit(mother: Visitor) -> None:
    told = (WORDS + " Адвокат по назначению не берёт трубку, у сына астма, ингалятор остался дома. ") * 30
    mother.goes_through("detained", "detention")

    answers_all(mother, **{**BY_PHONE, "story": told[:2_000]})

    assert told[:200] in seen(mother, LAST)


def test_another_way_takes_the_old_number_with_it(mother: Visitor) -> None:
    answers_all(mother, **BY_PHONE)

    mother.sends("/ask/reach/", answer="mail")

    assert BY_PHONE["contact"] not in seen(mother, "/ask/contact/")
    assert mother.opens(LAST).url == "/ask/contact/"


def test_how_far_it_is_is_told_as_it_is_known() -> None:
    reception()
    mother = vera("en")

    assert "Step 1 of 6 to 8" in seen(mother, FIRST)
    answers_up_to(mother, "contact", **BY_PHONE)
    assert "Step 4 of 8" in seen(mother, "/ask/contact/")
    mother.sends("/ask/reach/", answer="none")
    assert "Step 4 of 6" in seen(mother, STORY)
    mother.sends(STORY, answer="")
    mother.sends("/ask/name/", answer="")
    assert "Step 6 of 6" in seen(mother, LAST)


def test_the_last_page_shows_everything_what_becomes_of_it_and_a_way_to_change_each(mother: Visitor) -> None:
    answers_all(mother, **BY_MAIL)

    page = seen(mother, LAST)

    for said in (WORDS, NAME, BY_MAIL["contact"]):
        assert said in page
    assert 'class="promise"' in page
    for step in ("danger", "reach", "contact", "notices", "story", "name", "safe", "readers"):
        assert f'href="/ask/{step}/"' in page
    assert mother.sends("/ask/readers/", answer="Ольга из суда").url == LAST
    assert "Ольга из суда" in seen(mother, LAST)


def unfolded(page: str) -> str:
    """The words of the page that stand there without opening anything."""
    main = page.partition("<main")[2].partition(">")[2].partition("</main>")[0]
    return re.sub(r"<[^>]+>", " ", re.sub(r"<details.*?</details>", "", main, flags=re.DOTALL))


def test_the_last_page_is_short_and_what_must_be_known_stands_open() -> None:
    reception()
    mother = vera("en")
    answers_all(mother, **BY_MAIL)

    page = unfolded(seen(mother, LAST))

    assert all(said in page for said in (WORDS, NAME, BY_MAIL["contact"])), "what she typed can have a slip"
    assert all(said in page for said in ("We keep only", "is sealed", "can read it", "erased half a year"))
    assert len(page.split()) < 130, "a frightened person reads it to its end"


def test_what_she_may_say_besides_is_offered_until_it_is_said(mother: Visitor) -> None:
    answers_all(mother, **ALONE)
    assert seen(mother, LAST).count('href="/ask/readers/"') == 1
    assert 'href="/ask/readers/"' in seen(mother, LAST).partition('<ul class="links">')[2]

    mother.sends("/ask/readers/", answer="Ольга из суда")

    assert "Ольга из суда" in unfolded(seen(mother, LAST)) and '<ul class="links">' not in seen(mother, LAST)


def test_where_nobody_would_read_it_the_page_says_so() -> None:
    page = vera().opens(FIRST)

    assert page.status_code == 200 and "/advice/help/" in page.content.decode()
