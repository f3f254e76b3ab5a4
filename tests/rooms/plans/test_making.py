"""Vera makes a paper: she is asked what nobody has told, may stop at any page, and gets exactly what she told."""

import dataclasses
import re
from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from django.utils import timezone
from tests.rooms.matters.world import FamilyAtDoor, file_of, keys
from tests.rooms.people.world import Enrolled
from tests.rooms.plans.world import (
    APPEAL,
    answers_all,
    at,
    begins,
    changes,
    last_paper,
    makes,
    need_of,
    said,
    text_of,
    vera_asks,
)

from peredacha.core.documents import Filing, html, plain
from peredacha.core.facts import Author, Hearing, Kin
from peredacha.jurisdictions.filings import filings
from peredacha.rooms.matters.services import tell
from peredacha.rooms.plans import selectors
from peredacha.rooms.plans.models import PaperRow
from peredacha.rooms.plans.services import read_binder

pytestmark = pytest.mark.django_db


def test_at_first_there_is_no_paper_and_a_button_to_make_one(vera: FamilyAtDoor) -> None:
    page = text_of(vera, "/papers/")

    assert at(vera, "choose/") in page
    assert said("There is no paper yet. Choose one: you can stop at any page and go on another day.") in page


def test_the_papers_of_the_present_stage_stand_first(vera: FamilyAtDoor) -> None:
    page = text_of(vera, at(vera, "choose/"))

    assert page.index('value="appeal_custody"') < page.index('value="restore_term"')
    assert "appeal_custody" not in begins(vera, "appeal_custody")


def test_the_risk_and_what_a_lawyer_must_check_are_told_before_anything_is_asked(vera: FamilyAtDoor) -> None:
    paper = begins(vera, "appeal_custody")
    page = text_of(vera, f"{paper}about/")

    assert "Не пишите в ней о том" in page
    assert "УПК 389.15" in page
    assert f"{paper}next/" in page


def test_only_three_things_are_asked_for_the_appeal(vera: FamilyAtDoor) -> None:
    paper = begins(vera, "appeal_custody")

    assert answers_all(vera, paper, APPEAL) == ["lawyer_address", "status", "order"]


def test_every_fact_says_where_it_came_from(vera: FamilyAtDoor) -> None:
    paper = begins(vera, "appeal_custody")
    answers_all(vera, paper, APPEAL)
    page = text_of(vera, f"{paper}check/")

    assert "Кузнецов Илья Олегович" in page
    assert "ч. 1 ст. 318 УК РФ" in page
    assert "Заречный областной суд" in page
    assert "20 января 2027" in page
    assert f"{paper}questions/2/" in page


def test_the_paper_says_what_was_told_in_the_right_case(vera: FamilyAtDoor) -> None:
    page = text_of(vera, makes(vera))

    assert "Кузнецова Ильи Олеговича" in page
    assert "В Заречный областной суд" in page
    assert "через Верхнебродский городской суд" in page
    assert "от адвоката Соколовой Марины Юрьевны" in page


def test_vera_stops_and_goes_on_another_day(vera: FamilyAtDoor) -> None:
    paper = begins(vera, "appeal_custody")
    first = vera.client.get(f"{paper}next/", follow=True)
    vera.client.post(first.request["PATH_INFO"], APPEAL[need_of(vera, first)])
    page = text_of(vera, "/papers/")

    assert paper in page
    second = vera.client.get(paper, follow=True)
    assert need_of(vera, second) == "status"


def test_a_filing_that_was_only_looked_at_leaves_nothing_behind(vera: FamilyAtDoor) -> None:
    first = begins(vera, "appeal_custody")
    second = begins(vera, "complaint_124")

    assert first == second
    assert PaperRow.objects.count() == 1
    assert second not in text_of(vera, "/papers/")


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [("", ""), ("თბილისი 1", "русск"), ("ул. Лесная и/или Полевая", "Вместо"), ("д. ____", "Вместо")],
)
def test_what_no_paper_can_hold_is_refused_in_one_sentence_and_stays(
    vera: FamilyAtDoor, typed: str, sentence: str
) -> None:
    paper = begins(vera, "appeal_custody")
    address = vera.client.get(f"{paper}next/", follow=True).request["PATH_INFO"]
    answer = vera.client.post(address, {"answer": typed})

    assert answer.status_code == 422
    assert typed in answer.content.decode()
    assert sentence in answer.content.decode()


