"""Vera looks who can read and who has opened it: of herself the page says "You", of the helpers as before."""

import re

import pytest
from django.utils.translation import override
from tests.rooms.arrivals.test_merging import merges
from tests.rooms.desk.world import at, family, page
from tests.rooms.home.world import notes
from tests.rooms.matters.world import FamilyAtDoor, reception
from tests.rooms.people.world import Enrolled

pytestmark = pytest.mark.django_db
STRONG = re.compile(r"<strong>([^<]+)</strong>")


def names(text: str) -> tuple[list[str], list[str]]:
    """Who can read, and who has opened or changed it, as a page says it."""
    readers, _rest, traces = text.partition('id="readers-title"')[2].partition("<details")
    return STRONG.findall(readers), STRONG.findall(traces.partition("</section>")[0])


def hers(vera: FamilyAtDoor) -> tuple[list[str], list[str]]:
    """What stands on the family's own page."""
    return names(vera.client.get("/en/mine/").content.decode())


def theirs(helper: Enrolled, vera: FamilyAtDoor) -> tuple[list[str], list[str]]:
    """What stands on a helper's page."""
    return names(page(helper, "/en" + at(vera.matter, "history/")))


def test_she_reads_you_and_the_helpers_read_the_family() -> None:
    pavel, vera = reception(), family("Вера")
    vera.client.get("/mine/export/")

    readers, traces = hers(vera)
    assert sorted(readers) == ["The reception", "You"] and traces == ["You:", "You:"]
    readers, traces = theirs(pavel, vera)
    assert sorted(readers) == ["The family", "The reception"]
    assert sorted(set(traces)) == ["Pavel:", "The family:"]


def test_a_helper_whom_she_does_not_know_stays_a_helper() -> None:
    pavel, vera = reception(), family("Вера")
    page(pavel, at(vera.matter))

    assert hers(vera)[1] == ["A helper:", "You:"]


def test_what_she_takes_along_says_you_too() -> None:
    reception()
    vera = family("Вера")

    with override("ru"):
        text = notes(vera.client)

    told = text.rpartition("<h2>")[2]
    assert "Вы: " in told and "Семья" not in told


def test_two_families_that_became_one_are_one_line() -> None:
    pavel, mother, wife = reception(), family("Вера"), family("Ольга")

    merges(pavel, mother.matter, wife.matter)

    assert hers(mother)[0].count("You") == 1 and theirs(pavel, mother)[0].count("The family") == 1
