"""Larisa the lawyer reads papers: the nearest deadline first, on what changed; her yes holds for those words alone."""

import re

import pytest
from django.utils import timezone
from tests.rooms.desk.world import lets_in
from tests.rooms.matters.world import FamilyAtDoor, file_of, keys
from tests.rooms.people.world import Enrolled, enrol
from tests.rooms.plans.world import changes, last_paper, looks, makes, said, sends, text_of, vera_asks

from peredacha.core.documents import changes as changes_between
from peredacha.core.documents import plain
from peredacha.core.facts import Hearing
from peredacha.rooms.conversations.models import Notice
from peredacha.rooms.conversations.services import Box, change_wish
from peredacha.rooms.plans.models import PaperRow
from peredacha.rooms.plans.services import (
    ChangedMeanwhile,
    changes_since_look,
    last_day,
    read_binder,
    take_step,
)
from peredacha.rooms.vault.services import read_row, rewrite_row

pytestmark = pytest.mark.django_db
NEW_ADDRESS = "170100, г. Соснов, ул. Новая, д. 2"


def queue(larisa: Enrolled) -> str:
    answer = larisa.client.get("/papers/review/")
    assert answer.status_code == 200
    return str(answer.content.decode())


def test_a_paper_that_was_sent_waits_in_the_queue_until_it_was_looked_at(
    vera: FamilyAtDoor, larisa: Enrolled
) -> None:
    paper = makes(vera)
    assert paper not in queue(larisa)

    sends(vera, paper)
    assert f"{paper}look/" in queue(larisa)

    assert looks(larisa, vera, paper, "approved").status_code == 302
    assert paper not in queue(larisa)
    assert last_paper(vera).state == "approved"


def test_the_nearest_deadline_stands_first(pavel: Enrolled, vera: FamilyAtDoor, larisa: Enrolled) -> None:
    soon = vera_asks(Hearing(at="2026-11-21T10:00", court="Приречный районный суд г. Соснова"))
    sooner = vera_asks(Hearing(at="2026-11-10T10:00"))
    addresses = []
    for family in (soon, vera, sooner):
        if family is not vera:
            lets_in(pavel, larisa, family.matter)
        addresses.append(makes(family))
        sends(family, addresses[-1])
    page = queue(larisa)
    days = [last_day(last) for one in (soon, vera, sooner) if (last := last_paper(one).last)]

    assert all(days) and len(set(days)) > 1
    ordered = [at for _day, at in sorted(zip(days, addresses, strict=True), key=lambda one: str(one[0]))]
    assert sorted(ordered, key=page.index) == ordered


def test_from_the_second_round_on_only_what_changed_is_read(vera: FamilyAtDoor, larisa: Enrolled) -> None:
    paper = makes(vera)
    sends(vera, paper)
    assert "<ins>" not in larisa.client.get(f"{paper}look/").content.decode()
    looks(larisa, vera, paper, "comment", "Адрес другой: ул. Новая.")

    assert "Адрес другой" in text_of(vera, paper)
    changes(vera, paper, "lawyer_address", answer=NEW_ADDRESS)
    sends(vera, paper)
    page = larisa.client.get(f"{paper}look/").content.decode()

    gone = re.findall(r"<del>.*?</span>(.*?)<span", page)
    new = re.findall(r"<ins>.*?</span>(.*?)<span", page)
    assert "Лесная" in "".join(gone) and "Новая" in "".join(new)
    assert "Кузнецов" not in "".join(gone + new)


def test_the_lines_of_a_diff_are_the_lines_of_the_paper(vera: FamilyAtDoor, larisa: Enrolled) -> None:
    paper = makes(vera)
    sends(vera, paper)
    looks(larisa, vera, paper, "approved")
    changes(vera, paper, "lawyer_address", answer=NEW_ADDRESS)
    changes(vera, paper, "home", answer="г. Соснов, ул. Мира, д. 5")
    one = last_paper(vera)
    assert one.last
    lines = changes_between(one.versions[0].paper, one.last.paper)
    assert len(changes_since_look(one)) < len(lines)

    after = "\n".join("".join(piece.text for piece in line if piece.kind != "gone") for line in lines)
    before = "\n".join("".join(piece.text for piece in line if piece.kind != "new") for line in lines)
    assert [line.strip() for line in after.splitlines() if line.strip()] == plain(one.last.paper).splitlines()
    assert "".join(before.split()) == "".join(plain(one.versions[0].paper).split())


def test_a_remark_needs_words(vera: FamilyAtDoor, larisa: Enrolled) -> None:
    paper = makes(vera)
    sends(vera, paper)

    assert looks(larisa, vera, paper, "comment").status_code == 422
    assert last_paper(vera).state == "sent"