def test_what_may_be_missing_can_be_added_and_taken_out_again(vera: FamilyAtDoor) -> None:
    paper = begins(vera, "appeal_custody")
    answers_all(vera, paper, APPEAL)
    places = [need.name for need in last_paper(vera).filing.card.needs]
    home, until = places.index("home") + 1, places.index("held_until") + 1
    vera.client.post(f"{paper}questions/{home}/", {"answer": "г. Соснов, ул. Мира, д. 5"})
    vera.client.post(f"{paper}questions/{until}/", {"answer_0": "", "answer_1": "", "answer_2": ""})
    vera.client.post(f"{paper}check/")
    page = text_of(vera, paper)

    assert "меру пресечения в виде домашнего ареста по адресу: г. Соснов, ул. Мира, д. 5" in page
    assert "до 20 января" not in page


def test_a_paper_is_not_made_while_something_is_missing(vera: FamilyAtDoor) -> None:
    paper = begins(vera, "appeal_custody")

    assert vera.client.post(f"{paper}check/").status_code == 422
    assert last_paper(vera).versions == ()


def test_a_name_that_changes_in_two_ways_is_asked_about_once(pavel: Any) -> None:
    vera = vera_asks()
    paper = begins(vera, "appeal_custody")
    name = {"surname": "Кравец", "given": "Илья", "patronymic": "Олегович", "gender": "m"}
    places = [need.name for need in last_paper(vera).filing.card.needs]
    vera.client.post(f"{paper}questions/{places.index('detained') + 1}/", name)
    asked = answers_all(vera, paper, APPEAL)
    vera.client.post(f"{paper}check/")

    assert asked.count("words") == 1
    assert last_paper(vera).last is not None


def test_the_six_forms_may_be_written_by_hand(pavel: Any) -> None:
    vera = vera_asks()
    paper = begins(vera, "appeal_custody")
    name = {"surname": "Кравец", "given": "Илья", "patronymic": "Олегович", "gender": "m"}
    places = [need.name for need in last_paper(vera).filing.card.needs]
    vera.client.post(f"{paper}questions/{places.index('detained') + 1}/", name)
    page = f"{paper}words/{places.index('detained') + 1}/"
    forms = dict(zip(range(6), ("Кравец", "Кравца", "Кравцу", "Кравца", "Кравцом", "Кравце"), strict=True))
    half = vera.client.post(page, {"way": "own", "form_0": "Кравец"})
    whole = vera.client.post(page, {"way": "own", **{f"form_{n}": text for n, text in forms.items()}})

    assert (half.status_code, whole.status_code) == (422, 302)
    answers_all(vera, paper, APPEAL)
    vera.client.post(f"{paper}check/")
    assert "Кравца" in text_of(vera, paper)


def test_an_earlier_paper_answers_the_same_questions(vera: FamilyAtDoor) -> None:
    makes(vera)
    paper = begins(vera, "exclude_evidence")
    page = vera.client.get(f"{paper}next/", follow=True)

    assert need_of(vera, page) not in ("detained", "lawyer", "lawyer_address", "court")
    check = vera.client.post(f"{paper}check/").content.decode()
    assert "170100, г. Соснов, ул. Лесная, д. 1" in check


def test_the_only_relative_is_taken_for_the_one_who_files(pavel: Any) -> None:
    vera = vera_asks(Kin(name="Кузнецова Вера Петровна", relation="мать"))
    paper = begins(vera, "visit_permission")
    check = vera.client.post(f"{paper}check/").content.decode()

    assert "Кузнецова Вера Петровна" in check
    assert "мать" in check


