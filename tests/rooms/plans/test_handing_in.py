"""A paper is handed in; the days until the answer are counted; silence leads to the next paper."""

import io
from datetime import date, timedelta

import pytest
from django.utils import timezone
from docx import Document
from pikepdf import Pdf
from tests.rooms.matters.world import FamilyAtDoor, reception
from tests.rooms.people.world import Enrolled
from tests.rooms.plans.world import at, begins, last_paper, makes, need_of, said, text_of, vera_asks

from peredacha.core.documents import plain
from peredacha.core.law import Start, count_deadline
from peredacha.gateways.printing import NotPrinted
from peredacha.jurisdictions.filings import filings
from peredacha.rooms.plans.selectors import current_land
from peredacha.rooms.plans.services import answering, last_day, printing
from peredacha.rooms.plans.services.gathering import FROM_MATTER

pytestmark = pytest.mark.django_db
COMPLAINT = {
    "prosecutor": {"answer": "прокурор Заречной области"},
    "applicant": {"surname": "Кузнецова", "given": "Вера", "patronymic": "Петровна", "gender": "f"},
    "applicant_address": {"answer": "170100, г. Соснов, ул. Мира, д. 5"},
    "role": {"answer": "мать обвиняемого"},
    "case_number": {"answer": "12602280001000011"},
    "investigator": {"answer": "следователь следственного отдела по г. Соснову"},
    "done_day": {"answer_0": "2", "answer_1": "11", "answer_2": "2026"},
    "wrong": {"answer": "Следователь не отвечает на ходатайство о медицинском осмотре."},
    "wish": {"answer": "обязать следователя рассмотреть ходатайство"},
}


def parts(day: date) -> dict[str, str]:
    return {"on_0": str(day.day), "on_1": str(day.month), "on_2": str(day.year)}


def hands_in(vera: FamilyAtDoor, paper: str, day: date, number: str = "415-ж") -> int:
    last = last_paper(vera).last
    assert last
    told = {"digest": last.digest, "number": number, **parts(day)}
    return int(vera.client.post(f"{paper}filed/", told).status_code)


def test_the_last_day_is_counted_from_the_order_of_the_court(vera: FamilyAtDoor) -> None:
    page = text_of(vera, makes(vera))
    last = last_paper(vera).last
    assert last
    due = count_deadline(current_land(), "appeal_custody_order", Start(date(2026, 11, 20))).due

    assert due and last_day(last) == due.earliest
    assert f"{due.earliest.day} ноября 2026" in page


def test_days_until_the_answer_are_counted_from_the_day_it_was_handed_in(vera: FamilyAtDoor) -> None:
    paper = makes(vera, "complaint_124", **COMPLAINT)
    day = timezone.localdate() - timedelta(days=1)

    assert hands_in(vera, paper, day) == 302
    wait = answering(last_paper(vera), now=timezone.now())
    due = count_deadline(current_land(), "complaint_to_prosecutor", Start(day)).due
    assert wait and due and wait.due == due.latest
    assert wait.left == (due.latest - timezone.localdate()).days
    page = text_of(vera, paper)
    assert "415-ж" in page and f"{paper}answered/" in page


def test_where_no_rule_names_a_day_the_page_says_so(vera: FamilyAtDoor) -> None:
    paper = makes(vera)
    hands_in(vera, paper, timezone.localdate(), "")
    wait = answering(last_paper(vera), now=timezone.now())

    assert wait and wait.due is None
    sentence = "No rule that we know names a day for the answer. Ask the office when to expect it."
    assert said(sentence) in text_of(vera, paper)


def test_a_day_that_is_still_to_come_is_refused(vera: FamilyAtDoor) -> None:
    paper = makes(vera)

    assert hands_in(vera, paper, timezone.localdate() + timedelta(days=2)) == 422
    assert last_paper(vera).state == "made"


def test_silence_leads_to_the_next_paper_with_what_was_told(vera: FamilyAtDoor) -> None:
    paper = makes(vera, "complaint_124", **COMPLAINT)
    hands_in(vera, paper, timezone.localdate())
    last = last_paper(vera).last
    assert last
    told = {"digest": last.digest, "step": "silent", "text": "", **parts(timezone.localdate())}
    vera.client.post(f"{paper}answered/", told)

    assert 'value="complaint_125"' in text_of(vera, paper)
    following = begins(vera, "complaint_125")
    asked = need_of(vera, vera.client.get(f"{following}next/", follow=True))
    assert asked not in ("detained", "lawyer", "case_number", "investigator", "done_day", "wrong")


