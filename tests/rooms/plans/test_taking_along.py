"""Everything of a paper goes along with the family, and goes with the matter."""

import pytest
from django.utils import timezone
from tests.rooms.home.world import notes
from tests.rooms.matters.world import FamilyAtDoor, asks, file_of, keys
from tests.rooms.people.world import Enrolled
from tests.rooms.plans.world import begins, changes, last_paper, looks, makes, need_of, sends

from peredacha.rooms.arrivals.services.merging import merge, part
from peredacha.rooms.matters.services import erase_matter
from peredacha.rooms.plans.models import PaperRow
from peredacha.rooms.plans.services import read_binder

pytestmark = pytest.mark.django_db


def test_vera_takes_every_version_along(vera: FamilyAtDoor) -> None:
    paper = makes(vera)
    changes(vera, paper, "lawyer_address", answer="170100, г. Соснов, ул. Новая, д. 2")
    page = notes(vera.client).replace("\xa0", " ")

    assert "ул. Лесная" in page and "ул. Новая" in page
    assert page.count("АПЕЛЛЯЦИОННАЯ ЖАЛОБА") == 2


def test_a_paper_that_is_still_written_goes_along_too(vera: FamilyAtDoor) -> None:
    paper = begins(vera, "appeal_custody")
    first = vera.client.get(f"{paper}next/", follow=True)
    assert need_of(vera, first) == "lawyer_address"
    vera.client.post(first.request["PATH_INFO"], {"answer": "ул. Лесная, д. 1"})

    assert "ул. Лесная, д. 1" in notes(vera.client).replace("\xa0", " ")


def test_what_is_erased_leaves_no_row_of_a_paper(vera: FamilyAtDoor) -> None:
    makes(vera)
    assert PaperRow.objects.exists()
    erase_matter(vera.matter, today=timezone.localdate())

    assert not PaperRow.objects.exists()


def test_when_two_matters_become_one_the_papers_come_along_with_every_yes_and_part_again(
    vera: FamilyAtDoor, larisa: Enrolled, pavel: Enrolled
) -> None:
    paper = makes(vera)
    sends(vera, paper)
    looks(larisa, vera, paper, "approved")
    other, opener, now = asks(), keys(pavel), timezone.now()
    row = merge(
        keys=opener,
        kept=file_of(opener, other.matter),
        second=file_of(opener, vera.matter),
        one_family=True,
        now=now,
    )

    (moved,) = read_binder(file_of(opener, other.matter)).papers
    assert str(moved.id) in paper
    assert moved.state == "approved" and moved.approved is not None
    there = paper.replace(str(vera.matter.id), str(other.matter.id))
    assert other.client.get(there).status_code == 200
    part(keys=opener, kept=file_of(opener, other.matter), row=row, now=now)
    assert read_binder(file_of(opener, other.matter)).papers == ()
    assert last_paper(vera).state == "approved"