def test_whatever_changes_after_the_yes_is_not_approved(vera: FamilyAtDoor, larisa: Enrolled) -> None:
    paper = makes(vera)
    sends(vera, paper)
    looks(larisa, vera, paper, "approved")
    yes = said("The lawyer approved exactly this version. Any change takes the approval away.")
    assert yes in text_of(vera, paper)

    changes(vera, paper, "lawyer_address", answer=NEW_ADDRESS)
    assert last_paper(vera).approved is None
    assert last_paper(vera).state == "made"
    assert yes not in text_of(vera, paper)

    changes(vera, paper, "lawyer_address", answer="170100, г. Соснов, ул. Лесная, д. 1")
    assert last_paper(vera).approved is None


def test_a_version_rewritten_behind_the_yes_is_not_approved(vera: FamilyAtDoor, larisa: Enrolled) -> None:
    paper = makes(vera)
    sends(vera, paper)
    looks(larisa, vera, paper, "approved")
    assert last_paper(vera).approved is not None

    safe = file_of(vera.keys, vera.matter).safe
    for row in PaperRow.objects.all():
        content = read_row(row, safe).content or {}
        if content["kind"] == "version":
            content["recipe"]["facts"]["article"] = "ч. 2 ст. 318 УК РФ"
            rewrite_row(row, safe, content)

    assert last_paper(vera).approved is None
    assert last_paper(vera).state == "sent"


def test_a_text_of_the_land_rewritten_behind_the_yes_is_not_approved(
    vera: FamilyAtDoor, larisa: Enrolled
) -> None:
    paper = makes(vera)
    sends(vera, paper)
    looks(larisa, vera, paper, "approved")

    safe = file_of(vera.keys, vera.matter).safe
    for row in PaperRow.objects.all():
        content = read_row(row, safe).content or {}
        if content["kind"] == "edition":
            told = content["filing"]["template"]
            content["filing"]["template"] = told.replace("защита не согласна", "защита согласна")
            rewrite_row(row, safe, content)

    assert "защита согласна" in text_of(vera, paper)
    assert last_paper(vera).approved is None


def test_a_yes_to_a_version_that_was_changed_meanwhile_is_not_taken(
    vera: FamilyAtDoor, larisa: Enrolled
) -> None:
    paper = makes(vera)
    sends(vera, paper)
    seen = last_paper(vera).last
    assert seen
    changes(vera, paper, "lawyer_address", answer=NEW_ADDRESS)
    sends(vera, paper)
    answer = larisa.client.post(f"{paper}look/", {"digest": seen.digest, "step": "approved"})

    assert answer.status_code == 409
    assert last_paper(vera).approved is None
    with pytest.raises(ChangedMeanwhile):
        take_step(
            keys=keys(larisa),
            file=file_of(keys(larisa), vera.matter),
            paper=last_paper(vera),
            step="approved",
            digest=seen.digest,
            now=timezone.now(),
        )


@pytest.mark.parametrize("who", ["vera", "anna", "pavel"])
def test_only_a_lawyer_says_yes(vera: FamilyAtDoor, larisa: Enrolled, pavel: Enrolled, who: str) -> None:
    anna = enrol("Anna")
    lets_in(pavel, anna, vera.matter)
    paper = makes(vera)
    sends(vera, paper)
    last = last_paper(vera).last
    assert last
    client = {"vera": vera.client, "anna": anna.client, "pavel": pavel.client}[who]
    answer = client.post(f"{paper}look/", {"digest": last.digest, "step": "approved"})

    assert answer.status_code in (403, 404)
    assert last_paper(vera).state == "sent"


def test_the_queue_is_there_for_lawyers_alone(pavel: Enrolled, larisa: Enrolled) -> None:
    assert pavel.client.get("/papers/review/").status_code == 404
    assert larisa.client.get("/papers/review/").status_code == 200


def test_who_no_longer_may_read_no_longer_finds_the_paper(pavel: Enrolled, vera: FamilyAtDoor) -> None:
    paper = makes(vera)
    sends(vera, paper)
    ksenia = enrol("Ksenia", ("lawyer",))

    assert paper not in queue(ksenia)
    assert ksenia.client.get(f"{paper}look/").status_code == 404
    assert ksenia.client.get(paper).status_code == 404


def test_without_a_lawyer_the_page_says_whom_to_ask(vera: FamilyAtDoor) -> None:
    page = text_of(vera, makes(vera))

    assert said("No lawyer can read this matter yet. Ask your helper to show it to one.") in page
    assert read_binder(file_of(vera.keys, vera.matter)).papers[0].state == "made"


def test_larisa_hears_that_there_is_something_new_and_no_word_of_what(
    vera: FamilyAtDoor, larisa: Enrolled
) -> None:
    change_wish(member=larisa.member, box=Box("larisa@example.org"))
    sends(vera, makes(vera))

    assert list(Notice.objects.values_list("holder", flat=True)) == [larisa.member.id]


def test_the_same_step_sent_twice_is_noted_once(vera: FamilyAtDoor, larisa: Enrolled) -> None:
    paper = makes(vera)
    last = last_paper(vera).last
    assert last
    for _twice in range(2):
        told = {"digest": last.digest, "on_0": "20", "on_1": "11", "on_2": "2026", "number": "7"}
        assert vera.client.post(f"{paper}filed/", told).status_code == 302

    assert [one.step for one in last_paper(vera).taken] == ["filed"]