def test_an_answer_ends_it(vera: FamilyAtDoor) -> None:
    paper = makes(vera, "complaint_124", **COMPLAINT)
    hands_in(vera, paper, timezone.localdate())
    last = last_paper(vera).last
    assert last
    told = {"digest": last.digest, "step": "answered", "text": "Отказано.", **parts(timezone.localdate())}
    vera.client.post(f"{paper}answered/", told)

    assert last_paper(vera).state == "answered"
    assert "Отказано." in text_of(vera, paper)


def test_nothing_is_answered_that_was_not_handed_in(vera: FamilyAtDoor) -> None:
    assert vera.client.get(f"{makes(vera)}answered/").status_code == 404


def test_both_files_say_what_the_page_says_and_their_names_tell_nothing(vera: FamilyAtDoor) -> None:
    paper = makes(vera)
    last = last_paper(vera).last
    assert last
    pdf = vera.client.get(f"{paper}versions/1/paper.pdf")
    docx = vera.client.get(f"{paper}versions/1/paper.docx")

    assert pdf["Content-Disposition"] == 'attachment; filename="paper.pdf"'
    assert docx["Content-Disposition"] == 'attachment; filename="paper.docx"'
    with Pdf.open(io.BytesIO(pdf.content)) as opened:
        assert len(opened.pages) >= 1
    words = "".join(one.text for one in Document(io.BytesIO(docx.content)).paragraphs)
    for line in plain(last.paper).splitlines():
        assert line.split(". ", 1)[-1] in words or line in words
    again = vera.client.get(f"{paper}versions/1/paper.pdf")
    assert again.content == pdf.content


def test_when_the_printer_fails_the_paper_still_stands_on_the_page(
    vera: FamilyAtDoor, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper = makes(vera)

    def fails(*_args: object) -> bytes:
        raise NotPrinted

    monkeypatch.setattr(printing, "print_paper", fails)
    answer = vera.client.get(f"{paper}versions/1/paper.pdf")

    assert answer.status_code == 503
    assert "Кузнецова" in answer.content.decode()


def test_a_helper_makes_a_paper_for_the_family_too(vera: FamilyAtDoor, larisa: Enrolled) -> None:
    paper = begins(vera, "appeal_custody", larisa.client)

    assert larisa.client.get(f"{paper}next/", follow=True).status_code == 200
    assert larisa.client.get(at(vera)).status_code == 200


def test_other_families_get_nothing(vera: FamilyAtDoor, pavel: Enrolled) -> None:
    paper, ruslan = makes(vera), vera_asks()

    for part in ("", "next/", "check/", "versions/1/", "versions/1/paper.pdf", "filed/"):
        assert ruslan.client.get(f"{paper}{part}").status_code == 404
    strange = paper.replace(str(vera.matter.id), str(ruslan.matter.id))
    assert ruslan.client.get(strange).status_code == 404


def test_igor_is_led_to_the_door(vera: FamilyAtDoor) -> None:
    paper = makes(vera)
    vera.client.cookies.clear()

    assert vera.client.get(paper).status_code == 302
    assert vera.client.post(f"{paper}check/").status_code == 404


def test_pavel_of_another_chapter_finds_nothing(vera: FamilyAtDoor) -> None:
    boris = reception("Boris", "far")
    assert boris.client.get(at(vera)).status_code == 404


def test_a_paper_with_a_deadline_says_from_which_day_it_counts() -> None:
    """But the request for a jury: its deadline counts from a day that the paper does not name."""
    silent = [one.key for one in filings("ru").values() if one.card.deadline and not one.card.counts_from]

    assert silent == ["jury_request"]


def test_every_answer_of_the_matter_fits_a_need_of_the_land() -> None:
    needs = {(need.name, need.kind) for filing in filings("ru").values() for need in filing.card.needs}

    assert sorted(set(FROM_MATTER) - needs) == []
