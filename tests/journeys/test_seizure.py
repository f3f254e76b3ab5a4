"""The seizure drill: everything that people told through the pages, searched for in every byte that the server wrote.

It grows with every field: whoever adds a page on which something personal is typed adds a marked value here.
"""

import sqlite3
from contextlib import closing

import pytest
from tests.journeys.about_errands import Carriers, tells_about_errands
from tests.journeys.about_the_case import tells_about_the_case
from tests.journeys.at_work import asks, comes_back, fills, goes_through_the_plan, signs_in, writes
from tests.journeys.conftest import Meet
from tests.journeys.markers import found_in
from tests.journeys.server import Site
from tests.journeys.test_nothing_kept import PUBLIC
from tests.journeys.vera import Vera

WORDS = "Забрали ночью СловаВеры7f3a91"
NAME = "ИмяВеры7f3a91"
ADDRESS = "vera-7f3a91@example.org"
SAFE_HOURS = "послеСеми7f3a91"
EXCLUDED = "КромеИгоря7f3a91"
ARTICLE = "158 ч. 2 СтатьяВеры7f3a91"
ANSWER = "ОтветПавла7f3a91"
AMONG_HELPERS = "МеждуСвоими7f3a91"
REPLY = "ЕщёСлово7f3a91"
PROMISE = "Позвоним7f3a91"
PAPER = "следователь Бумаги7f3a91"
MARKED = (WORDS, NAME, ADDRESS, SAFE_HOURS, EXCLUDED, ARTICLE, ANSWER, AMONG_HELPERS, REPLY, PROMISE, PAPER)


@pytest.fixture(scope="module")
def told(meet_for_long: Meet) -> list[str]:
    """Vera asks and comes back, Pavel reads and answers: everything through the pages. Gives what was typed."""
    vera = meet_for_long(javascript=False)
    goes_through_the_plan(vera, article=ARTICLE)
    code = asks(vera, WORDS, NAME, mail=ADDRESS, when_safe=SAFE_HOURS, excluded=EXCLUDED)
    pavel = meet_for_long(javascript=False)
    signs_in(pavel, "pavel")
    pavel.tap(pavel.page.get_by_role("link", name=NAME))
    assert WORDS in pavel.text()
    writes(pavel, ANSWER)
    pavel.taps_link("Helpers")
    writes(pavel, AMONG_HELPERS, "inner")
    vera.forgets()
    comes_back(vera, code)
    vera.page.get_by_text(ANSWER).wait_for()
    assert AMONG_HELPERS not in vera.text()
    writes(vera, REPLY)
    vera.page.get_by_text(REPLY).wait_for()
    begins_a_paper(vera)
    about_the_case = tells_about_the_case(vera)
    petya, nina = meet_for_long(javascript=False), meet_for_long(javascript=False)
    signs_in(petya, "petya", code=1)
    signs_in(nina, "nina")
    carried = tells_about_errands(Carriers(vera, pavel, petya, nina))
    return [*MARKED, *about_the_case, *carried, " ".join(code), " ".join(code[2:]), "очередь движется тихо"]


def begins_a_paper(vera: Vera) -> None:
    """Vera answers the first question of a paper; what she typed stands in it when she comes back to it."""
    vera.opens("/papers/")
    vera.taps_link("Make a paper")
    vera.tap(vera.page.locator("button[value=lawyer_acts]"))
    vera.taps_link("Begin")
    question = vera.at
    fills(vera, PAPER)
    vera.opens(question)
    assert vera.page.locator("[name=answer]").input_value() == PAPER


def test_no_byte_of_the_seized_disk_says_what_was_told(told: list[str], site: Site) -> None:
    printed = site.log  # the demo prints the passphrases of its invented helpers, and nothing else of theirs
    written = dict(site.written())
    found = [
        f"{words!r} in {path.name}"
        for path, body in written.items()
        for words in found_in(body, [one for one in told if path != printed or "тихо" not in one])
    ]

    assert any(PUBLIC.encode() in body for body in written.values()), "the search looks into the database"
    assert found == []


def salts_of(site: Site) -> set[bytes]:
    """Every salt as it stands in the file of salts."""
    with closing(sqlite3.connect(f"file:{site.salts}?mode=ro", uri=True)) as lite:
        return {bytes(salt) for (salt,) in lite.execute("SELECT salt FROM salts_salt")}


def test_what_a_family_erased_has_no_salt_in_any_byte_so_that_no_old_backup_opens(
    meet_for_long: Meet, site: Site
) -> None:
    vera = meet_for_long(javascript=False)
    goes_through_the_plan(vera)
    before = salts_of(site)
    asks(vera, "Забрали ночью", "Ещё одна Вера")
    hers = salts_of(site) - before
    assert len(hers) >= 2

    vera.opens("/mine/erase/")
    vera.presses("Erase everything now")
    vera.page.wait_for_url("**/mine/erased/")

    assert hers.isdisjoint(salts_of(site)) and before <= salts_of(site)
    assert [path.name for path, body in site.written() for salt in hers if salt in body] == []