def test_a_change_is_a_new_version_and_the_old_one_stays(vera: FamilyAtDoor) -> None:
    paper = makes(vera)
    changes(vera, paper, "lawyer_address", answer="170100, г. Соснов, ул. Новая, д. 2")

    assert "ул. Новая" in text_of(vera, paper)
    old = text_of(vera, f"{paper}versions/1/")
    assert "ул. Лесная" in old and "ул. Новая" not in old
    assert [one.number for one in last_paper(vera).versions] == [1, 2]


def test_a_paper_is_made_again_word_for_word_after_the_land_changed_its_text(
    vera: FamilyAtDoor, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper = makes(vera)
    before = last_paper(vera).last
    assert before
    text, page = plain(before.paper), html(before.paper)
    changed = reworded(filings("ru"))
    monkeypatch.setattr(selectors, "filings", lambda _code: changed)

    binder = read_binder(file_of(vera.keys, vera.matter))
    again = binder.papers[0].last
    assert again and (plain(again.paper), html(again.paper)) == (text, page)
    assert again.digest == before.digest
    assert "ЖАЛОБА ИНАЯ" in changed["appeal_custody"].template
    assert "ЖАЛОБА ИНАЯ" not in text_of(vera, paper)
    changes(vera, paper, "lawyer_address", answer="170100, г. Соснов, ул. Новая, д. 2")
    assert "ЖАЛОБА ИНАЯ" in text_of(vera, paper)
    assert "ЖАЛОБА ИНАЯ" not in text_of(vera, f"{paper}versions/1/")


def test_a_filing_that_the_land_dropped_still_opens(
    vera: FamilyAtDoor, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper = makes(vera)
    monkeypatch.setattr(selectors, "filings", lambda _code: {})

    assert "Кузнецова Ильи Олеговича" in text_of(vera, paper)


def reworded(told: Mapping[str, Filing]) -> dict[str, Filing]:
    """The filings after a lawyer corrected the title of the appeal."""
    one = told["appeal_custody"]
    edition = dataclasses.replace(one.edition, on=date(2027, 1, 1), hash="f" * 16)
    text = one.template.replace("АПЕЛЛЯЦИОННАЯ ЖАЛОБА", "АПЕЛЛЯЦИОННАЯ ЖАЛОБА ИНАЯ")
    return {**told, "appeal_custody": dataclasses.replace(one, template=text, edition=edition)}


def test_nothing_of_a_paper_lies_in_clear(vera: FamilyAtDoor) -> None:
    makes(vera)
    columns = {one.attname for one in PaperRow._meta.concrete_fields}
    rows = b"".join(bytes(row.sealed) for row in PaperRow.objects.all())

    assert columns == {"id", "safe_id", "epoch", "sequence", "sealed"}
    assert PaperRow.objects.count() == 3
    assert "Кузнецов".encode() not in rows and b"appeal_custody" not in rows


def test_a_row_that_somebody_took_out_is_told(vera: FamilyAtDoor) -> None:
    makes(vera)
    PaperRow.objects.filter(sequence=2).delete()
    page = text_of(vera, "/papers/")

    assert "notice-urgent" in page and re.search(r": 1\.", page)


def test_the_next_appeal_takes_over_the_people_and_asks_for_its_own_day_and_decision(
    vera: FamilyAtDoor, pavel: Enrolled
) -> None:
    makes(vera)
    later = Hearing(at="2026-11-22T12:00", court="Верхнебродский городской суд", what="продление")
    opener = keys(pavel)
    file = file_of(opener, vera.matter)
    tell(keys=opener, file=file, fact=later, author=Author("house"), now=timezone.now())
    paper = begins(vera, "appeal_custody")

    asked = answers_all(vera, paper, {**APPEAL, "order": {"answer": "extension"}})
    assert asked == ["status", "order"]
    assert "22 ноября 2026" in text_of(vera, f"{paper}check/")
